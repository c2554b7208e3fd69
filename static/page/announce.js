/**
 * Lets a screen reader say something that others see.
 * @param {string} message
 */
export function announce(message) {
  const region = document.getElementById("announcements");
  if (!region) return;
  region.textContent = "";
  // The same words twice are only read again when the region was empty in between.
  setTimeout(() => (region.textContent = message), 50);
}
