import assert from "node:assert/strict";
import { test } from "node:test";
import { commandFor } from "../../../static/page/keymap.js";
import { indexOfSpot, spotAt } from "../../../static/page/place.js";
import { follow, change, parse } from "../../../static/page/settings.js";
import { ABOVE, BESIDE, clampShare, shareAfterKey, shareAfterTap } from "../../../static/page/share.js";

const press = (key, code = "", ...held) => ({
  key,
  code,
  ctrlKey: held.includes("ctrl"),
  shiftKey: held.includes("shift"),
  altKey: held.includes("alt"),
  metaKey: held.includes("meta"),
});

test("single keys are commands", () => {
  assert.equal(commandFor(press("j", "KeyJ")), "next-task");
  assert.equal(commandFor(press("?", "Slash", "shift")), "help");
  assert.equal(commandFor(press("/", "Slash")), "find");
  assert.equal(commandFor(press("+", "Equal", "shift")), "larger");
  assert.equal(commandFor(press("x", "KeyX")), null);
  assert.equal(commandFor(press("Enter", "Enter")), null);
});

test("with a Korean layout the place of the key counts", () => {
  assert.equal(commandFor(press("ㅓ", "KeyJ")), "next-task");
  assert.equal(commandFor(press("ㅊ", "KeyC")), "check");
  assert.equal(commandFor(press("Process", "KeyR")), "run");
});

test("with another Latin layout what is written on the key counts", () => {
  assert.equal(commandFor(press("j", "KeyC")), "next-task");
});

test("keys that are held with others are the browser's", () => {
  for (const held of ["ctrl", "alt", "meta"]) assert.equal(commandFor(press("c", "KeyC", held)), null);
  assert.equal(commandFor(press("C", "KeyC", "shift")), null);
});

test("what was stored and cannot be used is as if nothing had been stored", () => {
  assert.equal(parse("theme", "dark"), "dark");
  assert.equal(parse("theme", "pink"), "");
  assert.equal(parse("theme", null), "");
  assert.equal(parse("font-size", "18"), 18);
  for (const size of ["", "8", "33", "NaN", null]) assert.equal(parse("font-size", size), 14);
  assert.equal(parse("shortcuts", null), true);
  assert.equal(parse("shortcuts", "false"), false);
  assert.equal(parse("screen-reader", "yes"), false);
});

test("who follows a setting hears of it at once and again, until they stop", () => {
  const seen = [];
  const end = new AbortController();
  follow("theme", (theme) => seen.push(theme), end.signal);
  change("theme", "dark");
  end.abort();
  change("theme", "");
  assert.deepEqual(seen, ["", "dark"]);
});

test("the split moves with the keys and keeps both panes in sight", () => {
  assert.equal(shareAfterKey(46, "ArrowLeft", BESIDE), 44);
  assert.equal(shareAfterKey(46, "ArrowRight", BESIDE), 48);
  assert.equal(shareAfterKey(25, "ArrowLeft", BESIDE), 25);
  assert.equal(shareAfterKey(46, "ArrowUp", BESIDE), null);
  assert.equal(shareAfterKey(60, "ArrowUp", ABOVE), 58);
  assert.equal(shareAfterKey(60, "ArrowDown", ABOVE), 62);
  assert.equal(shareAfterKey(60, "ArrowLeft", ABOVE), null);
  assert.equal(shareAfterKey(46, "Home", BESIDE), 25);
  assert.equal(shareAfterKey(46, "End", BESIDE), 75);
  assert.equal(shareAfterKey(46, "x", BESIDE), null);
  assert.equal(clampShare(1_000, BESIDE), 75);
  assert.equal(clampShare(-1, ABOVE), 15);
});

test("a tap gives the room to the other pane", () => {
  assert.equal(shareAfterTap(60, ABOVE), 15);
  assert.equal(shareAfterTap(15, ABOVE), 85);
  assert.equal(shareAfterKey(85, "Enter", ABOVE), 15);
});

const marks = [
  { task: "", heading: 0, top: -500 },
  { task: "", heading: 1, top: -200 },
  { task: "task-a", heading: 0, top: -20 },
  { task: "task-a", heading: 1, top: 300 },
];

test("the place is the mark nearest to the top of what is seen", () => {
  assert.deepEqual(spotAt(marks), { task: "task-a", heading: 0, offset: -20 });
  assert.deepEqual(spotAt([{ task: "", heading: 0, top: 40 }]), { task: "", heading: 0, offset: 40 });
  assert.equal(spotAt([]), null);
});

test("a place is found again, or its task where the heading is gone", () => {
  assert.equal(indexOfSpot(marks, { task: "", heading: 1, offset: 0 }), 1);
  assert.equal(indexOfSpot(marks, { task: "task-a", heading: 7, offset: 0 }), 2);
  assert.equal(indexOfSpot(marks, { task: "task-gone", heading: 0, offset: 0 }), -1);
});
