// Runs before the page is drawn: says that scripts work, and takes the theme this computer chose.
(() => {
  const page = document.documentElement;
  page.classList.add("js");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") page.dataset.theme = theme;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();
