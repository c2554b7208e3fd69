/** What a lesson's page can be told by its keys. */
import { change, setting, LARGEST_FONT, SMALLEST_FONT } from "../page/settings.js";
import { announce } from "../page/announce.js";
import { text } from "../text.js";
import { runNext } from "./next-command.js";

const CARDS = "task-card";

/** @type {import("../page/shortcuts.js").Acts} */
export const lessonCommands = {
  "next-task": () => goBy(1),
  "previous-task": () => goBy(-1),
  check: () => {
    const button = currentCard()?.querySelector("form.task-check button");
    if (button instanceof HTMLElement) button.click();
  },
  run: runNext,
  lesson: () => document.getElementById("lesson")?.focus({ preventScroll: true }),
  terminal: () => document.getElementById("terminal")?.focus(),
  "next-lesson": () => follow(".pager .next"),
  "previous-lesson": () => follow(".pager .previous"),
  find: () => document.getElementById("terminal")?.dispatchEvent(new CustomEvent("find")),
  larger: () => resizeFont(1),
  smaller: () => resizeFont(-1),
};

/** @param {1 | -1} step */
function goBy(step) {
  const cards = Array.from(document.querySelectorAll(CARDS));
  const focused = cards.findIndex((card) => card.contains(document.activeElement));
  const top = pane()?.getBoundingClientRect().top ?? 0;
  const below = cards.findIndex((card) => card.getBoundingClientRect().top > top + 1);
  // From the text between tasks, the next one is the first below.
  const from = focused >= 0 ? focused : (below < 0 ? cards.length : below) - (step > 0 ? 1 : 0);
  const card = cards[from + step];
  if (card instanceof HTMLElement) goTo(card);
}

/** @param {HTMLElement} card */
function goTo(card) {
  const group = /** @type {HTMLElement | null} */ (card.querySelector("[role=group]")) ?? card;
  group.tabIndex = -1;
  group.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
}

/** The card that has the focus, or else the first that is in sight. */
function currentCard() {
  const cards = Array.from(document.querySelectorAll(CARDS));
  const view = pane()?.getBoundingClientRect();
  const seen = (/** @type {Element} */ card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return view && bottom > view.top + 20 && top < view.bottom - 20;
  };
  return cards.find((card) => card.contains(document.activeElement)) ?? cards.find(seen);
}

function pane() {
  return document.getElementById("lesson");
}

/** @param {string} selector of a link */
function follow(selector) {
  const link = document.querySelector(selector);
  if (link instanceof HTMLAnchorElement) link.click();
  else announce(text("lesson-none-there"));
}

/** @param {1 | -1} step */
function resizeFont(step) {
  const size = Math.min(LARGEST_FONT, Math.max(SMALLEST_FONT, setting("font-size") + step));
  change("font-size", size);
  announce(text("settings-font-size-now", size));
}
