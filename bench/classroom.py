"""A classroom of its own for a benchmark: started by ./drydock, signed in to, and taken down again."""

import glob
import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DOCKER = os.environ.get("DOCKER", "docker")
JAVA = os.environ.get("JAVA", "java")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def docker(*arguments):
    return subprocess.run([DOCKER, *arguments], check=True, capture_output=True, text=True).stdout.strip()


def sign_in(port, address):
    """The cookies that a one-time address gives."""
    path = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", f"{path.path}?{path.query}")
    answer = connection.getresponse()
    cookies = [value.split(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"]
    if not cookies:
        raise SystemExit(f"Signing in failed: {answer.status}")
    return "; ".join(cookies)


class Classroom:
    """A running server with a throw-away data directory. Use it in a with statement."""

    def __enter__(self):
        self.data = tempfile.mkdtemp(prefix="drydock-bench-")
        self.port = free_port()
        try:
            output = self._drydock("up", "--detach", "--yes", "--port", str(self.port), "--data", self.data)
            self.address = re.search(r"http://\S+/sign-in\?token=\S+", output).group(0)
            with open(os.path.join(self.data, "instance"), encoding="ascii") as file:
                self.instance = file.read().strip()
            self.cookie = sign_in(self.port, self.address)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        subprocess.run([f"{ROOT}/drydock", "down", "--data", self.data], check=False, capture_output=True)
        self._remove_everything_in(self.data)
        shutil.rmtree(self.data, ignore_errors=True)

    def remove_everything_of(self, instance):
        label = f"label=dev.drydock.instance={instance}"
        for listing, removal in (
            (["ps", "-aq"], ["rm", "-fv"]),
            (["volume", "ls", "-q"], ["volume", "rm", "-f"]),
            (["images", "-q"], ["rmi", "-f"]),
        ):
            found = docker(*listing, "--filter", label).split()
            if found:
                subprocess.run([DOCKER, *removal, *sorted(set(found))], check=False, capture_output=True)

    def run_inside(self, program, arguments, options, java=()):
        """Runs a Java program of this directory on the server's class path, with a data directory of its own.

        Returns {word: [numbers]} of the lines that it prints.
        """
        app = max(glob.glob(f"{ROOT}/target/launcher/app-*/"), key=os.path.getmtime)
        with tempfile.TemporaryDirectory(prefix="drydock-bench-") as data:
            try:
                done = subprocess.run(
                    [
                        JAVA, "--enable-native-access=ALL-UNNAMED", *java, "-cp", f"{app}lib/*:{app}drydock.jar", f"{ROOT}/bench/{program}.java",
                        *arguments, "--server.port=0", f"--drydock.data={data}", "--drydock.database.url=", f"--drydock.lessons={ROOT}/lessons",
                        f"--drydock.machine.image=drydock/machine:{self.instance}",
                        f"--drydock.mirror.image=drydock/mirror:{self.instance}", *options,
                        "--spring.main.banner-mode=off", "--logging.level.root=error",
                    ],
                    capture_output=True, text=True, check=False,
                )
            finally:
                self._remove_everything_in(data)
        if done.returncode != 0:
            raise SystemExit(f"The benchmark failed:\n{done.stdout}{done.stderr}")
        figures = {}
        for line in done.stdout.splitlines():
            word, _, number = line.partition(" ")
            try:
                figures.setdefault(word, []).append(float(number))
            except ValueError:
                pass  # what else the server's libraries print
        return figures

    def _remove_everything_in(self, data):
        instance = os.path.join(data, "instance")
        if os.path.exists(instance):
            with open(instance, encoding="ascii") as file:
                self.remove_everything_of(file.read().strip())

    def _drydock(self, *arguments):
        done = subprocess.run([f"{ROOT}/drydock", *arguments], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"./drydock {arguments[0]} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def machine(self):
        """The container of the one learner's machine, and the host uid that owns it."""
        filters = ["--filter", f"label=dev.drydock.instance={self.instance}", "--filter", "label=dev.drydock.role=machine"]
        line = docker("ps", *filters, "--format", '{{.ID}} {{.Label "dev.drydock.uid"}}')
        return line.split()
