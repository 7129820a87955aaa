"""Whole-process cost of the brochure, paired with a naive script in the same run.

Prints medians, the ratio pair by pair, peak memory, and what a report ten times longer costs.
Usage: python -m benchmarks.brochure [RUNS]. The naive side needs svglib (pip install svglib) and is left out without it.
"""

from __future__ import annotations

import importlib.util
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "content" / "yuci"
COPIES = 10
# An installed package has its bytecode; the checkout gets it in the first, uncounted turn.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"LANG": "C.UTF-8"}


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall seconds, seconds of processor (children included) and peak memory in MB of one process."""

    seconds: float
    processor: float
    peak: float


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch)
        ours = [
            sys.executable,
            "-m",
            "reportgen",
            "pdf",
            str(ARTICLE),
            "--for",
            "screen",
            "-q",
            "--out",
            str(out),
        ]
        long = [*ours[:4], str(lengthened(out)), "--for", "screen", "-q", "--out", str(out)]
        naive = [sys.executable, str(ROOT / "benchmarks" / "naive.py"), str(ARTICLE), str(out / "naive.pdf")]
        report(runs, {"ours": ours, "ten times longer": long} | ({"naive": naive} if have_svglib() else {}))


def have_svglib() -> bool:
    return importlib.util.find_spec("svglib") is not None


def report(runs: int, commands: dict[str, list[str]]) -> None:
    times: dict[str, list[float]] = {name: [] for name in commands}
    peaks: dict[str, float] = {}
    for turn in range(runs + 1):  # the first turn warms the caches and is not counted
        for name, command in commands.items():
            cost = measured(command)
            if turn:
                times[name].append(cost.seconds)
                peaks[name] = max(peaks.get(name, 0.0), cost.peak)
    for name, values in times.items():
        print(f"{name:18} {statistics.median(values):6.2f} s   peak {peaks[name]:5.0f} MB   {runs} runs")
    for name in commands:
        if name != "ours":
            pairs = [a / b for a, b in zip(times["ours"], times[name], strict=True)]
            print(f"ours / {name}: {statistics.median(pairs):.2f} (pair by pair, median)")


def measured(command: list[str]) -> Cost:
    """What one run costs."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    if not hasattr(os, "wait4"):
        code = process.wait()
        processor = peak = 0.0
    else:
        _, status, resources = os.wait4(process.pid, 0)
        code, peak = os.waitstatus_to_exitcode(status), resources.ru_maxrss / 1024
        processor = resources.ru_utime + resources.ru_stime
    seconds = time.perf_counter() - begun
    if code:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    return Cost(seconds, processor, peak)


def lengthened(out: Path) -> Path:
    """The article's sections ten times over, with ids of their own."""
    folder = out / "long"
    folder.mkdir()
    source = (ARTICLE / "report.md").read_text(encoding="utf-8")
    at = source.index("\n# ") + 1
    head, sections = source[:at], source[at:]
    copies = [numbered(sections, i) if i else sections for i in range(COPIES)]
    (folder / "report.md").write_text(head + "\n".join(copies), encoding="utf-8")
    return folder


def numbered(text: str, copy: int) -> str:
    text = re.sub(r"\{#(\w+)", rf"{{#\1-{copy}", text)
    text = re.sub(
        r"(figures|highlight)=\"([^\"]*)\"",
        lambda m: f'{m[1]}="{" ".join(f"{i}-{copy}" for i in m[2].split())}"',
        text,
    )
    return re.sub(r"figure=(\w+)", rf"figure=\1-{copy}", text)


if __name__ == "__main__":
    main()
