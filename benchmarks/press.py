"""What tags, marks and PDF/X-4 add to the making of the brochure's two files, paired in the same run.

Each turn makes four files in whole processes: the screen file with and without its tags (the tree not planned
either), and the press file with and without bleed, marks, overprint states, output intent and metadata.
Prints medians of wall and processor time and what the extras cost, pair by pair.
Usage: python -m benchmarks.press [RUNS] [REPORT_FOLDER].
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.brochure import ARTICLE, Cost, measured

PAIRS = {
    "tags, PDF/UA-1 and PDF/A-2a": ("screen", "screen-bare"),
    "marks, bleed and PDF/X-4": ("press", "press-bare"),
}


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    article = sys.argv[2] if len(sys.argv) > 2 else str(ARTICLE)
    names = [name for pair in PAIRS.values() for name in pair]
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as scratch:
        for turn in range(runs + 1):  # the first turn warms the caches and is not counted
            for name in names[:: 1 if turn % 2 else -1]:
                command = [sys.executable, "-m", "benchmarks.press", "--make", name, article, scratch]
                cost = measured(command)
                if turn:
                    costs[name].append(cost)
    for name, mine in costs.items():
        wall, processor = (
            statistics.median(values) for values in ([c.seconds for c in mine], [c.processor for c in mine])
        )
        print(f"{name:12} {wall:6.2f} s   {processor:6.2f} s of processor   {runs} runs")
    for what, (full, bare) in PAIRS.items():
        pairs = list(zip(costs[full], costs[bare], strict=True))
        wall = statistics.median(a.seconds / b.seconds for a, b in pairs) - 1
        processor = statistics.median(a.processor / b.processor for a, b in pairs) - 1
        print(f"{what}: {wall:+.1%} of the time, {processor:+.1%} of the processor's (pair by pair, median)")


def make(name: str, article: Path, out: Path) -> None:
    """One file, from the text to the bytes."""
    from reportgen.pdf.chart_workshop import workshop

    with workshop(wanted=True) as charts:
        from reportgen.fonts import Fonts
        from reportgen.layout.brochure import plan as brochure
        from reportgen.pdf.write import PRESS, SCREEN, PdfOptions, write_pdf
        from reportgen.pipeline import load
        from reportgen.products.brochure import brochure_pages, press_pages

        if name != "screen":
            brochure.plan_structure = lambda *_: None  # type: ignore[assignment] # what is not tagged needs no tree
        edition = load(article, Fonts.load())
        options = {"press": PRESS, "press-bare": PdfOptions("cmyk")}.get(name, SCREEN)
        document = press_pages(edition) if name == "press" else brochure_pages(edition)
        data = write_pdf(document, edition.theme, edition.fonts, options, charts)
    (out / f"{name}.pdf").write_bytes(data)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()
