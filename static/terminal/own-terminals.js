/** The terminals that a learner opens beside those of the lesson. */

/** Their shells' names, in the order in which they are opened. */
export const ownNames = ["second", "third", "fourth"];

/**
 * @param {string[]} names of all terminals that there are
 * @returns {string | undefined} the name of one more; undefined where there are enough
 */
export function nextOwn(names) {
  return ownNames.find((name) => !names.includes(name));
}

/**
 * @param {string | null} stored names, with blanks between them
 * @param {string[]} taken names of the lesson's own terminals
 */
export function parseOwn(stored, taken) {
  const names = (stored ?? "").split(" ");
  return ownNames.filter((name) => names.includes(name) && !taken.includes(name));
}

/**
 * A lesson may call one of its terminals like one of these; it stays the lesson's.
 * @param {Element} terminal
 */
export function isOwn(terminal) {
  return terminal.hasAttribute("own");
}
