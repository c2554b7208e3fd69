/**
 * Keeps the reader's place on a lesson's page when the language changes or the page is reloaded: what is at the top, which hints are open,
 * which terminal is shown.
 */

/**
 * Headings have other ids in other languages, tasks have the same: so a place is a task, or the text before the first one, and how many
 * headings have come since.
 * @typedef {{ task: string, heading: number, offset: number }} Spot
 * @typedef {{ path: string, spot: Spot | null, open: number[], terminal: string, language: boolean }} Place
 */

const MEMORY = "drydock.place";

/** @type {boolean} whether the page is left by the language switch */
let leavesForLanguage = false;

/** Begins to remember, and goes to where the reader was. */
export function keepPlace() {
  document.querySelector(".languages")?.addEventListener("click", () => (leavesForLanguage = true));
  addEventListener("pagehide", remember);
  const place = remembered();
  if (place?.path === location.pathname && !location.hash) restore(place);
}

/**
 * The spot that is nearest to the top of what is seen.
 * @param {{ task: string, heading: number, top: number }[]} marks in order, `top` measured from the line
 * @returns {Spot | null}
 */
export function spotAt(marks) {
  const [mark] = marks.toSorted((one, other) => Math.abs(one.top) - Math.abs(other.top));
  return mark ? { task: mark.task, heading: mark.heading, offset: mark.top } : null;
}

/**
 * Where a spot is now.
 * @param {{ task: string, heading: number }[]} marks
 * @param {Spot} spot
 * @returns {number} an index; that of the task where the heading is gone, -1 where both are
 */
export function indexOfSpot(marks, { task, heading }) {
  const exact = marks.findIndex((mark) => mark.task === task && mark.heading === heading);
  return exact >= 0 ? exact : marks.findIndex((mark) => mark.task === task);
}

function remember() {
  const line = pane()?.getBoundingClientRect().top ?? 0;
  const marks = marked().map(({ element, ...mark }) => ({ ...mark, top: element.getBoundingClientRect().top - line }));
  /** @type {Place} */
  const place = {
    path: location.pathname,
    spot: (pane()?.scrollTop ?? 0) > 0 ? spotAt(marks) : null,
    open: details().flatMap((one, index) => (one.open ? [index] : [])),
    terminal: tabs()?.shown?.getAttribute("name") ?? "",
    language: leavesForLanguage,
  };
  try {
    sessionStorage.setItem(MEMORY, JSON.stringify(place));
  } catch {
    // A browser may forbid it; then the page begins at its top.
  }
}

/** @returns {Place | null} */
function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(MEMORY) ?? "null");
  } catch {
    return null;
  }
}

/** @param {Place} place */
function restore({ spot, open, terminal, language }) {
  for (const [index, one] of details().entries()) one.open = open.includes(index);
  if (spot) scrollTo(spot);
  void customElements.whenDefined("terminal-tabs").then(() => tabs()?.show(terminal));
  const link = document.querySelector(".languages [aria-current]");
  if (language && link instanceof HTMLElement) link.focus({ preventScroll: true });
}

/** @param {Spot} spot */
function scrollTo(spot) {
  const marks = marked();
  const element = marks[indexOfSpot(marks, spot)]?.element;
  const view = pane();
  if (!element || !view) return;
  const settle = () => {
    view.scrollTop += element.getBoundingClientRect().top - view.getBoundingClientRect().top - spot.offset;
  };
  settle();
  // Pictures and buttons above it make it move; the reader's hand ends that.
  const observer = new ResizeObserver(settle);
  const article = view.querySelector("article");
  if (article) observer.observe(article);
  for (const hand of ["wheel", "pointerdown", "keydown", "touchstart"]) {
    addEventListener(hand, () => observer.disconnect(), { once: true, passive: true });
  }
}

function marked() {
  let task = "";
  let heading = -1;
  return Array.from(document.querySelectorAll(".lesson h1, .prose :is(h2, h3), task-card"), (element) => {
    const card = element.localName === "task-card";
    if (card) task = element.id;
    heading = card ? 0 : heading + 1;
    return { element, task, heading };
  });
}

function details() {
  return Array.from(document.querySelectorAll("details"));
}

function pane() {
  return document.getElementById("lesson");
}

function tabs() {
  return /** @type {import("../terminal/terminal-tabs.js").TerminalTabs | null} */ (document.querySelector("terminal-tabs"));
}
