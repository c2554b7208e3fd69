/** Loads what the page has use for: a page without a terminal does not fetch one. */

/** @type {[selector: string, load: () => Promise<unknown>][]} */
const elements = [
  ["lab-terminal", () => import("../terminal/lab-terminal.js")],
  ["live-reload", () => import("./live-reload.js")],
  ["split-view", () => import("./split-view.js")],
  ["task-card", () => import("../lesson/task-card.js")],
  ["code-fence, task-card", () => import("../lesson/code-fence.js")],
];

for (const [selector, load] of elements) {
  if (document.querySelector(selector)) void load();
}
