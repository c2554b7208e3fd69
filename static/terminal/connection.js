/**
 * The life of a terminal's WebSocket: it opens, resumes where it was, reports what has been drawn, and comes back by
 * itself after everything but an end.
 */
import { DRAWN_EVERY, MAX_OUTPUT, ProtocolError, SUBPROTOCOL } from "./protocol.js";
import { decode, encodeDrawn, encodeInput, encodeOpen, encodeResize } from "./protocol.js";
import { InputQueue } from "./input-queue.js";
import { delayBefore } from "./backoff.js";
import { stillSignedIn } from "./sign-in.js";

/** A WebSocket handshake that takes longer is given up. */
const HANDSHAKE_MS = 10_000;

/** A server that says nothing at all to OPEN for so long is given up; a slow machine is announced with a NOTICE. */
const ANSWER_MS = 20_000;

/** The server says ALIVE every 15 s; three missing ones mean that the path is dead, though nobody has closed it. */
const SILENCE_MS = 50_000;

/** When nothing more comes, the last bytes are reported as DRAWN after this time: once for a burst of echoes. */
const IDLE_MS = 50;

/** One more OUTPUT frame after this many bytes still stays within DRAWN_EVERY. */
const DRAWN_STEP = BigInt(DRAWN_EVERY - MAX_OUTPUT);

/** Close codes; a browser may only send 1000 and those from 3000 on, so that 1002 becomes 4002. */
const NORMAL = 1000;
const PROTOCOL_ERROR = 1002;
const TOO_LARGE = 1009;
const OUR_PROTOCOL_ERROR = 4002;

/**
 * - `idle`: not opened yet; `closed`: closed by this page
 * - `connecting`: on its way to a shell; `waiting`: the connection was lost, another try follows
 * - `replaying`: old output is being drawn, nothing can be typed; `live`: the learner and the shell are together
 * - `exited`, `replaced`, `signed-out`, `failed`: ended, until somebody calls {@link Connection#restart}
 * @typedef {"idle" | "connecting" | "waiting" | "replaying" | "live" | "exited" | "replaced" | "signed-out" | "failed"
 *   | "closed"} State
 * @typedef {{ state: State, status?: number, reason?: string }} StateDetail
 */

/**
 * What the connection draws on. Both call back when everything given so far has been drawn.
 * @typedef {object} Screen
 * @property {(drawn: () => void) => void} clear
 * @property {(bytes: Uint8Array, drawn: () => void) => void} write
 */

/**
 * One shell's output as this page knows it. `drawn` is behind `received` by what the screen still has to draw.
 * @typedef {{ epoch: bigint, received: bigint, drawn: bigint, end: bigint }} Stream
 */

/**
 * Events: `state` with a {@link StateDetail}; `notice` with the server's `{ code, text }`; `dropped` with the number
 * of typed or pasted `bytes` that a lost connection has swallowed.
 */
export class Connection extends EventTarget {
  #url;
  #screen;
  #createSocket;
  #random;
  #signedIn;
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {StateDetail} */
  #state = { state: "idle" };
  /** @type {Stream | null} */
  #stream = null;
  #opened = false;
  #acknowledged = 0n;
  #failures = 0;
  #columns = 80;
  #rows = 24;
  #input = new InputQueue((bytes) => this.#transmit(encodeInput(bytes)));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retryTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #patienceTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #silenceTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #idleTimer;

  /**
   * @param {object} options
   * @param {string} options.url
   * @param {Screen} options.screen
   * @param {(url: string, protocol: string) => WebSocket} [options.createSocket]
   * @param {() => number} [options.random]
   * @param {() => Promise<boolean>} [options.signedIn] asked when the server refuses, which a WebSocket cannot explain
   */
  constructor({
    url,
    screen,
    createSocket = (u, p) => new WebSocket(u, p),
    random = Math.random,
    signedIn = stillSignedIn,
  }) {
    super();
    this.#signedIn = signedIn;
    this.#url = url;
    this.#screen = screen;
    this.#createSocket = createSocket;
    this.#random = random;
  }

  /** @returns {State} */
  get state() {
    return this.#state.state;
  }

  /** The state, with what is known about it. */
  get detail() {
    return this.#state;
  }

  /**
   * Connects for the first time.
   * @param {number} columns
   * @param {number} rows
   */
  open(columns, rows) {
    this.#columns = columns;
    this.#rows = rows;
    this.#connect();
  }

  /**
   * Sends bytes to the program.
   * @param {Uint8Array} bytes
   * @returns {boolean} whether they were accepted: only while live, so that nothing arrives later as a surprise
   */
  send(bytes) {
    if (this.state !== "live") return false;
    if (bytes.length !== 1 || bytes[0] !== 0x03) return this.#input.offer(bytes);
    this.#input.interrupt();
    return true;
  }

  /**
   * Tells the program the terminal's new size.
   * @param {number} columns
   * @param {number} rows
   */
  resize(columns, rows) {
    if (columns === this.#columns && rows === this.#rows) return;
    this.#columns = columns;
    this.#rows = rows;
    if (this.#opened) this.#transmit(encodeResize(columns, rows));
  }

  /** Ends the wait for the next try: somebody is looking. */
  retryNow() {
    if (this.state === "waiting") this.#connect();
  }

  /** The network has changed: the connection may be dead without anybody having said so. Resuming loses nothing. */
  renew() {
    if (["connecting", "waiting", "replaying", "live"].includes(this.state)) {
      this.#failures = 0;
      this.#connect();
    }
  }

  /** After an end: opens a new shell, takes this one back from another tab, or asks for everything anew. */
  restart() {
    if (this.state === "exited" || this.state === "failed") this.#stream = null;
    this.#failures = 0;
    this.#connect();
  }

  /** Leaves the shell alone for good. */
  close() {
    this.#abandon();
    this.#become({ state: "closed" });
  }

  #connect() {
    this.#abandon({ lost: true });
    this.#become({ state: "connecting" });
    const socket = this.#createSocket(this.#url, SUBPROTOCOL);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    // An abandoned socket may still speak; nobody listens to it.
    const current = () => this.#socket === socket;
    socket.addEventListener("open", () => current() && this.#guarded(() => this.#socketOpened(socket)));
    socket.addEventListener("message", (event) => current() && this.#guarded(() => this.#received(event.data)));
    socket.addEventListener("close", (event) => current() && this.#socketClosed(event));
    this.#patienceTimer = setTimeout(() => this.#lost(), HANDSHAKE_MS);
  }

  /** @param {WebSocket} socket */
  #socketOpened(socket) {
    clearTimeout(this.#patienceTimer);
    if (socket.protocol !== SUBPROTOCOL) {
      throw new ProtocolError(`the server speaks ${JSON.stringify(socket.protocol)}, not ${SUBPROTOCOL}`);
    }
    const epoch = this.#stream?.epoch ?? 0n;
    const position = this.#stream?.received ?? 0n;
    this.#transmit(encodeOpen({ columns: this.#columns, rows: this.#rows, epoch, position }));
    this.#opened = true;
    this.#patienceTimer = setTimeout(() => this.#lost(), ANSWER_MS);
  }

  /** @param {unknown} data */
  #received(data) {
    if (!(data instanceof ArrayBuffer)) throw new ProtocolError("a text message; frames are binary");
    const frame = decode(data);
    clearTimeout(this.#patienceTimer);
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = setTimeout(() => this.#lost(), SILENCE_MS);
    switch (frame.type) {
      case "opened":
        return this.#shellOpened(frame);
      case "output":
        return this.#draw(frame.bytes);
      case "taken":
        this.#openStream("TAKEN");
        return this.#input.taken(frame.position);
      case "alive":
        return undefined;
      case "notice":
        return this.#tell("notice", { code: frame.code, text: frame.text });
      case "exited":
        return this.#end({ state: "exited", status: frame.status });
      case "replaced":
        return this.#end({ state: "replaced" });
    }
  }

  /** @param {import("./protocol.js").Opened} frame */
  #shellOpened(frame) {
    if (this.state !== "connecting") throw new ProtocolError("a second OPENED");
    this.#failures = 0;
    this.#acknowledged = frame.start;
    const stream = frame.resumed ? this.#continueStream(frame) : this.#beginStream(frame);
    stream.end = frame.end;
    this.#become({ state: "replaying" });
    this.#drawn(stream);
  }

  /** @param {import("./protocol.js").Opened} frame */
  #continueStream({ epoch, start }) {
    const stream = this.#stream;
    const position = stream?.received ?? 0n;
    if (start !== position) throw new ProtocolError(`OPENED resumes at ${start}, not at ${position}`);
    if (stream && stream.epoch !== epoch) throw new ProtocolError("OPENED resumes another shell");
    return (this.#stream = stream ?? { epoch, received: start, drawn: start, end: start });
  }

  /** @param {import("./protocol.js").Opened} frame */
  #beginStream({ epoch, start }) {
    // What was written before is still being drawn: the new stream begins when the screen has really been cleared.
    const stream = { epoch, received: start, drawn: -1n, end: start };
    this.#screen.clear(() => this.#drawn(stream, start));
    return (this.#stream = stream);
  }

  /** @param {Uint8Array} bytes */
  #draw(bytes) {
    const stream = this.#openStream("OUTPUT");
    const position = (stream.received += BigInt(bytes.length));
    this.#screen.write(bytes, () => this.#drawn(stream, position));
  }

  /**
   * @param {Stream} stream the one that was drawn, not always the one that is open now
   * @param {bigint} [position]
   */
  #drawn(stream, position = stream.drawn) {
    stream.drawn = position;
    if (stream !== this.#stream) return;
    if (this.state === "replaying" && stream.drawn >= stream.end) this.#become({ state: "live" });
    if (stream.drawn - this.#acknowledged >= DRAWN_STEP) this.#acknowledge();
    else if (stream.drawn > this.#acknowledged) this.#idleTimer ??= setTimeout(() => this.#acknowledge(), IDLE_MS);
  }

  #acknowledge() {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = undefined;
    if (!this.#stream || (this.state !== "replaying" && this.state !== "live")) return;
    this.#acknowledged = this.#stream.drawn;
    this.#transmit(encodeDrawn(this.#acknowledged));
  }

  /**
   * @param {string} name of a frame that only comes after OPENED
   * @returns {Stream}
   */
  #openStream(name) {
    if (!this.#stream || this.state === "connecting") throw new ProtocolError(`${name} before OPENED`);
    return this.#stream;
  }

  /** @param {CloseEvent} event */
  #socketClosed({ code, reason }) {
    if (code === PROTOCOL_ERROR || code === TOO_LARGE) this.#end({ state: "failed", reason });
    else {
      const refused = !this.#opened;
      this.#lost();
      if (refused) void this.#askWhetherSignedIn();
    }
  }

  async #askWhetherSignedIn() {
    const failures = this.#failures;
    if ((await this.#signedIn()) || failures !== this.#failures || this.state !== "waiting") return;
    this.#end({ state: "signed-out" });
  }

  #lost() {
    this.#abandon({ lost: true });
    this.#become({ state: "waiting" });
    this.#retryTimer = setTimeout(() => this.#connect(), delayBefore(this.#failures++, this.#random));
  }

  /** @param {StateDetail} state */
  #end(state) {
    this.#abandon();
    this.#become(state);
  }

  /**
   * @param {{ lost?: boolean, code?: number, reason?: string }} [how] lost: the shell may still be there
   */
  #abandon({ lost = false, code = NORMAL, reason = "" } = {}) {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#patienceTimer);
    clearTimeout(this.#silenceTimer);
    clearTimeout(this.#idleTimer);
    this.#idleTimer = undefined;
    const socket = this.#socket;
    this.#socket = null;
    this.#opened = false;
    socket?.close(code, reason);
    const bytes = this.#input.reset();
    // When the shell itself has ended, nobody misses what it was not told.
    if (bytes > 0 && lost) this.#tell("dropped", { bytes });
  }

  /**
   * Runs a step that may find the other end out of the protocol.
   * @param {() => void} step
   */
  #guarded(step) {
    try {
      step();
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      // A close reason has at most 123 bytes; ours are ASCII but for what they quote.
      const said = error.message.replace(/[^\x20-\x7e]/g, "?").slice(0, 120);
      this.#abandon({ code: OUR_PROTOCOL_ERROR, reason: said });
      this.#become({ state: "failed", reason: error.message });
    }
  }

  /** @param {Uint8Array<ArrayBuffer>} frame */
  #transmit(frame) {
    // A socket that is closing swallows what it is given; its close event follows.
    this.#socket?.send(frame);
  }

  /** @param {StateDetail} detail */
  #become(detail) {
    this.#state = detail;
    this.#tell("state", detail);
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
