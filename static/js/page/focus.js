/** After a form came back with errors, the summary of them is where reading goes on. */
document.querySelector("[data-focus]")?.focus();
