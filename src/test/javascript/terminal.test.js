import assert from "node:assert/strict";
import { test } from "node:test";
import { delayBefore } from "../../../static/terminal/backoff.js";
import { actionFor, sequenceOf, withControl } from "../../../static/terminal/keys.js";
import { nextOwn, parseOwn } from "../../../static/terminal/own-terminals.js";
import { statusOf } from "../../../static/terminal/status.js";
import { typed } from "../../../static/terminal/typing.js";

test("the wait is between a quarter of a second and five", () => {
  for (const random of [0, 0.5, 1]) {
    for (let failures = 0; failures < 2_000; failures++) {
      const delay = delayBefore(failures, () => random);
      assert.ok(delay >= 250 && delay <= 5_000, `${delay} after ${failures}`);
    }
  }
});

test("a command is typed with one Enter at its end", () => {
  assert.equal(typed("docker ps", false), "docker ps\r");
  assert.equal(typed("docker ps\n", false), "docker ps\r");
  assert.equal(typed("docker ps\r\n\r\n", false), "docker ps\r");
});

test("lines are typed one after the other, blank ones too", () => {
  assert.equal(typed("cat <<E\n\nhi\nE\n", false), "cat <<E\r\rhi\rE\r");
});

test("nothing to type is nothing, not an Enter", () => {
  assert.equal(typed("", false), "");
  assert.equal(typed("\n\n", false), "");
});

test("a lesson presses no other keys", () => {
  assert.equal(typed("a\x03b\x1b[Ac\x7f\x00", false), "ab[Ac\r");
});

test("a Tab goes as a paste where the shell knows pastes", () => {
  assert.equal(typed("a\n\tb\n", true), "\x1b[200~a\r\tb\x1b[201~\r");
  assert.equal(typed("a\n\tb\n", false), "a\r\tb\r");
  assert.equal(typed("a\nb\n", true), "a\rb\r");
});

const key = (code, ...held) => ({
  code,
  key: code.replace(/^Key/, ""),
  ctrlKey: held.includes("ctrl"),
  shiftKey: held.includes("shift"),
  altKey: held.includes("alt"),
  metaKey: held.includes("meta"),
});
const pc = { mac: false, selection: false };
const pcSelected = { mac: false, selection: true };
const mac = { mac: true, selection: false };
const macSelected = { mac: true, selection: true };

for (const [action, held, where] of /** @type {const} */ ([
  ["copy", key("KeyC", "ctrl"), pcSelected],
  ["program", key("KeyC", "ctrl"), pc],
  ["program", key("KeyC", "ctrl", "alt"), pcSelected],
  ["copy", key("KeyC", "ctrl", "shift"), pcSelected],
  ["ignore", key("KeyC", "ctrl", "shift"), pc],
  ["paste", key("KeyV", "ctrl", "shift"), pc],
  ["program", key("KeyV", "ctrl"), pc],
  ["copy", key("Insert", "ctrl"), pcSelected],
  ["program", key("Insert", "ctrl"), pc],
  ["paste", key("Insert", "shift"), pc],
  ["copy", key("KeyC", "meta"), macSelected],
  ["ignore", key("KeyC", "meta"), mac],
  ["paste", key("KeyV", "meta"), mac],
  ["program", key("KeyV", "meta"), pc],
  ["find", key("KeyF", "ctrl", "shift"), pc],
  ["program", key("KeyF", "ctrl"), pc],
  ["find", key("KeyF", "meta"), mac],
  ["leave", key("Escape", "shift"), pc],
  ["program", key("Escape"), pc],
  ["program", key("Tab"), pc],
])) {
  test(`${JSON.stringify(held)} is ${action} where ${JSON.stringify(where)}`, () => {
    assert.equal(actionFor(held, where), action);
  });
}

test("copying works with a Korean layout", () => {
  assert.equal(actionFor({ ...key("KeyC", "ctrl"), key: "ㅊ" }, pcSelected), "copy");
});

test("Ctrl that is held makes a letter a control character, and nothing else", () => {
  assert.equal(withControl("c"), "\x03");
  assert.equal(withControl("C"), "\x03");
  assert.equal(withControl("["), "\x1b");
  assert.equal(withControl("?"), "\x7f");
  assert.equal(withControl("1"), "1");
  assert.equal(withControl("ls"), "ls");
  assert.equal(withControl("한"), "한");
});

test("keys without a character send what a keyboard would", () => {
  assert.equal(sequenceOf("ArrowUp", false), "\x1b[A");
  assert.equal(sequenceOf("ArrowLeft", true), "\x1bOD");
  assert.equal(sequenceOf("Tab", false), "\t");
  assert.equal(sequenceOf("Escape", true), "\x1b");
});

test("the learner's own terminals have the names that are left", () => {
  assert.equal(nextOwn(["main"]), "second");
  assert.equal(nextOwn(["main", "second", "fourth"]), "third");
  assert.equal(nextOwn(["main", "second", "third", "fourth"]), undefined);
  assert.deepEqual(parseOwn("third second nonsense main", ["main"]), ["second", "third"]);
  assert.deepEqual(parseOwn("second", ["main", "second"]), []);
  assert.deepEqual(parseOwn(null, ["main"]), []);
});

const text = (name, ...values) => [name, ...values].join(" ");

test("a shell that is there needs no words", () => {
  assert.equal(statusOf({ state: "live" }, "", true, "", text), null);
  assert.equal(statusOf({ state: "replaying" }, "", true, "", text), null);
  assert.deepEqual(statusOf({ state: "live" }, "", true, "nearly full", text), {
    message: "nearly full",
    button: "terminal-understood",
    action: "dismiss",
  });
  assert.equal(statusOf({ state: "replaying" }, "", true, "nearly full", text), null);
});

test("the server's words come before our own while there is no shell", () => {
  assert.equal(statusOf({ state: "connecting" }, "", false, "", text)?.message, "terminal-connecting");
  assert.equal(statusOf({ state: "connecting" }, "", true, "", text)?.message, "terminal-reconnecting");
  assert.equal(statusOf({ state: "waiting" }, "", false, "", text)?.message, "terminal-connecting");
  assert.equal(statusOf({ state: "waiting" }, "Docker is not running", false, "", text)?.message, "Docker is not running");
});

test("an end offers what can be done", () => {
  assert.deepEqual(statusOf({ state: "exited", status: 1 }, "", true, "", text), {
    message: "terminal-exited 1",
    button: "terminal-new-shell",
    action: "restart",
  });
  assert.equal(statusOf({ state: "replaced" }, "", true, "", text)?.button, "terminal-use-here");
  assert.equal(statusOf({ state: "signed-out" }, "", true, "", text)?.action, "reload");
  assert.equal(statusOf({ state: "failed", reason: "x" }, "", true, "", text)?.message, "terminal-failed x");
});
