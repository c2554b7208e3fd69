"""A warm start: a machine that waits becomes a learner's, against a bare exec in a container that runs already."""

import json
import statistics

import report
from classroom import DOCKER, Classroom

SIZE = 30
MOST_RATIO, MOST_MS, MOST_CLASS_MS = 1.5, 150, 3000


def main():
    options = report.arguments(rounds=100)
    with Classroom() as classroom:
        figures = classroom.run_inside(
            "Warm", [str(options.rounds), str(SIZE), DOCKER], [f"--drydock.machines.spares={SIZE}"], ["-XX:+UseSerialGC"])
    slowest = max(figures["class"])
    if options.json:
        print(json.dumps(figures))
        return
    report.show(options, "warm", "ms", figures["ours"], figures["theirs"], MOST_RATIO)
    print(f"warm: p99 to the shell {report.percentile(figures['ours'], 0.99):.0f} ms (aim <= {MOST_MS}), "
          f"median to its prompt {statistics.median(figures['prompt']):.0f} ms")
    print(f"warm: of {SIZE} learners who come within 5 s the last has a prompt after {slowest:.0f} ms (aim <= {MOST_CLASS_MS})")


main()
