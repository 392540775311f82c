/** Marks in a table of contents the section that is being read. */
for (const contents of document.querySelectorAll("[data-toc]")) {
  const links = new Map();
  for (const link of contents.querySelectorAll('a[href^="#"]')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  }
  const watcher = new IntersectionObserver((entries) => {
    const seen = entries.find((entry) => entry.isIntersecting);
    if (!seen) return;
    for (const link of links.values()) link.removeAttribute("aria-current");
    links.get(seen.target).setAttribute("aria-current", "true");
  }, { rootMargin: "0px 0px -65% 0px" });
  for (const target of links.keys()) watcher.observe(target);
}
