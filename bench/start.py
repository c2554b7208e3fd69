"""A machine's cold start: by the server, against the same image and flags started by the engine's command line."""

import report
from classroom import DOCKER, ROOT, Classroom


def main():
    options = report.arguments(rounds=10)
    with Classroom() as classroom:
        image = f"drydock/machine:{classroom.instance}"
        seccomp = f"{ROOT}/src/main/resources/dev/drydock/machine/seccomp.json"
        figures = classroom.run_inside("Start", [str(options.rounds), DOCKER, image, seccomp], [])
        report.show(options, "start", "ms", figures["ours"], figures["theirs"], 1.15)


main()
