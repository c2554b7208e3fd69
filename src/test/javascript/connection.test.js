import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Connection } from "../../../static/terminal/connection.js";
import { FakeScreen, FakeSocket } from "./fakes.js";
import { alive, bytes, exited, hex, notice, opened, output, replaced, taken } from "./frames.js";

/** @type {FakeSocket[]} */
let sockets;
/** @type {FakeScreen} */
let screen;
/** @type {Connection} */
let connection;
/** @type {string[]} */
let states;
/** @type {object[]} */
let events;
let signedIn = true;

const socket = () => /** @type {FakeSocket} */ (sockets.at(-1));
const utf8 = (text) => new TextEncoder().encode(text);
const drawnFrame = (position) => "04" + BigInt(position).toString(16).padStart(16, "0");

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  sockets = [];
  states = [];
  events = [];
  signedIn = true;
  screen = new FakeScreen();
  connection = new Connection({
    url: "ws://host/terminal/main",
    screen,
    createSocket: (url, protocol) => {
      sockets.push(new FakeSocket(url, protocol));
      return /** @type {any} */ (socket());
    },
    random: () => 0.5,
    signedIn: async () => signedIn,
  });
  connection.addEventListener("state", (event) => states.push(/** @type {CustomEvent} */ (event).detail.state));
  for (const type of ["notice", "dropped"]) {
    connection.addEventListener(type, (event) => events.push({ type, .../** @type {CustomEvent} */ (event).detail }));
  }
});

/** Connects to a new shell that has written nothing. */
function live() {
  connection.open(80, 24);
  socket().accept();
  socket().say(opened({ flags: 1 }));
  screen.draw();
  assert.equal(connection.state, "live");
}

test("the first OPEN names size and nothing else", () => {
  connection.open(132, 43);
  assert.equal(socket().asked, "drydock.terminal.v1");
  assert.equal(socket().binaryType, "arraybuffer");
  assert.deepEqual(socket().sent, [], "nothing before the socket is open");
  socket().accept();
  assert.deepEqual(socket().sent, ["01" + "0084" + "002b" + "0".repeat(16) + "0".repeat(16)]);
});

test("a new shell is live when the screen has been cleared", () => {
  connection.open(80, 24);
  socket().accept();
  socket().say(opened({ flags: 1 }));
  assert.equal(connection.state, "replaying");
  screen.draw();
  assert.deepEqual(screen.log, ["clear"]);
  assert.deepEqual(states, ["connecting", "replaying", "live"]);
});

test("nothing is typed into a replay, and no answer leaves it", () => {
  connection.open(80, 24);
  socket().accept();
  socket().say(opened({ start: 100n, end: 106n }));
  socket().say(output("abc"));
  socket().say(output("def"));
  screen.draw(2);
  assert.equal(connection.send(utf8("\x1b[?1;2c")), false);
  assert.equal(connection.state, "replaying", "three bytes are still to be drawn");
  screen.draw();
  assert.equal(connection.state, "live");
  assert.equal(connection.send(utf8("x")), true);
  assert.deepEqual(socket().of("02"), ["0278"]);
});

test("DRAWN follows every half window and, when nothing more comes, the end", () => {
  live();
  const size = 32_768;
  for (let count = 0; count < 3; count++) socket().say(output(new Uint8Array(size)));
  assert.deepEqual(socket().of("04"), [], "received is not drawn");
  screen.draw();
  assert.deepEqual(socket().of("04"), [drawnFrame(size), drawnFrame(2 * size), drawnFrame(3 * size)]);
  socket().say(output("$ "));
  screen.draw();
  assert.equal(socket().of("04").length, 3);
  mock.timers.tick(50);
  assert.equal(socket().of("04").at(-1), drawnFrame(3 * size + 2));
});

test("between two DRAWN there are never more than 65,536 bytes", () => {
  live();
  let position = 0;
  for (const size of [32_767, 32_768, 1, 32_767, 32_767, 32_768]) {
    socket().say(output(new Uint8Array(size)));
    screen.draw();
    position += size;
    const last = BigInt("0x" + (socket().of("04").at(-1) ?? "0400").slice(2));
    assert.ok(position - Number(last) < 65_536, `${position} after ${last}`);
  }
});

test("input waits for TAKEN and Ctrl-C stops what waits", () => {
  live();
  connection.send(new Uint8Array(80_000).fill(97));
  assert.equal(socket().of("02").length, 4);
  connection.send(bytes("03"));
  assert.equal(socket().of("02").length, 4);
  socket().say(taken(65_536n));
  assert.deepEqual(socket().of("02").slice(4), ["0203"]);
});

test("a lost connection resumes where it was", () => {
  live();
  socket().say(output("hello"));
  socket().end(1006);
  assert.equal(connection.state, "waiting");
  assert.equal(connection.send(utf8("x")), false, "nothing is kept for later");
  mock.timers.tick(5_000);
  assert.equal(sockets.length, 2);
  socket().accept();
  assert.equal(socket().sent[0], "01" + "0050" + "0018" + "0000000000000007" + "0000000000000005");
  socket().say(opened({ start: 5n, end: 7n, flags: 2 }));
  assert.equal(connection.state, "replaying", "what was received before is still being drawn");
  socket().say(output("!\n"));
  screen.draw();
  assert.equal(connection.state, "live");
  assert.deepEqual(screen.log, ["clear", "hello", "!\n"]);
  mock.timers.tick(50);
  assert.deepEqual(socket().of("04"), [drawnFrame(7)]);
});

test("a shell that cannot be resumed clears the screen", () => {
  live();
  socket().say(output("hello"));
  socket().end(1006);
  mock.timers.tick(5_000);
  socket().accept();
  socket().say(opened({ epoch: 8n, start: 40n, end: 43n }));
  socket().say(output("abc"));
  assert.equal(connection.state, "replaying");
  screen.draw(2);
  assert.equal(connection.state, "replaying", "the old stream's positions do not count");
  screen.draw();
  assert.equal(connection.state, "live");
  assert.deepEqual(screen.log, ["clear", "hello", "clear", "abc"]);
});

test("a paste that a lost connection cuts off is spoken of", () => {
  live();
  connection.send(new Uint8Array(65_546));
  socket().end(1006);
  assert.deepEqual(events, [{ type: "dropped", bytes: 10 }]);
});

test("tries follow each other more slowly, up to five seconds, until a shell answers", () => {
  connection.open(80, 24);
  const waits = [];
  for (let failure = 0; failure < 7; failure++) {
    const before = sockets.length;
    socket().end(1006);
    let waited = 0;
    while (sockets.length === before) {
      mock.timers.tick(1);
      waited += 1;
    }
    waits.push(waited);
  }
  assert.deepEqual(waits, [375, 750, 1_500, 3_000, 3_750, 3_750, 3_750]);
  socket().accept();
  socket().say(opened());
  socket().end(1006);
  mock.timers.tick(375);
  assert.equal(sockets.length, 9);
});

test("somebody who looks need not wait", () => {
  live();
  connection.retryNow();
  assert.equal(sockets.length, 1, "a living connection is left alone");
  socket().end(1006);
  connection.retryNow();
  assert.equal(sockets.length, 2);
  mock.timers.tick(9_000);
  assert.equal(sockets.length, 2, "the wait itself is over");
});

test("a changed network renews the connection and nobody hears the old one", () => {
  live();
  const old = socket();
  connection.renew();
  assert.equal(sockets.length, 2);
  assert.deepEqual(old.closed, [1000, ""]);
  old.say(output("late"));
  old.end(1006);
  assert.equal(connection.state, "connecting");
  assert.deepEqual(screen.log, ["clear"]);
});

test("a handshake that takes too long is given up", () => {
  connection.open(80, 24);
  mock.timers.tick(10_000);
  assert.equal(connection.state, "waiting");
});

test("a server that does not answer OPEN is given up", () => {
  connection.open(80, 24);
  socket().accept();
  mock.timers.tick(19_999);
  assert.equal(connection.state, "connecting");
  mock.timers.tick(1);
  assert.equal(connection.state, "waiting");
});

test("a slow machine is waited for", () => {
  connection.open(80, 24);
  socket().accept();
  socket().say(notice("starting", "Your machine is starting"));
  mock.timers.tick(60_000);
  assert.equal(sockets.length, 1);
  assert.deepEqual(events, [{ type: "notice", code: "starting", text: "Your machine is starting" }]);
  socket().end(1013);
  assert.equal(connection.state, "waiting");
});

test("after EXITED nothing happens until a new shell is asked for", () => {
  live();
  socket().say(output("logout"));
  socket().say(exited(130));
  assert.deepEqual(connection.detail, { state: "exited", status: 130 });
  mock.timers.tick(60_000);
  connection.renew();
  connection.retryNow();
  assert.equal(sockets.length, 1);
  connection.restart();
  socket().accept();
  assert.equal(socket().sent[0], "01" + "0050" + "0018" + "0".repeat(32));
});

test("after REPLACED the shell stays with the other tab until it is taken back", () => {
  live();
  socket().say(output("hi"));
  socket().say(replaced());
  assert.equal(connection.state, "replaced");
  mock.timers.tick(60_000);
  connection.renew();
  assert.equal(sockets.length, 1);
  connection.restart();
  socket().accept();
  assert.equal(socket().sent[0], "01" + "0050" + "0018" + "0000000000000007" + "0000000000000002");
});

test("whoever is refused because they are not signed in is not tried again", async () => {
  signedIn = false;
  connection.open(80, 24);
  socket().end(1006);
  await Promise.resolve();
  await Promise.resolve();
  mock.timers.tick(60_000);
  assert.equal(connection.state, "signed-out");
  assert.equal(sockets.length, 1);
});

test("whoever is refused though signed in is tried again", async () => {
  connection.open(80, 24);
  socket().end(1006);
  await Promise.resolve();
  await Promise.resolve();
  mock.timers.tick(60_000);
  assert.ok(sockets.length > 1);
});

test("a server that has fallen silent is given up, one that says ALIVE is not", () => {
  connection.open(80, 24);
  socket().accept();
  socket().say(opened());
  screen.draw();
  mock.timers.tick(40_000);
  socket().say(alive());
  mock.timers.tick(40_000);
  assert.equal(connection.state, "live");
  mock.timers.tick(20_000);
  assert.equal(connection.state, "waiting");
  mock.timers.tick(20_000);
  assert.equal(sockets.length, 2);
});

test("a server that calls our frame wrong is not asked again", () => {
  live();
  socket().end(1002, "RESIZE carries 4 bytes, not 3");
  assert.deepEqual(connection.detail, { state: "failed", reason: "RESIZE carries 4 bytes, not 3" });
  mock.timers.tick(60_000);
  assert.equal(sockets.length, 1);
});

const wrong = {
  "a text message": [(it) => it.say("hello"), /frames are binary/],
  "a frame from nowhere": [(it) => it.say(new ArrayBuffer(1)), /unknown frame type 00/],
  "a second OPENED": [(it) => it.say(opened()), /a second OPENED/],
  "TAKEN for what was never sent": [(it) => it.say(taken(1n)), /only 0 was sent/],
};

for (const [what, [happen, reason]] of Object.entries(wrong)) {
  test(`${what} ends the connection by name`, () => {
    live();
    happen(socket());
    assert.equal(connection.state, "failed");
    assert.match(connection.detail.reason ?? "", reason);
    assert.equal(socket().closed?.[0], 4002);
    assert.match(socket().closed?.[1] ?? "", reason);
  });
}

test("what comes before OPENED ends the connection by name", () => {
  for (const [frame, reason] of [[output("x"), /OUTPUT before OPENED/], [taken(0n), /TAKEN before OPENED/]]) {
    connection.restart();
    socket().accept();
    socket().say(frame);
    assert.match(connection.detail.reason ?? "", reason);
  }
});

test("a resumption elsewhere than asked for ends the connection by name", () => {
  connection.open(80, 24);
  socket().accept();
  socket().say(opened({ start: 5n, end: 5n, flags: 2 }));
  assert.match(connection.detail.reason ?? "", /resumes at 5, not at 0/);
  connection.restart();
  socket().accept();
  socket().say(opened({ flags: 2 }));
  assert.equal(connection.state, "live");
});

test("a server without the subprotocol ends the connection by name", () => {
  connection.open(80, 24);
  socket().accept("");
  assert.match(connection.detail.reason ?? "", /speaks "", not drydock.terminal.v1/);
});

test("a close reason is short and plain", () => {
  connection.open(80, 24);
  socket().accept("한글".repeat(100));
  assert.match(socket().closed?.[1] ?? "", /^[\x20-\x7e]{1,120}$/);
});

test("a new size is told once, and only to a shell", () => {
  connection.open(80, 24);
  connection.resize(90, 30);
  socket().accept();
  assert.equal(socket().sent[0].slice(2, 10), "005a001e");
  connection.resize(90, 30);
  connection.resize(91, 30);
  assert.deepEqual(socket().of("03"), ["03005b001e"]);
});

test("closing leaves the shell alone", () => {
  live();
  connection.close();
  assert.deepEqual(socket().closed, [1000, ""]);
  mock.timers.tick(60_000);
  assert.equal(sockets.length, 1);
  assert.equal(connection.state, "closed");
});
