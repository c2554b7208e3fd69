/** Loads what the page has use for: a page without a terminal does not fetch one. */

import { keepPlace } from "./place.js";
import { applyTheme } from "./scheme.js";

/** @type {[selector: string, load: () => Promise<unknown>][]} */
const elements = [
  ["terminal-tabs", () => import("../terminal/terminal-tabs.js")],
  ["live-reload", () => import("./live-reload.js")],
  ["room-full", () => import("../lesson/room-full.js")],
  ["lesson-preparation", () => import("../lesson/lesson-preparation.js")],
  ["a.ask-first", () => import("../lesson/ask-first.js")],
  ["split-view", () => import("./split-view.js")],
  ["settings-dialog", () => import("./settings-dialog.js")],
  ["task-card", () => import("../lesson/task-card.js")],
  ["code-fence, task-card", () => import("../lesson/code-fence.js")],
  ["mermaid-diagram, task-card", () => import("../lesson/mermaid-diagram.js")],
];

for (const [selector, load] of elements) {
  if (document.querySelector(selector)) load().catch(missing);
}

applyTheme();
if (document.querySelector(".lesson-pane")) keepPlace();
listen().catch(missing);

/** A lesson's page understands more keys than others. */
async function listen() {
  const { listenForShortcuts } = await import("./shortcuts.js");
  const lesson = document.querySelector(".lesson-pane");
  listenForShortcuts(lesson ? (await import("../lesson/commands.js")).lessonCommands : {});
}

/** @param {unknown} error */
function missing(error) {
  console.warn("A part of this page did not arrive.", error);
  document.dispatchEvent(new Event("module-missing"));
}
