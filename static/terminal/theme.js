/** The terminal's colours, by day and by night. The sixteen ANSI colours keep their meaning and stay readable. */
import { followScheme } from "../page/scheme.js";

/** @typedef {import("@xterm/xterm").ITheme} ITheme */

/** @type {ITheme} */
const day = {
  background: "#fbfcfb",
  foreground: "#1c2b36",
  cursor: "#0b6472",
  cursorAccent: "#fbfcfb",
  selectionBackground: "#bfe0e4",
  black: "#1c2b36",
  red: "#b3261e",
  green: "#1d6f42",
  yellow: "#805300",
  blue: "#1f5fa8",
  magenta: "#8a3b8f",
  cyan: "#0b6472",
  white: "#5b6b76",
  brightBlack: "#56656f",
  brightRed: "#c5362c",
  brightGreen: "#22794a",
  brightYellow: "#8a5a00",
  brightBlue: "#2a6bb8",
  brightMagenta: "#9a4a9f",
  brightCyan: "#107080",
  brightWhite: "#2e3d48",
};

/** @type {ITheme} */
const night = {
  background: "#0b1620",
  foreground: "#d8e2e8",
  cursor: "#5cc3cf",
  cursorAccent: "#0b1620",
  selectionBackground: "#23485a",
  black: "#22323f",
  red: "#ff8a7a",
  green: "#7fd39b",
  yellow: "#e8c170",
  blue: "#86b8f2",
  magenta: "#d7a3e0",
  cyan: "#6fd0da",
  white: "#c9d5dc",
  brightBlack: "#8598a5",
  brightRed: "#ffa598",
  brightGreen: "#9be3b2",
  brightYellow: "#f3d593",
  brightBlue: "#a7ccf8",
  brightMagenta: "#e6bfed",
  brightCyan: "#93e0e8",
  brightWhite: "#f2f7f9",
};

/**
 * Gives the theme that fits the page, now and whenever that changes.
 * @param {(theme: ITheme) => void} apply
 * @param {AbortSignal} signal ends it
 */
export function followColorScheme(apply, signal) {
  followScheme((dark) => apply(dark ? night : day), signal);
}
