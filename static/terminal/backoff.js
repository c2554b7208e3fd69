/** How long to wait before the next try. */
const FIRST_MS = 250;
const LONGEST_MS = 5_000;

/**
 * Doubles with each failure, and is scattered over its upper half: a class that lost its server together must not
 * come back in one moment.
 * @param {number} failures in a row before this one
 * @param {() => number} random 0 to 1
 * @returns {number} milliseconds, 250 to 5,000
 */
export function delayBefore(failures, random) {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures + 1));
  return Math.round(longest / 2 + (longest / 2) * random());
}
