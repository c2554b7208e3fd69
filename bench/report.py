"""Arguments and figures, the same for every benchmark."""

import argparse
import json
import statistics


def parser():
    options = argparse.ArgumentParser()
    options.add_argument("--json", action="store_true", help="print one JSON object")
    return options


def arguments(rounds):
    options = parser()
    options.add_argument("--rounds", type=int, default=rounds, help=f"measured rounds of each side (default {rounds})")
    return options.parse_args()


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def show(options, what, unit, ours, theirs, bound, higher_is_better=False):
    """Prints medians of both sides and their ratio beside the bound that is aimed at."""
    ratio = statistics.median(ours) / statistics.median(theirs)
    figures = {
        "benchmark": what,
        "unit": unit,
        "rounds": len(ours),
        "drydock": {"p50": statistics.median(ours), "p95": percentile(ours, 0.95)},
        "engine": {"p50": statistics.median(theirs), "p95": percentile(theirs, 0.95)},
        "ratio": ratio,
        "aim": (">= " if higher_is_better else "<= ") + str(bound),
    }
    if options.json:
        print(json.dumps(figures))
        return
    for side in ("drydock", "engine"):
        print(f"{what}: {side:8} p50 {figures[side]['p50']:.3f} {unit}, p95 {figures[side]['p95']:.3f} {unit}")
    print(f"{what}: ratio of medians {ratio:.2f} (aim {figures['aim']}), {len(ours)} rounds")
