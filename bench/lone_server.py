"""A server without an engine, on a throw-away data directory and a free port of loopback, signed in to."""

import contextlib
import glob
import hashlib
import os
import re
import secrets
import shutil
import sqlite3
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from classroom import ROOT, free_port, sign_in

START_LIMIT = 120
STOP_LIMIT = 30


def java(*arguments):
    """The command that runs Drydock as ./drydock does; what begins with -D is for Java."""
    command = os.environ["DRYDOCK_COMMAND"].splitlines()
    properties = [argument for argument in arguments if argument.startswith("-D")]
    rest = [argument for argument in arguments if not argument.startswith("-D")]
    return [command[0], *properties, *command[1:], *rest]


class LoneServer:
    """Use it in a with statement. It notes how long each request took it."""

    def __enter__(self):
        self.data = tempfile.mkdtemp(prefix="drydock-bench-")
        self.access = os.path.join(self.data, "access")
        self.port = free_port()
        os.mkdir(os.path.join(self.data, "sign-in"), 0o700)
        with open(os.path.join(self.data, "log"), "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                java(
                    f"--server.port={self.port}", f"--drydock.data={self.data}", "--drydock.database.url=", f"--drydock.lessons={ROOT}/lessons",
                    "--server.tomcat.accesslog.enabled=true", f"--server.tomcat.accesslog.directory={self.access}",
                    "--server.tomcat.accesslog.pattern=%{User-Agent}i %{us}T",
                ),
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                env={**os.environ, "DOCKER_HOST": f"unix://{self.data}/no-engine.sock"},
            )
        try:
            self._await()
            self.cookie = sign_in(self.port, self._address())
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)

    def stop(self):
        """Returns once it has ended, with everything written."""
        self.process.terminate()
        try:
            self.process.wait(timeout=STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def own_times(self, browser):
        """Milliseconds that the server took for each request of a browser of that name. Known once it has ended."""
        times = []
        for name in glob.glob(os.path.join(self.access, "*")):
            with open(name, encoding="utf-8") as log:
                times += [int(line.split()[-1]) / 1000 for line in log if line.startswith(browser + " ")]
        return times

    def _await(self):
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                self.get("/actuator/health")
                return
            except urllib.error.HTTPError:
                # It answers, and says that it has no engine.
                return
            except OSError:
                time.sleep(0.1)
        with open(os.path.join(self.data, "log"), encoding="utf-8") as log:
            raise SystemExit(f"The server did not start. The end of its log:\n{log.read()[-2000:]}")

    def _address(self):
        token = secrets.token_hex(32)
        name = hashlib.sha256(token.encode("ascii")).hexdigest()
        with open(os.path.join(self.data, "sign-in", name), "wb"):
            return f"http://127.0.0.1:{self.port}/sign-in?token={token}"

    def get(self, path, cookie=""):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Cookie": cookie})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read().decode("utf-8")

    def lesson_pages(self):
        """The addresses of all lessons' pages, in order."""
        found = re.findall(r'href="(/courses/[^/"]+/lessons/[^/"#?]+)"', self.get("/courses", self.cookie))
        return sorted(set(found))

    def pass_every_other_exercise(self):
        """Puts the learner in the middle of everything, as the one who has tried most has most to be shown."""
        rows = []
        for page in self.lesson_pages():
            _, _, course, _, lesson = page.split("/")
            rows += [(course, lesson, task) for task in re.findall(r'id="task-([^"]+)" data-state=', self.get(page, self.cookie))[::2]]
        with contextlib.closing(sqlite3.connect(os.path.join(self.data, "drydock.db"), timeout=10)) as database, database:
            database.executemany(
                "INSERT INTO task_progress (learner_id, course_id, lesson_id, task_id, outcome, message, tries, passed_at, checked_at)"
                " SELECT id, ?, ?, ?, 'passed', '', 1, 1, 1 FROM learner", rows)
        return len(rows)
