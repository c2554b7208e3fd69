import assert from "node:assert/strict";
import { test } from "node:test";
import {
  decode,
  encodeDrawn,
  encodeInput,
  encodeOpen,
  encodeResize,
  ProtocolError,
} from "../../../static/terminal/protocol.js";
import { alive, bytes, exited, frame, hex, notice, opened, output, replaced, taken } from "./frames.js";

test("OPEN carries size, epoch and position", () => {
  const open = encodeOpen({ columns: 80, rows: 24, epoch: 0xfedcba9876543210n, position: 258n });
  assert.equal(hex(open), "01" + "0050" + "0018" + "fedcba9876543210" + "0000000000000102");
});

test("INPUT carries the bytes as they are", () => {
  assert.equal(hex(encodeInput(bytes("00 03 ff"))), "020003ff");
  assert.equal(encodeInput(new Uint8Array(16_384)).length, 16_385);
});

test("RESIZE carries columns and rows", () => {
  assert.equal(hex(encodeResize(1_000, 1)), "03" + "03e8" + "0001");
});

test("DRAWN carries a position of 64 bits", () => {
  assert.equal(hex(encodeDrawn(0xffffffffffffffffn)), "04" + "ffffffffffffffff");
});

test("what cannot be said is named", () => {
  const open = { columns: 80, rows: 24, epoch: 0n, position: 0n };
  assert.throws(() => encodeOpen({ ...open, columns: 0 }), /columns must be 1 to 1000, not 0/);
  assert.throws(() => encodeOpen({ ...open, rows: 1_001 }), /rows must be 1 to 1000, not 1001/);
  assert.throws(() => encodeOpen({ ...open, epoch: -1n }), /epoch must be an unsigned number of 64 bits, not -1/);
  assert.throws(() => encodeOpen({ ...open, position: 1n << 64n }), /position must be an unsigned number/);
  assert.throws(() => encodeResize(80.5, 24), /columns must be 1 to 1000, not 80.5/);
  assert.throws(() => encodeInput(new Uint8Array(0)), /INPUT carries 1 to 16384 bytes, not 0/);
  assert.throws(() => encodeInput(new Uint8Array(16_385)), /INPUT carries 1 to 16384 bytes, not 16385/);
});

test("OPENED is read with its flags", () => {
  assert.deepEqual(decode(opened({ epoch: 0xffffffffffffffffn, start: 5n, end: 9n, flags: 2 })), {
    type: "opened",
    epoch: 0xffffffffffffffffn,
    start: 5n,
    end: 9n,
    started: false,
    resumed: true,
  });
  const fresh = decode(opened({ flags: 1 }));
  assert.ok(fresh.type === "opened" && fresh.started && !fresh.resumed);
});

test("OUTPUT is read as the bytes after its type", () => {
  const read = decode(output(bytes("1b 5b 41 00 ff")));
  assert.ok(read.type === "output");
  assert.equal(hex(read.bytes), "1b5b4100ff");
});

test("EXITED, REPLACED and TAKEN are read", () => {
  assert.deepEqual(decode(exited(0xffffffff)), { type: "exited", status: 0xffffffff });
  assert.deepEqual(decode(replaced()), { type: "replaced" });
  assert.deepEqual(decode(taken(258n)), { type: "taken", position: 258n });
});

test("ALIVE is read, and has nothing to say", () => {
  assert.deepEqual(decode(alive()), { type: "alive" });
  assert.throws(() => decode(frame(bytes("22 00"))), /ALIVE/);
});

test("NOTICE is read as code and text", () => {
  assert.deepEqual(decode(notice("starting", "머신을 시작합니다")), {
    type: "notice",
    code: "starting",
    text: "머신을 시작합니다",
  });
  for (const code of ["waiting", "full", "disk", "stopped", "restarting", "unreachable", "failed"]) {
    assert.deepEqual(decode(notice(code, "")), { type: "notice", code, text: "" });
  }
});

const hostile = {
  "an empty message": [frame(), /without a type/],
  "an unknown type": [frame(bytes("ff")), /unknown frame type ff/],
  "a type of our own": [frame(bytes("02 61")), /unknown frame type 02/],
  "a frame that is too large": [new ArrayBuffer(65_537), /65537 bytes; the most is 65536/],
  "a short OPENED": [opened().slice(0, 25), /OPENED carries 25 bytes, not 24/],
  "a long OPENED": [frame(new Uint8Array(opened()), "x"), /OPENED carries 25 bytes, not 26/],
  "OPENED of no shell": [opened({ epoch: 0n }), /epoch 0/],
  "OPENED that ends before it starts": [opened({ start: 9n, end: 8n }), /starts at 9, after its end 8/],
  "OPENED with unknown flags": [opened({ flags: 4 }), /unknown flags 4/],
  "an empty OUTPUT": [output(""), /OUTPUT carries 1 to 32768 bytes, not 0/],
  "an OUTPUT that is too long": [output(new Uint8Array(32_769)), /OUTPUT carries 1 to 32768 bytes, not 32769/],
  "a short EXITED": [frame(bytes("13 00")), /EXITED carries 4 bytes, not 1/],
  "a REPLACED with something in it": [frame(bytes("14 00")), /REPLACED carries 0 bytes, not 1/],
  "a short TAKEN": [frame(bytes("15 00 00")), /TAKEN carries 8 bytes, not 2/],
  "a NOTICE without a zero byte": [frame(bytes("21"), "starting"), /no zero byte/],
  "a NOTICE with an unknown code": [notice("<b>", "x"), /unknown NOTICE code "<b>"/],
  "a NOTICE that is not UTF-8": [notice("failed", bytes("ff fe")), /NOTICE text is not UTF-8/],
};

for (const [what, [data, message]] of Object.entries(hostile)) {
  test(`${what} is refused`, () => {
    assert.throws(() => decode(data), (error) => error instanceof ProtocolError && message.test(error.message));
  });
}

test("no bytes whatever do more than fail by name", () => {
  let seed = 1;
  const next = () => (seed = (seed * 48_271) % 0x7fffffff) & 0xff;
  for (let round = 0; round < 20_000; round++) {
    const data = Uint8Array.from({ length: next() % 40 }, next);
    if (data.length > 0 && round % 2) data[0] = [0x11, 0x12, 0x13, 0x14, 0x15, 0x21][next() % 6];
    try {
      decode(data.buffer);
    } catch (error) {
      assert.ok(error instanceof ProtocolError, String(error));
    }
  }
});
