import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { InputQueue, MAX_WAITING } from "../../../static/terminal/input-queue.js";

/** @type {Uint8Array[]} */
let sent;
/** @type {InputQueue} */
let queue;

beforeEach(() => {
  sent = [];
  queue = new InputQueue((bytes) => sent.push(bytes));
});

const utf8 = (text) => new TextEncoder().encode(text);
const sentText = () => sent.map((bytes) => new TextDecoder().decode(bytes)).join("");

test("what fits is sent at once", () => {
  assert.equal(queue.offer(utf8("ls\r")), true);
  assert.equal(sentText(), "ls\r");
  assert.equal(queue.waiting, 0);
});

test("a long paste goes in pieces, up to the window, and on as it is taken", () => {
  queue.offer(new Uint8Array(100_000));
  assert.deepEqual(sent.map((bytes) => bytes.length), [16_384, 16_384, 16_384, 16_384]);
  assert.equal(queue.waiting, 100_000 - 65_536);
  queue.taken(10n);
  assert.equal(sent.at(-1)?.length, 10);
  queue.taken(65_546n);
  assert.equal(queue.waiting, 0);
  assert.equal(sent.reduce((sum, bytes) => sum + bytes.length, 0), 100_000);
});

test("the order of what waits is kept", () => {
  queue.offer(new Uint8Array(65_536));
  sent.length = 0;
  queue.offer(utf8("a"));
  queue.offer(utf8("b"));
  queue.taken(65_536n);
  assert.equal(sentText(), "ab");
});

test("an interrupt forgets what waits and is next", () => {
  queue.offer(new Uint8Array(70_000));
  sent.length = 0;
  queue.interrupt();
  assert.equal(sent.length, 0, "the window is full");
  assert.equal(queue.waiting, 1);
  queue.taken(1n);
  assert.equal(sentText(), "\x03");
});

test("an interrupt within a bracketed paste still ends the paste", () => {
  queue.offer(utf8(`\x1b[200~${"x".repeat(70_000)}\x1b[201~`));
  sent.length = 0;
  queue.interrupt();
  queue.taken(65_536n);
  assert.equal(sentText(), "\x1b[201~\x03");
});

test("an interrupt before a paste has begun sends nothing of it", () => {
  queue.offer(new Uint8Array(65_536));
  queue.offer(utf8("\x1b[200~rm\x1b[201~"));
  sent.length = 0;
  queue.interrupt();
  queue.taken(65_536n);
  assert.equal(sentText(), "\x03");
});

test("more than the memory is meant for is refused as a whole", () => {
  assert.equal(queue.offer(new Uint8Array(MAX_WAITING + 1)), false);
  assert.equal(sent.length, 0);
});

test("TAKEN that cannot be is named", () => {
  queue.offer(utf8("abc"));
  assert.throws(() => queue.taken(4n), /TAKEN names 4, but only 3 was sent/);
  queue.taken(2n);
  assert.throws(() => queue.taken(1n), /TAKEN went back from 2 to 1/);
});

test("a reset says what was lost and counts from nothing", () => {
  queue.offer(new Uint8Array(65_540));
  assert.equal(queue.reset(), 4);
  assert.equal(queue.reset(), 0);
  sent.length = 0;
  queue.offer(utf8("a"));
  queue.taken(1n);
  assert.equal(sentText(), "a");
});
