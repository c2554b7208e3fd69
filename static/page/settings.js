/** What a browser remembers about how its user wants pages to be. Nothing of it is known to the server. */

/**
 * - `theme`: empty where the page follows the system
 * - `font-size`: of the terminal, in CSS pixels
 * - `screen-reader`: the terminal's screen is mirrored as text
 * - `shortcuts`: single keys are shortcuts
 * @typedef {{ theme: "" | "light" | "dark", "font-size": number, "screen-reader": boolean, shortcuts: boolean }} Settings
 */

export const SMALLEST_FONT = 9;
export const LARGEST_FONT = 32;

/** page/first.js reads the theme by this name, too. */
const PREFIX = "drydock.";

/** @type {Settings} */
const USUAL = { theme: "", "font-size": 14, "screen-reader": false, shortcuts: true };

const news = new EventTarget();

/**
 * @template {keyof Settings} Name
 * @param {Name} name
 * @returns {Settings[Name]}
 */
export function setting(name) {
  return parse(name, read(PREFIX + name));
}

/**
 * Remembers it, and tells those who follow it.
 * @template {keyof Settings} Name
 * @param {Name} name
 * @param {Settings[Name]} value
 */
export function change(name, value) {
  write(PREFIX + name, String(value));
  news.dispatchEvent(new Event(name));
}

/**
 * Gives the value, now and whenever this tab or another one changes it.
 * @template {keyof Settings} Name
 * @param {Name} name
 * @param {(value: Settings[Name]) => void} apply
 * @param {AbortSignal} [signal] ends it
 */
export function follow(name, apply, signal) {
  const again = () => apply(setting(name));
  again();
  news.addEventListener(name, again, { signal });
  globalThis.addEventListener?.("storage", ({ key }) => key === PREFIX + name && again(), { signal });
}

/**
 * What a stored text means; whatever cannot be used is as if nothing had been stored.
 * @template {keyof Settings} Name
 * @param {Name} name
 * @param {string | null} stored
 * @returns {Settings[Name]}
 */
export function parse(name, stored) {
  return /** @type {Settings[Name]} */ (meaning(name, stored) ?? USUAL[name]);
}

/**
 * @param {keyof Settings} name
 * @param {string | null} stored
 */
function meaning(name, stored) {
  if (stored === null) return undefined;
  if (name === "theme") return ["light", "dark"].includes(stored) ? stored : undefined;
  if (name !== "font-size") return stored === "true" || stored === "false" ? stored === "true" : undefined;
  const size = Math.round(Number(stored));
  return size >= SMALLEST_FONT && size <= LARGEST_FONT ? size : undefined;
}

/** @type {Map<string, string>} for browsers that forbid the other: then it holds as long as the page */
const memory = new Map();

/** @param {string} key */
export function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

/** @param {string} key @param {string} value */
export function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    memory.set(key, value);
  }
}
