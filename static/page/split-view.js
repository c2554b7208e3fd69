/**
 * `<split-view>`: two panes with a bar between them that can be dragged or moved with the arrow keys. The share of the
 * first pane, in percent, is remembered. Where the panes are stacked the bar is not shown and has no say.
 */
import { clampShare, shareAfterKey } from "./share.js";

const MEMORY = "drydock.split";
const START = 46;

export class SplitView extends HTMLElement {
  #share = START;
  /** @type {HTMLElement | null} */
  #bar = null;

  connectedCallback() {
    this.#bar = this.querySelector(":scope > [role=separator]");
    if (!this.#bar) return;
    this.#bar.addEventListener("keydown", this.#key);
    this.#bar.addEventListener("pointerdown", this.#grab);
    this.#bar.addEventListener("dblclick", this.#forget);
    this.#move(remembered());
  }

  disconnectedCallback() {
    this.#bar?.removeEventListener("keydown", this.#key);
    this.#bar?.removeEventListener("pointerdown", this.#grab);
    this.#bar?.removeEventListener("dblclick", this.#forget);
  }

  /** @param {number} share */
  #move(share) {
    this.#share = clampShare(share);
    this.style.setProperty("--split", `${this.#share}%`);
    this.#bar?.setAttribute("aria-valuenow", String(Math.round(this.#share)));
  }

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const share = shareAfterKey(this.#share, event.key);
    if (share === null) return;
    event.preventDefault();
    this.#move(share);
    remember(this.#share);
  };

  /** @param {PointerEvent} event */
  #grab = (event) => {
    const bar = this.#bar;
    if (!bar || event.button !== 0) return;
    event.preventDefault();
    bar.focus({ preventScroll: true });
    bar.setPointerCapture(event.pointerId);
    this.classList.add("is-moving");
    const done = new AbortController();
    const { signal } = done;
    bar.addEventListener("pointermove", (moved) => this.#follow(moved), { signal });
    const release = () => {
      done.abort();
      this.classList.remove("is-moving");
      remember(this.#share);
    };
    bar.addEventListener("lostpointercapture", release, { signal });
  };

  /** @param {PointerEvent} event */
  #follow(event) {
    const { left, width } = this.getBoundingClientRect();
    if (width > 0) this.#move(((event.clientX - left) / width) * 100);
  }

  #forget = () => {
    this.#move(START);
    remember(START);
  };
}

function remembered() {
  try {
    return Number(localStorage.getItem(MEMORY)) || START;
  } catch {
    return START; // A browser may forbid it; then every page starts alike.
  }
}

/** @param {number} share */
function remember(share) {
  try {
    localStorage.setItem(MEMORY, share.toFixed(1));
  } catch {
    // See above.
  }
}

customElements.define("split-view", SplitView);
