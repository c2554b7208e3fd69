/** Both neighbours of a connection, as tests steer them. */
import { hex } from "./frames.js";

export class FakeSocket extends EventTarget {
  protocol = "drydock.terminal.v1";
  binaryType = "blob";
  /** @type {string[]} frames in hexadecimal */
  sent = [];
  /** @type {[number?, string?] | null} */
  closed = null;

  constructor(url, protocol) {
    super();
    this.url = url;
    this.asked = protocol;
  }

  send(frame) {
    this.sent.push(hex(frame));
  }

  close(code, reason) {
    this.closed ??= [code, reason];
  }

  accept(protocol = this.protocol) {
    this.protocol = protocol;
    this.dispatchEvent(new Event("open"));
  }

  say(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  end(code, reason = "") {
    this.dispatchEvent(Object.assign(new Event("close"), { code, reason }));
  }

  /** The frames of one type. */
  of(type) {
    return this.sent.filter((frame) => frame.startsWith(type));
  }
}

/** Draws only when told to, in order, like a terminal that has work to do. */
export class FakeScreen {
  /** @type {string[]} */
  log = [];
  /** @type {(() => void)[]} */
  #pending = [];

  clear(drawn) {
    this.log.push("clear");
    this.#pending.push(drawn);
  }

  write(data, drawn) {
    this.log.push(new TextDecoder().decode(data));
    this.#pending.push(drawn);
  }

  draw(count = Infinity) {
    for (const drawn of this.#pending.splice(0, count)) drawn();
  }
}
