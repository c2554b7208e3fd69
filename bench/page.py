"""How long a lesson's page takes at a fixed rate of requests over loopback, beside a file of its size. No engine is needed."""

import json
import os
import statistics
import subprocess

import report
from lone_server import LoneServer, ROOT

JAVA = os.environ.get("JAVA", "java")
FILE = "/webjars/@xterm/addon-search/lib/addon-search.mjs"
AIM = 5
WARM_UP = 20
# What a round may take beyond its time where the server does not keep up.
SLACK = 10


def times(values):
    return {
        "p50": statistics.median(values), "p95": report.percentile(values, 0.95), "p99": report.percentile(values, 0.99),
        "max": max(values),
    }


def ask(server, options):
    """Lines of words, as Page.java prints them."""
    limit = 2 * WARM_UP + 2 * options.rounds * options.seconds + SLACK * (2 * options.rounds + 4)
    command = [
        JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", f"{ROOT}/bench/Page.java", str(server.process.pid), str(server.port),
        server.cookie, str(options.rate), str(WARM_UP), str(options.rounds), str(options.seconds), FILE, *server.lesson_pages(),
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=limit)
    except subprocess.TimeoutExpired:
        raise SystemExit(f"The benchmark was not done after {limit} seconds; try a lower --rate") from None
    if done.returncode != 0:
        raise SystemExit(f"The benchmark failed:\n{done.stdout[-2000:]}{done.stderr}")
    return [line.split() for line in done.stdout.splitlines()]


def summary(side, lines, own):
    requests = [line for line in lines if line[0] == side]
    rounds = [line for line in lines if line[:2] == ["cpu", side]]
    answered = [line for line in requests if line[3] == "200"]
    return {
        "requests": len(requests), "failed": len(requests) - len(answered),
        "rate": len(answered) / sum(float(line[3]) for line in rounds),
        "kibibytes": statistics.mean(int(line[4]) for line in answered) / 1024 if answered else 0,
        **times([float(line[1]) for line in requests]),
        "late_p99": report.percentile([float(line[2]) for line in requests], 0.99),
        "own": times(own),
        "processor": sum(float(line[2]) for line in rounds) / max(1, len(answered)),
    }


def show(figures):
    for side in ("page", "file"):
        print("{side}: p50 {p50:.2f} ms, p95 {p95:.2f} ms, p99 {p99:.2f} ms, longest {max:.1f} ms; sent late by p99 {late_p99:.2f} ms"
              .format(side=side, **figures[side]))
        print("{side}: by the server's own clock p50 {p50:.2f} ms, p95 {p95:.2f} ms, p99 {p99:.2f} ms, longest {max:.1f} ms"
              .format(side=side, **figures[side]["own"]))
        print("{side}: {requests} requests of {kibibytes:.0f} KiB, {failed} failed; {rate:.0f} a second answered; {processor:.2f} ms"
              " of processor time each".format(side=side, **figures[side]))
    print("page: {p50:.2f} times the file by p50, {p99:.2f} by p99, {processor:.2f} by processor time".format(**figures["ratio"]))
    verdict = "reached" if figures["reached"] else "missed"
    print(f"page: server's p99 {figures['page']['own']['p99']:.2f} ms at {figures['rate']} requests a second (aim {figures['aim']}: {verdict})")


def main():
    parser = report.parser()
    parser.add_argument("--rate", type=int, default=500, help="requests a second (default 500)")
    parser.add_argument("--rounds", type=int, default=3, help="measured rounds of each side (default 3)")
    parser.add_argument("--seconds", type=int, default=10, help="how long a round is (default 10)")
    options = parser.parse_args()
    with LoneServer() as server:
        server.pass_every_other_exercise()
        lines = ask(server, options)
        server.stop()
        sides = {side: summary(side, lines, server.own_times(side)) for side in ("page", "file")}
    figures = {
        "benchmark": "page", "unit": "ms", "rate": options.rate, **sides,
        "ratio": {key: sides["page"][key] / sides["file"][key] for key in ("p50", "p99", "processor")},
        "aim": f"server's p99 <= {AIM}", "reached": sides["page"]["own"]["p99"] <= AIM and sides["page"]["failed"] == 0,
    }
    if options.json:
        print(json.dumps(figures))
    else:
        show(figures)


main()
