/** xterm.js, set up for a lesson. Everything that knows xterm's options and add-ons is here. */
import { Terminal } from "@xterm/xterm";
import { FitAddon } from "@xterm/addon-fit";
import { SearchAddon } from "@xterm/addon-search";
import { UnicodeGraphemesAddon } from "@xterm/addon-unicode-graphemes";
import { WebLinksAddon } from "@xterm/addon-web-links";
import { WebglAddon } from "@xterm/addon-webgl";
import { follow as followSetting } from "../page/settings.js";
import { followColorScheme } from "./theme.js";

/** ESC c, "reset to initial state". Written like output, it takes effect after what is still to be drawn. */
const RESET = Uint8Array.of(0x1b, 0x63);

/** Lines kept; more than the megabyte that the shell's holder replays usually has. */
const SCROLLBACK = 10_000;

/** Widest and highest terminal in the protocol. */
const MAX_SIDE = 1_000;

const FONTS =
  'ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", ' +
  '"D2Coding", "Noto Sans Mono CJK KR", monospace';

export class Screen {
  #terminal;
  #fit = new FitAddon();
  #search = new SearchAddon({ highlightLimit: 1_000 });

  /**
   * @param {HTMLElement} element
   * @param {{ label: string, describedBy: string | null }} options what it is called, and the id of what explains its keys
   */
  constructor(element, { label, describedBy }) {
    this.#terminal = new Terminal({
      allowProposedApi: true,
      cursorBlink: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      fontFamily: FONTS,
      lineHeight: 1.15,
      linkHandler: { activate: (_event, address) => follow(address) },
      minimumContrastRatio: 4.5,
      rescaleOverlappingGlyphs: true,
      scrollback: SCROLLBACK,
    });
    this.#terminal.loadAddon(this.#fit);
    this.#terminal.loadAddon(this.#search);
    this.#terminal.loadAddon(new UnicodeGraphemesAddon());
    this.#terminal.loadAddon(new WebLinksAddon((_event, address) => follow(address)));
    this.#terminal.open(element);
    this.#terminal.textarea?.setAttribute("aria-label", label);
    if (describedBy) this.#terminal.textarea?.setAttribute("aria-describedby", describedBy);
    this.#drawFast();
    this.fit();
  }

  /** The terminal itself, for its events and its keys. */
  get terminal() {
    return this.#terminal;
  }

  /** Finds text on the screen and above it. */
  get search() {
    return this.#search;
  }

  /** @param {() => void} drawn */
  clear(drawn) {
    this.#terminal.write(RESET, drawn);
  }

  /**
   * @param {Uint8Array} bytes
   * @param {() => void} drawn
   */
  write(bytes, drawn) {
    this.#terminal.write(bytes, drawn);
  }

  /** Fills its element with as many columns and rows as fit. An element that is not shown has no size to fit. */
  fit() {
    const size = this.#fit.proposeDimensions();
    if (!size || !(size.cols > 0) || !(size.rows > 0)) return;
    this.#terminal.resize(Math.min(size.cols, MAX_SIDE), Math.min(size.rows, MAX_SIDE));
  }

  /** @param {AbortSignal} signal ends it */
  followSettings(signal) {
    const { options } = this.#terminal;
    followColorScheme((theme) => (options.theme = theme), signal);
    followSetting("screen-reader", (on) => (options.screenReaderMode = on), signal);
    const resize = (/** @type {number} */ size) => {
      options.fontSize = size;
      this.fit();
    };
    followSetting("font-size", resize, signal);
  }

  /**
   * @param {HTMLElement} element
   * @param {AbortSignal} signal ends it
   */
  followSizeOf(element, signal) {
    const observer = new ResizeObserver(() => requestAnimationFrame(() => signal.aborted || this.fit()));
    observer.observe(element);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  /** All that is on the screen and above it, lines joined where they were only wrapped. */
  text() {
    const buffer = this.#terminal.buffer.active;
    /** @type {string[]} */
    const lines = [];
    for (let row = 0; row < buffer.length; row++) {
      const line = buffer.getLine(row);
      // A line that goes on in the next one keeps its blanks at the end.
      const words = line?.translateToString(!buffer.getLine(row + 1)?.isWrapped) ?? "";
      if (line?.isWrapped) lines.push(lines.pop() + words);
      else lines.push(words);
    }
    return lines.join("\n").trimEnd();
  }

  dispose() {
    this.#terminal.dispose();
  }

  /** Draws with the graphics card where there is one; xterm's own renderer takes over where there is none. */
  #drawFast() {
    try {
      const webgl = new WebglAddon();
      webgl.onContextLoss(() => webgl.dispose());
      this.#terminal.loadAddon(webgl);
    } catch {
      // The renderer that is already there goes on.
    }
  }
}

/** @param {string} address that a program has printed: only the web may be opened, without a way back to this page */
function follow(address) {
  if (/^https?:\/\//i.test(address)) window.open(address, "_blank", "noopener,noreferrer");
}
