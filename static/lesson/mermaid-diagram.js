/**
 * `<mermaid-diagram label="…" description="…"><pre><code>…`: a diagram, drawn from its source as an image, so that no style and no script of
 * it can reach the page. Until it is drawn, without this module, and where it cannot be drawn, the source is shown.
 */
import { followScheme } from "../page/scheme.js";
import { text } from "../text.js";
import { draw } from "./diagram.js";

/** How much of its size a drawing keeps where there is little room. */
const LEAST = 0.75;

export class MermaidDiagram extends HTMLElement {
  #life = new AbortController();
  #drawings = 0;
  /** @type {HTMLElement | null} */
  #frame = null;

  connectedCallback() {
    this.#life = new AbortController();
    const source = this.querySelector("pre > code")?.textContent ?? "";
    // A long line of the source scrolls: the keyboard must be able to get there.
    this.querySelector("pre")?.setAttribute("tabindex", "0");
    followScheme((dark) => void this.#draw(source, dark), this.#life.signal);
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** @param {string} source @param {boolean} dark */
  async #draw(source, dark) {
    const drawing = ++this.#drawings;
    try {
      const { svg, width, height } = await draw(source, dark);
      // The colours may have changed again meanwhile.
      if (drawing === this.#drawings) this.#show(svg, width, height);
    } catch (error) {
      console.warn("A diagram cannot be drawn.", error);
      if (drawing === this.#drawings) this.#fail();
    }
  }

  /** @param {string} svg @param {number} width @param {number} height */
  #show(svg, width, height) {
    const image = new Image(Math.ceil(width), Math.ceil(height));
    image.alt = [this.getAttribute("label"), this.getAttribute("description")].filter(Boolean).join(". ");
    // It shrinks to what can still be read; beyond that, it scrolls.
    image.style.maxWidth = `max(100%, ${Math.ceil(width * LEAST)}px)`;
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    const frame = this.#frame ?? document.createElement("div");
    frame.className = "diagram";
    // What is wider than the page scrolls, for the keyboard too.
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", this.getAttribute("label") || text("diagram-label"));
    frame.replaceChildren(image);
    if (!this.#frame) this.prepend(frame);
    this.#frame = frame;
    this.querySelector(".diagram-trouble")?.remove();
    this.dataset.state = "drawn";
  }

  #fail() {
    this.#frame?.remove();
    this.#frame = null;
    this.dataset.state = "failed";
    if (this.querySelector(".diagram-trouble")) return;
    const words = document.createElement("p");
    words.className = "diagram-trouble";
    words.textContent = text("diagram-failed");
    this.prepend(words);
  }
}

customElements.define("mermaid-diagram", MermaidDiagram);
