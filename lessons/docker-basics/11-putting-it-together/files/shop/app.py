"""A small web shop: says whose it is, and counts its visitors in a file."""

import http.server
import os
import pathlib
import signal
import socket
import sys

PORT = 8000
NAME = os.environ.get("SHOP_NAME", "a shop without a name")
VISITS = pathlib.Path("/data/visits.txt")


class Shop(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        VISITS.parent.mkdir(parents=True, exist_ok=True)
        count = int(VISITS.read_text()) + 1 if VISITS.exists() else 1
        VISITS.write_text(str(count))
        page = f"Welcome to {NAME}!\nYou are visitor number {count}.\nServed by {socket.gethostname()}.\n".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


# So that "docker stop" need not wait.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print(f"The shop is open on port {PORT}.", flush=True)
http.server.ThreadingHTTPServer(("", PORT), Shop).serve_forever()
