// Sets the chosen theme before the first paint, so that nothing flashes. A file of its own: the console's CSP allows no inline script.
(() => {
  try {
    const theme = localStorage.getItem("tandem.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be closed to us; then the system's theme stands.
  }
})();
