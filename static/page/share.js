/** How much of the width the first pane of a split has, in percent. */

export const LEAST = 25;
export const MOST = 75;
const STEP = 2;

/** @param {number} share */
export function clampShare(share) {
  return Math.min(MOST, Math.max(LEAST, share));
}

/**
 * @param {number} share
 * @param {string} key of the keyboard
 * @returns {number | null} the share after that key; null where the key means nothing here
 */
export function shareAfterKey(share, key) {
  switch (key) {
    case "ArrowLeft":
      return clampShare(share - STEP);
    case "ArrowRight":
      return clampShare(share + STEP);
    case "Home":
      return LEAST;
    case "End":
      return MOST;
    default:
      return null;
  }
}
