"""Much output: through the WebSocket, against `docker exec -it` in the same machine. Nothing is drawn on either side."""

import time

import report
from classroom import Classroom
from terminals import ExecTerminal, WebSocketTerminal, quiet_shell, read_until

BYTES = 32_000_000


def flood(terminal, number):
    """Megabytes a second."""
    mark = b"end-%d" % number
    command = b"yes 'the quick brown fox jumps over the lazy dog 0123456789' | head -c %d; echo en'd'-%d\n" % (BYTES, number)
    started = time.perf_counter()
    terminal.write(command)
    total = read_until(terminal, mark)
    return total / (time.perf_counter() - started) / 1e6


def main():
    options = report.arguments(rounds=7)
    with Classroom() as classroom:
        ours = WebSocketTerminal(classroom)
        theirs = ExecTerminal(*classroom.machine())
        quiet_shell(ours, 1)
        quiet_shell(theirs, 2)
        figures = {ours: [], theirs: []}
        for round_number in range(options.rounds + 2):
            for terminal in (ours, theirs):
                rate = flood(terminal, round_number)
                if round_number >= 2:
                    figures[terminal].append(rate)
        report.show(options, "bulk", "MB/s", figures[ours], figures[theirs], 1.0, higher_is_better=True)
        ours.close()
        theirs.close()


main()
