"""A machine's cold start: by the server, against the same image and flags started by the engine's command line."""

import glob
import os
import subprocess
import tempfile

import report
from classroom import DOCKER, ROOT, Classroom

JAVA = os.environ.get("JAVA", "java")


def main():
    options = report.arguments(rounds=10)
    with Classroom() as classroom, tempfile.TemporaryDirectory(prefix="drydock-bench-") as data:
        app = max(glob.glob(f"{ROOT}/target/launcher/app-*/"), key=os.path.getmtime)
        image = f"drydock/machine:{classroom.instance}"
        seccomp = f"{ROOT}/src/main/resources/dev/drydock/machine/seccomp.json"
        done = subprocess.run(
            [
                JAVA, "--enable-native-access=ALL-UNNAMED", "-cp", f"{app}lib/*:{app}drydock.jar", f"{ROOT}/bench/Start.java",
                str(options.rounds), DOCKER, image, seccomp,
                "--server.port=0", f"--drydock.data={data}", f"--drydock.lessons={ROOT}/lessons",
                f"--drydock.machine.image={image}", f"--drydock.mirror.image=drydock/mirror:{classroom.instance}",
                "--spring.main.banner-mode=off", "--logging.level.root=error",
            ],
            capture_output=True, text=True, check=False,
        )
        with open(os.path.join(data, "instance"), encoding="ascii") as file:
            classroom.remove_everything_of(file.read().strip())
        if done.returncode != 0:
            raise SystemExit(f"The benchmark failed:\n{done.stdout}{done.stderr}")
        figures = {"ours": [], "theirs": []}
        for line in done.stdout.splitlines():
            side, _, milliseconds = line.partition(" ")
            if side in figures:
                figures[side].append(float(milliseconds))
        report.show(options, "start", "ms", figures["ours"], figures["theirs"], 1.15)


main()
