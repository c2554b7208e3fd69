/** How much of a split its first pane has, in percent. */

/** @typedef {{ least: number, most: number, start: number, keys: [smaller: string, larger: string] }} Way */

/** Side by side, a pane that is narrower can't be read; one above the other, a few lines are still of use. */
/** @type {Way} */
export const BESIDE = { least: 25, most: 75, start: 46, keys: ["ArrowLeft", "ArrowRight"] };
/** @type {Way} */
export const ABOVE = { least: 15, most: 85, start: 60, keys: ["ArrowUp", "ArrowDown"] };

const STEP = 2;

/** @param {number} share @param {Way} way */
export function clampShare(share, { least, most }) {
  return Math.min(most, Math.max(least, share));
}

/**
 * @param {number} share
 * @param {string} key of the keyboard
 * @param {Way} way
 * @returns {number | null} the share after that key; null where the key means nothing here
 */
export function shareAfterKey(share, key, way) {
  const { least, most, keys } = way;
  switch (key) {
    case keys[0]:
      return clampShare(share - STEP, way);
    case keys[1]:
      return clampShare(share + STEP, way);
    case "Home":
      return least;
    case "End":
      return most;
    case "Enter":
      return shareAfterTap(share, way);
    default:
      return null;
  }
}

/**
 * The other pane's turn: what a tap on the bar does.
 * @param {number} share
 * @param {Way} way
 */
export function shareAfterTap(share, { least, most }) {
  return share > (least + most) / 2 ? least : most;
}
