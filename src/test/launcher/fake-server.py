"""Answers 200 to everything until it is asked to stop."""
import signal
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()

    def log_message(self, *ignored):
        pass


signal.signal(signal.SIGTERM, lambda *ignored: sys.exit(143))
host = next((a.split("=", 1)[1] for a in sys.argv if a.startswith("--server.address=")), "127.0.0.1")
HTTPServer((host, int(sys.argv[1])), Answer).serve_forever()
