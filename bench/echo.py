"""A keystroke's way there and back: through the WebSocket, against `docker exec -it` in the same machine."""

import time

import report
from classroom import Classroom
from terminals import ExecTerminal, WebSocketTerminal, quiet_shell

# Until the server has compiled what a keystroke passes; a class has done that after its first minute.
WARM_UP = 500


def start_cat(terminal, number):
    quiet_shell(terminal, number)
    terminal.write(b"exec cat > /dev/null\n")
    while b"null" not in terminal.read():
        pass
    time.sleep(0.5)


def keystroke(terminal, key):
    started = time.perf_counter()
    terminal.write(key)
    while key not in terminal.read():
        pass
    return (time.perf_counter() - started) * 1000


def main():
    options = report.arguments(rounds=600)
    with Classroom() as classroom:
        ours = WebSocketTerminal(classroom)
        theirs = ExecTerminal(*classroom.machine())
        start_cat(ours, 1)
        start_cat(theirs, 2)
        figures = {ours: [], theirs: []}
        for round_number in range(options.rounds + WARM_UP):
            key = b"\n" if round_number % 60 == 59 else b"abcdefghij"[round_number % 10:][:1]
            for terminal in (ours, theirs):
                spent = keystroke(terminal, key)
                if round_number >= WARM_UP:
                    figures[terminal].append(spent)
        report.show(options, "echo", "ms", figures[ours], figures[theirs], 1.25)
        ours.close()
        theirs.close()


main()
