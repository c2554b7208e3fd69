/*
 * Runs before anything else, so it is a classic script: modules wait for the whole page.
 */

// A page never shows in the wrong colours first. page/scheme.js does the rest.
(() => {
  try {
    const theme = localStorage.getItem("drydock.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // A browser may forbid to remember; then the system's scheme is shown.
  }
})();

// Browsers break off what they are loading when a network comes or goes, as Docker's do all the time on a teacher's own computer. A
// script or style that did not arrive is asked for once more with the whole page; nobody has done anything on it yet.
(() => {
  const MEMORY = "drydock.again";
  const PAUSE_MS = 20_000;

  const again = () => {
    try {
      if (Date.now() - Number(sessionStorage.getItem(MEMORY)) < PAUSE_MS) return;
      sessionStorage.setItem(MEMORY, String(Date.now()));
    } catch {
      return; // Without a memory it might go on for ever.
    }
    location.reload();
  };

  const failed = (/** @type {Event} */ { target }) => {
    if (target instanceof HTMLScriptElement || target instanceof HTMLLinkElement) again();
  };
  // These events do not rise, but can be seen on their way down.
  addEventListener("error", failed, true);
  document.addEventListener("module-missing", again);
})();
