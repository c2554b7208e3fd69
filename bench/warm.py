"""A warm start: a machine that waits becomes a learner's, against a bare exec in a container that runs already."""

import glob
import json
import os
import statistics
import subprocess
import tempfile

import report
from classroom import DOCKER, ROOT, Classroom

JAVA = os.environ.get("JAVA", "java")
SIZE = 30
MOST_RATIO, MOST_MS, MOST_CLASS_MS = 1.5, 150, 3000


def measure(rounds):
    with Classroom() as classroom, tempfile.TemporaryDirectory(prefix="drydock-bench-") as data:
        app = max(glob.glob(f"{ROOT}/target/launcher/app-*/"), key=os.path.getmtime)
        try:
            done = subprocess.run(
                [
                    JAVA, "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp", f"{app}lib/*:{app}drydock.jar",
                    f"{ROOT}/bench/Warm.java", str(rounds), str(SIZE), DOCKER,
                    "--server.port=0", f"--drydock.data={data}", f"--drydock.lessons={ROOT}/lessons",
                    f"--drydock.machine.image=drydock/machine:{classroom.instance}",
                    f"--drydock.mirror.image=drydock/mirror:{classroom.instance}", f"--drydock.machines.spares={SIZE}",
                    "--spring.main.banner-mode=off", "--logging.level.root=error",
                ],
                capture_output=True, text=True, check=False,
            )
        finally:
            instance = os.path.join(data, "instance")
            if os.path.exists(instance):
                with open(instance, encoding="ascii") as file:
                    classroom.remove_everything_of(file.read().strip())
    if done.returncode != 0:
        raise SystemExit(f"The benchmark failed:\n{done.stdout}{done.stderr}")
    figures = {"ours": [], "theirs": [], "prompt": [], "class": []}
    for line in done.stdout.splitlines():
        side, _, milliseconds = line.partition(" ")
        if side in figures:
            figures[side].append(float(milliseconds))
    return figures


def main():
    options = report.arguments(rounds=100)
    figures = measure(options.rounds)
    slowest = max(figures["class"])
    if options.json:
        print(json.dumps(figures))
        return
    report.show(options, "warm", "ms", figures["ours"], figures["theirs"], MOST_RATIO)
    print(f"warm: p99 to the shell {report.percentile(figures['ours'], 0.99):.0f} ms (aim <= {MOST_MS}), "
          f"median to its prompt {statistics.median(figures['prompt']):.0f} ms")
    print(f"warm: of {SIZE} learners who come within 5 s the last has a prompt after {slowest:.0f} ms (aim <= {MOST_CLASS_MS})")


main()
