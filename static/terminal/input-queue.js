/**
 * What the learner types, on its way to the program: at most one window of it is in flight, the rest of a long paste
 * waits here, where Ctrl-C can still stop it.
 */
import { INPUT_WINDOW, MAX_INPUT, ProtocolError } from "./protocol.js";

/** Most bytes that wait. A program can make a terminal answer without end; those answers must not fill the memory. */
export const MAX_WAITING = 4 * 1024 * 1024;

const INTERRUPT = Uint8Array.of(0x03);
const PASTE_START = "\x1b[200~";
const PASTE_END = "\x1b[201~";

export class InputQueue {
  /** @type {(bytes: Uint8Array) => void} */
  #send;
  /** @type {Uint8Array[]} */
  #chunks = [];
  #waiting = 0;
  #sent = 0n;
  #taken = 0n;

  /** @param {(bytes: Uint8Array) => void} send passes on 1 to MAX_INPUT bytes at once */
  constructor(send) {
    this.#send = send;
  }

  /** Bytes that have not been sent. */
  get waiting() {
    return this.#waiting;
  }

  /**
   * Sends the bytes, as soon as the window lets them through.
   * @param {Uint8Array} bytes
   * @returns {boolean} false, and nothing is sent, when too much is waiting
   */
  offer(bytes) {
    if (this.#waiting + bytes.length > MAX_WAITING) return false;
    this.#append(bytes);
    this.#pump();
    return true;
  }

  /** Forgets what waits and sends Ctrl-C in its place. */
  interrupt() {
    const dropped = this.#drop();
    // The program has seen the start of a bracketed paste: without its end it would take all that follows for text.
    if (endsAPaste(dropped)) this.#append(new TextEncoder().encode(PASTE_END));
    this.#append(INTERRUPT);
    this.#pump();
  }

  /**
   * The program has got everything before this position.
   * @param {bigint} position
   */
  taken(position) {
    if (position < this.#taken) throw new ProtocolError(`TAKEN went back from ${this.#taken} to ${position}`);
    if (position > this.#sent) throw new ProtocolError(`TAKEN names ${position}, but only ${this.#sent} was sent`);
    this.#taken = position;
    this.#pump();
  }

  /**
   * Starts again from nothing, as each connection does.
   * @returns {number} bytes that waited and will never be sent
   */
  reset() {
    const lost = this.#waiting;
    this.#drop();
    this.#sent = 0n;
    this.#taken = 0n;
    return lost;
  }

  /** @param {Uint8Array} bytes */
  #append(bytes) {
    if (bytes.length === 0) return;
    this.#chunks.push(bytes);
    this.#waiting += bytes.length;
  }

  #drop() {
    const dropped = this.#chunks;
    this.#chunks = [];
    this.#waiting = 0;
    return dropped;
  }

  #pump() {
    while (this.#chunks.length > 0) {
      const room = INPUT_WINDOW - Number(this.#sent - this.#taken);
      if (room <= 0) return;
      const chunk = this.#chunks[0];
      const part = chunk.subarray(0, Math.min(room, MAX_INPUT));
      if (part.length === chunk.length) this.#chunks.shift();
      else this.#chunks[0] = chunk.subarray(part.length);
      this.#waiting -= part.length;
      this.#sent += BigInt(part.length);
      this.#send(part);
    }
  }
}

/** @param {Uint8Array[]} chunks */
function endsAPaste(chunks) {
  const latin1 = new TextDecoder("latin1");
  const text = chunks.map((chunk) => latin1.decode(chunk)).join("");
  const end = text.indexOf(PASTE_END);
  const start = text.indexOf(PASTE_START);
  return end >= 0 && (start < 0 || end < start);
}
