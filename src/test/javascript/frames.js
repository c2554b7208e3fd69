/** The server's side of the terminal protocol, for tests: written from the page, not from the code under test. */

/** @param {string} hex pairs of digits, blanks between them as one likes */
export function bytes(hex) {
  const pairs = hex.replace(/\s/g, "").match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** @param {Uint8Array} array */
export function hex(array) {
  return Array.from(array, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {number | bigint} value @param {number} size in bytes */
function number(value, size) {
  return bytes(value.toString(16).padStart(size * 2, "0"));
}

/** @param {...(Uint8Array | string)} parts */
export function frame(...parts) {
  const arrays = parts.map((part) => (typeof part === "string" ? new TextEncoder().encode(part) : part));
  const whole = new Uint8Array(arrays.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of arrays) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole.buffer;
}

export const opened = ({ epoch = 7n, start = 0n, end = start, flags = 0 } = {}) =>
  frame(bytes("11"), number(epoch, 8), number(start, 8), number(end, 8), number(flags, 1));
export const output = (content) => frame(bytes("12"), content);
export const exited = (status) => frame(bytes("13"), number(status, 4));
export const replaced = () => frame(bytes("14"));
export const taken = (position) => frame(bytes("15"), number(position, 8));
export const alive = () => frame(bytes("22"));
export const notice = (code, text) => frame(bytes("21"), code, bytes("00"), text);
