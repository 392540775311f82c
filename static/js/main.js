// placeholder until the behaviours below are wired
document.documentElement.classList.add("js");
