"""Coming back to a machine that was put to rest, until its shell is there: from a pause, and from a stop, beside the engine's own command alone."""

import time

import report
from classroom import Classroom, docker
from terminals import WebSocketTerminal

# How a machine is put to rest, what wakes it, and how many times as long as that alone a learner may wait for the shell.
STATES = {"pause": ("unpause", 10), "stop": ("start", 4)}


def timed(action):
    begun = time.perf_counter()
    action()
    return (time.perf_counter() - begun) * 1000


def come_back(classroom):
    WebSocketTerminal(classroom).close()


def main():
    options = report.arguments(rounds=10)
    with Classroom() as classroom:
        come_back(classroom)
        container, _ = classroom.machine()
        for rest, (wake, aim) in STATES.items():
            ours, theirs = [], []
            for _ in range(options.rounds):
                docker(rest, container)
                ours.append(timed(lambda: come_back(classroom)))
                docker(rest, container)
                theirs.append(timed(lambda: docker(wake, container)))
            report.show(options, f"resume after {rest}", "ms", ours, theirs, aim)


main()
