/** How the keyboard gets out of a terminal, which takes Tab and Escape for its program. */

/**
 * Remembers from where the focus came into an element.
 * @param {HTMLElement} element
 * @param {AbortSignal} signal ends it
 * @returns {() => void} brings the focus back there, or to the element that `leave-to` names
 */
export function wayOutOf(element, signal) {
  /** @type {HTMLElement | null} */
  let origin = null;
  const remember = (/** @type {FocusEvent} */ { relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement && !element.contains(relatedTarget)) origin = relatedTarget;
  };
  element.addEventListener("focusin", remember, { signal });
  return () => {
    const fallback = document.getElementById(element.getAttribute("leave-to") ?? "");
    const target = origin?.isConnected ? origin : fallback;
    target?.focus({ preventScroll: true });
  };
}
