"""How long the whole course takes to lint, beside the same program that only explains itself: what Java's start takes alone."""

import json
import statistics
import subprocess
import tempfile
import time

import report
from lone_server import ROOT, java

AIM = 2
LIMIT = 300


def run(cache, *arguments):
    """Seconds, from the command's start to its end."""
    command = java(f"-Ddrydock.lessons={ROOT}/lessons", f"-Ddrydock.cache={cache}", "lesson", "lint", *arguments)
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT)
    took = time.perf_counter() - started
    if done.returncode != 0:
        raise SystemExit(f"The lessons have problems, or linting failed:\n{done.stdout}{done.stderr}")
    return took


def measured(rounds):
    """Seconds of each round: only the help, with shellcheck's findings kept, and with them forgotten."""
    seconds = {"start": [], "kept": [], "forgotten": []}
    with tempfile.TemporaryDirectory(prefix="drydock-bench-") as kept:
        run(kept)
        for _ in range(rounds):
            seconds["start"].append(run(kept, "--help"))
            seconds["kept"].append(run(kept))
            with tempfile.TemporaryDirectory(prefix="drydock-bench-") as new:
                seconds["forgotten"].append(run(new))
    return seconds


def main():
    options = report.arguments(rounds=5)
    median = {name: statistics.median(values) for name, values in measured(options.rounds).items()}
    course = {name: median[name] - median["start"] for name in ("kept", "forgotten")}
    figures = {
        "benchmark": "lint", "unit": "s", "rounds": options.rounds, "start": median["start"], **course,
        "ratio": {name: course[name] / median["start"] for name in course}, "aim": f"kept <= {AIM}",
    }
    if options.json:
        print(json.dumps(figures))
        return
    verdict = "reached" if course["kept"] <= AIM else "missed"
    print("lint: the whole course takes {kept:.2f} s, {forgotten:.2f} s where shellcheck has to look at everything again;"
          " the start of Java before it {start:.2f} s".format(**figures))
    print("lint: {kept:.2f} and {forgotten:.2f} times the start, medians of {rounds} rounds".format(
        rounds=options.rounds, **figures["ratio"]))
    print(f"lint: {course['kept']:.2f} s (aim {figures['aim']}: {verdict})")


main()
