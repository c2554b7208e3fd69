/** Which command "run the next one" means: the one behind the last that was run, or else the first in sight. */

/** @typedef {import("./code-fence.js").CodeFence} CodeFence */

/** @type {Element | null} */
let last = null;

/**
 * Remembers where the learner is.
 * @param {Element} fence that was run
 */
export function ran(fence) {
  last = fence;
}

/** Runs it, and shows which it was. The focus stays where it is, so that the key can be pressed again. */
export function runNext() {
  const fences = /** @type {CodeFence[]} */ (Array.from(document.querySelectorAll("code-fence[run]"))).filter(shown);
  const fence = fences[nextIndex(fences.map(position), last?.isConnected ? fences.findIndex((one) => one === last) : -1)];
  if (!fence) return;
  fence.scrollIntoView({ block: "nearest" });
  fence.runHere();
}

/**
 * @param {number[]} positions of the fences' lower edges below the upper edge of what is seen, in order
 * @param {number} lastRun index of the one that was run last; -1 where there is none
 * @returns {number} an index; one too many after the last
 */
export function nextIndex(positions, lastRun) {
  if (lastRun >= 0) return lastRun + 1;
  const seen = positions.findIndex((position) => position > 0);
  return seen < 0 ? positions.length : seen;
}

/** @param {Element} fence */
function shown(fence) {
  // In a hint that is closed.
  return fence.checkVisibility?.() ?? true;
}

/** @param {Element} fence */
function position(fence) {
  const top = document.getElementById("lesson")?.getBoundingClientRect().top ?? 0;
  return fence.getBoundingClientRect().bottom - top;
}
