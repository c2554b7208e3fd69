"""The two terminals that are compared: a browser's WebSocket, and `docker exec -it` in a PTY."""

import base64
import os
import pty
import select
import socket
import struct
import subprocess
import tty

from classroom import DOCKER

OPEN, INPUT, DRAWN, OPENED, OUTPUT = 0x01, 0x02, 0x04, 0x11, 0x12
DRAWN_EVERY = 65_536

# A shell in the machine by the way that a shell holder takes: the same namespaces, the same user.
ENTER = (
    "for p in /proc/[0-9]*; do "
    "grep -q '^NSpid:.*[[:space:]]1$' $p/status && grep -q '^PPid:[[:space:]]1$' $p/status && break; done; "
    "exec nsenter -t ${p#/proc/} -U -m -n -p -i -u -C --preserve-credentials -S 0 -G 0 bash -l"
)


class WebSocketTerminal:
    """Speaks docs/terminal-protocol.md as the page does, reporting everything as drawn at once."""

    def __init__(self, classroom):
        self.socket = socket.create_connection(("127.0.0.1", classroom.port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        host = f"127.0.0.1:{classroom.port}"
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET /terminal/bench HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {classroom.cookie}\r\n"
            f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Protocol: drydock.terminal.v1\r\n\r\n".encode()
        )
        self.buffer = bytearray()
        while b"\r\n\r\n" not in self.buffer:
            self._receive()
        head, _, rest = bytes(self.buffer).partition(b"\r\n\r\n")
        if b" 101 " not in head.splitlines()[0]:
            raise SystemExit(f"The terminal was refused: {head.splitlines()[0].decode()}")
        self.buffer = bytearray(rest)
        self.position = self.reported = 0
        self._send(struct.pack(">BHHQQ", OPEN, 80, 24, 0, 0))
        while True:
            frame = self._frame()
            if frame[0] == OPENED:
                self.position = self.reported = struct.unpack(">Q", frame[9:17])[0]
                break

    def write(self, data):
        self._send(bytes([INPUT]) + data)

    def read(self):
        while True:
            frame = self._frame()
            if frame[0] == OUTPUT:
                self.position += len(frame) - 1
                if self.position - self.reported >= DRAWN_EVERY // 2:
                    self.reported = self.position
                    self._send(struct.pack(">BQ", DRAWN, self.position))
                return frame[1:]

    def close(self):
        self.socket.close()

    def _send(self, payload):
        # A mask of zeros is a mask; a real client's costs time that is not the server's.
        head = bytes([0x82]) + (
            bytes([0x80 | len(payload)]) if len(payload) < 126 else struct.pack(">BH", 0x80 | 126, len(payload))
        )
        self.socket.sendall(head + b"\0\0\0\0" + payload)

    def _receive(self):
        data = self.socket.recv(1 << 18)
        if not data:
            raise SystemExit("The terminal's connection ended")
        self.buffer += data

    def _frame(self):
        while True:
            needed = self._whole_message()
            if needed:
                start, end, opcode = needed
                frame = bytes(memoryview(self.buffer)[start:end])
                del self.buffer[:end]
                if opcode == 2:
                    return frame
                if opcode == 8:
                    raise SystemExit(f"The server closed the terminal: {frame[2:].decode()}")
                continue
            self._receive()

    def _whole_message(self):
        if len(self.buffer) < 4:
            if len(self.buffer) < 2 or len(self.buffer) < 2 + (self.buffer[1] & 0x7F):
                return None
        length, start = self.buffer[1] & 0x7F, 2
        if length == 126:
            length, start = struct.unpack(">H", self.buffer[2:4])[0], 4
        elif length == 127:
            if len(self.buffer) < 10:
                return None
            length, start = struct.unpack(">Q", self.buffer[2:10])[0], 10
        if len(self.buffer) < start + length:
            return None
        return start, start + length, self.buffer[0] & 0x0F


class ExecTerminal:
    """`docker exec -it` in a PTY of our own, entering the machine by the same nsenter."""

    def __init__(self, container, uid):
        self.master, slave = pty.openpty()
        tty.setraw(slave)
        self.process = subprocess.Popen(
            [DOCKER, "exec", "-it", "-u", f"{uid}:{uid}", "-w", "/", container, "sh", "-c", ENTER],
            stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
        )
        os.close(slave)

    def write(self, data):
        os.write(self.master, data)

    def read(self):
        if not select.select([self.master], [], [], 60)[0]:
            raise SystemExit("docker exec -it says nothing")
        return os.read(self.master, 1 << 18)

    def close(self):
        os.close(self.master)
        self.process.wait(timeout=10)


def read_until(terminal, mark):
    """Reads until the mark has come; returns how many bytes that took."""
    tail, total = b"", 0
    while mark not in tail:
        data = terminal.read()
        total += len(data)
        tail = (tail + data)[-(len(data) + len(mark)):]
    return total


def quiet_shell(terminal, number):
    """Brings a fresh shell to a known state: no prompt, no line editing."""
    terminal.write(b"PS1= PROMPT_COMMAND=; set +o emacs; bind 'set enable-bracketed-paste off' 2>/dev/null; echo rea'dy'%d\n" % number)
    read_until(terminal, b"ready%d" % number)
