/**
 * The frames of the terminal protocol, as docs/terminal-protocol.md lists them. Pure: bytes in, values out, and back.
 */

/** The WebSocket subprotocol that both ends must have agreed on. */
export const SUBPROTOCOL = "drydock.terminal.v1";

/** Most bytes one frame may have, its type included. */
export const MAX_FRAME = 65_536;

/** Most bytes one INPUT frame may carry. */
export const MAX_INPUT = 16_384;

/** Most bytes one OUTPUT frame may carry. */
export const MAX_OUTPUT = 32_768;

/** Most input bytes that may be on their way without having been TAKEN. */
export const INPUT_WINDOW = 65_536;

/** DRAWN has to be reported at least once in so many bytes. */
export const DRAWN_EVERY = 65_536;

const MAX_SIDE = 1_000;
const MAX_U64 = (1n << 64n) - 1n;
const FLAG_STARTED = 1;
const FLAG_RESUMED = 2;
const NOTICES = ["starting", "waiting", "full", "disk", "stopped", "restarting", "unreachable", "failed"];

/**
 * @typedef {{ type: "opened", epoch: bigint, start: bigint, end: bigint, started: boolean, resumed: boolean }} Opened
 * @typedef {{ type: "output", bytes: Uint8Array }} Output
 * @typedef {{ type: "exited", status: number }} Exited
 * @typedef {{ type: "replaced" }} Replaced
 * @typedef {{ type: "taken", position: bigint }} Taken
 * @typedef {{ type: "notice", code: string, text: string }} Notice
 * @typedef {{ type: "alive" }} Alive
 * @typedef {Opened | Output | Exited | Replaced | Taken | Notice | Alive} ServerFrame
 */

/** The other end, or this one, has left the protocol; the message says how. */
export class ProtocolError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "ProtocolError";
  }
}

/**
 * OPEN: the first frame of a connection.
 * @param {{ columns: number, rows: number, epoch: bigint, position: bigint }} open
 */
export function encodeOpen({ columns, rows, epoch, position }) {
  const view = frame(0x01, 20);
  putSize(view, columns, rows);
  view.setBigUint64(5, u64("epoch", epoch));
  view.setBigUint64(13, u64("position", position));
  return bytesOf(view);
}

/**
 * INPUT: bytes for the program.
 * @param {Uint8Array} bytes
 */
export function encodeInput(bytes) {
  if (bytes.length < 1 || bytes.length > MAX_INPUT) {
    throw new ProtocolError(`INPUT carries 1 to ${MAX_INPUT} bytes, not ${bytes.length}`);
  }
  const encoded = new Uint8Array(1 + bytes.length);
  encoded[0] = 0x02;
  encoded.set(bytes, 1);
  return encoded;
}

/**
 * RESIZE: the size the terminal has now.
 * @param {number} columns
 * @param {number} rows
 */
export function encodeResize(columns, rows) {
  const view = frame(0x03, 4);
  putSize(view, columns, rows);
  return bytesOf(view);
}

/**
 * DRAWN: everything before this position is on the screen.
 * @param {bigint} position
 */
export function encodeDrawn(position) {
  const view = frame(0x04, 8);
  view.setBigUint64(1, u64("position", position));
  return bytesOf(view);
}

/**
 * Reads one frame from the server.
 * @param {ArrayBuffer} buffer
 * @returns {ServerFrame}
 * @throws {ProtocolError} for anything that is not in the protocol
 */
export function decode(buffer) {
  if (buffer.byteLength === 0) throw new ProtocolError("a frame without a type");
  if (buffer.byteLength > MAX_FRAME) {
    throw new ProtocolError(`a frame of ${buffer.byteLength} bytes; the most is ${MAX_FRAME}`);
  }
  const view = new DataView(buffer);
  const type = view.getUint8(0);
  switch (type) {
    case 0x11:
      return decodeOpened(view);
    case 0x12:
      between("OUTPUT", view, 1, MAX_OUTPUT);
      return { type: "output", bytes: new Uint8Array(buffer, 1) };
    case 0x13:
      exactly("EXITED", view, 4);
      return { type: "exited", status: view.getUint32(1) };
    case 0x14:
      exactly("REPLACED", view, 0);
      return { type: "replaced" };
    case 0x15:
      exactly("TAKEN", view, 8);
      return { type: "taken", position: view.getBigUint64(1) };
    case 0x21:
      return decodeNotice(buffer);
    case 0x22:
      exactly("ALIVE", view, 0);
      return { type: "alive" };
    default:
      throw new ProtocolError(`unknown frame type ${type.toString(16).padStart(2, "0")}`);
  }
}

/**
 * @param {DataView} view
 * @returns {Opened}
 */
function decodeOpened(view) {
  exactly("OPENED", view, 25);
  const epoch = view.getBigUint64(1);
  const start = view.getBigUint64(9);
  const end = view.getBigUint64(17);
  const flags = view.getUint8(25);
  if (epoch === 0n) throw new ProtocolError("OPENED names epoch 0, which is no shell");
  if (start > end) throw new ProtocolError(`OPENED starts at ${start}, after its end ${end}`);
  if (flags & ~(FLAG_STARTED | FLAG_RESUMED)) throw new ProtocolError(`OPENED has unknown flags ${flags}`);
  return {
    type: "opened",
    epoch,
    start,
    end,
    started: (flags & FLAG_STARTED) !== 0,
    resumed: (flags & FLAG_RESUMED) !== 0,
  };
}

/**
 * @param {ArrayBuffer} buffer
 * @returns {Notice}
 */
function decodeNotice(buffer) {
  const bytes = new Uint8Array(buffer, 1);
  const zero = bytes.indexOf(0);
  if (zero < 0) throw new ProtocolError("NOTICE has no zero byte after its code");
  const code = utf8("NOTICE code", bytes.subarray(0, zero));
  if (!NOTICES.includes(code)) throw new ProtocolError(`unknown NOTICE code ${JSON.stringify(code)}`);
  return { type: "notice", code, text: utf8("NOTICE text", bytes.subarray(zero + 1)) };
}

/**
 * @param {number} type
 * @param {number} payload
 */
function frame(type, payload) {
  const view = new DataView(new ArrayBuffer(1 + payload));
  view.setUint8(0, type);
  return view;
}

/** @param {DataView<ArrayBuffer>} view */
function bytesOf(view) {
  return new Uint8Array(view.buffer);
}

/**
 * @param {DataView} view
 * @param {number} columns
 * @param {number} rows
 */
function putSize(view, columns, rows) {
  view.setUint16(1, side("columns", columns));
  view.setUint16(3, side("rows", rows));
}

/**
 * @param {string} name
 * @param {number} value
 */
function side(name, value) {
  if (!Number.isInteger(value) || value < 1 || value > MAX_SIDE) {
    throw new ProtocolError(`${name} must be 1 to ${MAX_SIDE}, not ${value}`);
  }
  return value;
}

/**
 * @param {string} name
 * @param {bigint} value
 */
function u64(name, value) {
  if (typeof value !== "bigint" || value < 0n || value > MAX_U64) {
    throw new ProtocolError(`${name} must be an unsigned number of 64 bits, not ${value}`);
  }
  return value;
}

/**
 * @param {string} name
 * @param {DataView} view
 * @param {number} payload
 */
function exactly(name, view, payload) {
  between(name, view, payload, payload);
}

/**
 * @param {string} name
 * @param {DataView} view
 * @param {number} least
 * @param {number} most
 */
function between(name, view, least, most) {
  const payload = view.byteLength - 1;
  if (payload < least || payload > most) {
    const expected = least === most ? `${least}` : `${least} to ${most}`;
    throw new ProtocolError(`${name} carries ${expected} bytes, not ${payload}`);
  }
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function utf8(name, bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ProtocolError(`${name} is not UTF-8`);
  }
}
