/**
 * `<split-view>`: two panes with a bar between them, side by side, or one above the other where the page is narrow. The bar is dragged,
 * moved with the arrow keys, or tapped (Enter) to give the room to the other pane. The share of the first pane is remembered for each of
 * the two ways.
 */
import { read, write } from "./settings.js";
import { ABOVE, BESIDE, clampShare, shareAfterKey, shareAfterTap } from "./share.js";

/** As in style/layout.css. */
const NARROW = "(max-width: 50rem)";

/** A finger that moves less than this has tapped. In pixels. */
const TAP = 4;

export class SplitView extends HTMLElement {
  #narrow = matchMedia(NARROW);
  #share = BESIDE.start;
  /** @type {HTMLElement | null} */
  #bar = null;
  #life = new AbortController();

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#bar = this.querySelector(":scope > [role=separator]");
    if (!this.#bar) return;
    this.#bar.addEventListener("keydown", this.#key, { signal });
    this.#bar.addEventListener("pointerdown", this.#grab, { signal });
    this.#bar.addEventListener("dblclick", this.#forget, { signal });
    this.#narrow.addEventListener("change", this.#turn, { signal });
    this.#turn();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  get #way() {
    return this.#narrow.matches ? ABOVE : BESIDE;
  }

  get #memory() {
    return this.#narrow.matches ? "drydock.split-above" : "drydock.split";
  }

  #turn = () => {
    this.#bar?.setAttribute("aria-orientation", this.#narrow.matches ? "horizontal" : "vertical");
    this.#bar?.setAttribute("aria-valuemin", String(this.#way.least));
    this.#bar?.setAttribute("aria-valuemax", String(this.#way.most));
    this.#move(Number(read(this.#memory)) || this.#way.start);
  };

  /** @param {number} share */
  #move(share) {
    this.#share = clampShare(share, this.#way);
    this.style.setProperty("--split", `${this.#share}%`);
    this.#bar?.setAttribute("aria-valuenow", String(Math.round(this.#share)));
  }

  #remember() {
    write(this.#memory, this.#share.toFixed(1));
  }

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const share = shareAfterKey(this.#share, event.key, this.#way);
    if (share === null) return;
    event.preventDefault();
    this.#move(share);
    this.#remember();
  };

  /** @param {PointerEvent} event */
  #grab = (event) => {
    const bar = this.#bar;
    if (!bar || event.button !== 0) return;
    event.preventDefault();
    bar.focus({ preventScroll: true });
    bar.setPointerCapture(event.pointerId);
    this.classList.add("is-moving");
    const { clientX, clientY } = event;
    let moved = false;
    const done = new AbortController();
    const follow = (/** @type {PointerEvent} */ now) => {
      moved ||= Math.hypot(now.clientX - clientX, now.clientY - clientY) > TAP;
      if (moved) this.#follow(now);
    };
    const release = () => {
      done.abort();
      this.classList.remove("is-moving");
      if (!moved && this.#narrow.matches) this.#move(shareAfterTap(this.#share, this.#way));
      this.#remember();
    };
    bar.addEventListener("pointermove", follow, { signal: done.signal });
    bar.addEventListener("lostpointercapture", release, { signal: done.signal });
  };

  /** @param {PointerEvent} event */
  #follow({ clientX, clientY }) {
    const { left, top, width, height } = this.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    this.#move((this.#narrow.matches ? (clientY - top) / height : (clientX - left) / width) * 100);
  }

  #forget = () => {
    // Two taps have already been there and back.
    if (this.#narrow.matches) return;
    this.#move(this.#way.start);
    this.#remember();
  };
}

customElements.define("split-view", SplitView);
