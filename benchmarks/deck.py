"""Whole-process cost of the deck, paired with a bare python-pptx script in the same run, and its size.

Prints medians, the ratio pair by pair and peak memory for the article and for 1,200 slides of it, and what
both decks of the article weigh. The script writes the same words, tables and native charts on as many slides,
without art, drawn charts and fonts. Usage: python -m benchmarks.deck [RUNS]
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from pptx import Presentation

from benchmarks.brochure import ARTICLE, ROOT, measured, report

SLIDES = 1200
NEW_SLIDES = 9  # at most so many of the article's slides come again with its subsections
HEADING = re.compile(r"^(?=# )", re.MULTILINE)
SUBHEADING = re.compile(r"^(?=## )", re.MULTILINE)
REFERENCES = re.compile(r'(\{#|(?:figures|highlight)="|figure=)([^"}\s]*(?: [^"}]*)?)')


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch)
        print("the article")
        compare(ARTICLE, out, runs)
        print(f"\n{SLIDES:,} slides and more")
        compare(lengthened(out), out, max(1, runs // 3))
        print()
        for supply in ("embed", "subset"):
            measured([*ours(ARTICLE, out), "--fonts", supply])
            print(f"--fonts {supply:8} {(out / f'{ARTICLE.name}-deck.pptx').stat().st_size:9,} bytes")


def ours(folder: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "reportgen", "pptx", str(folder), "-q", "--out", str(out)]


def compare(folder: Path, out: Path, runs: int) -> None:
    measured(ours(folder, out))
    slides = described(out / f"{folder.name}-deck.pptx")
    print(f"{len(slides):,} slides, {sum(len(slide['charts']) for slide in slides)} native charts")
    source = out / "slides.json"
    source.write_text(json.dumps(slides), encoding="utf-8")
    naive = [sys.executable, str(ROOT / "benchmarks" / "naive_deck.py"), str(source), str(out / "naive.pptx")]
    report(runs, {"ours": ours(folder, out), "naive": naive})


def described(path: Path) -> list[dict[str, Any]]:
    """What the slides of a deck say, as the naive script reads it."""
    return [_slide(slide) for slide in Presentation(str(path)).slides]


def _slide(slide: Any) -> dict[str, Any]:
    title = slide.shapes.title
    texts = [shape for shape in slide.shapes if shape.has_text_frame and shape.shape_id != title.shape_id]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return {
        "title": title.text_frame.text,
        "texts": [_paragraphs(shape.text_frame) for shape in texts],
        "tables": [[[_paragraphs(cell.text_frame) for cell in row.cells] for row in t.rows] for t in tables],
        "charts": [_chart(shape.chart) for shape in slide.shapes if shape.has_chart],
        "notes": slide.notes_slide.notes_text_frame.text,
    }


def _paragraphs(frame: Any) -> list[list[tuple[str, float, str]]]:
    return [[(run.text, run.font.size.pt, run.font.name) for run in p.runs] for p in frame.paragraphs]


def _chart(chart: Any) -> dict[str, Any]:
    plot = chart.plots[0]
    return {
        "kind": chart.chart_type.name,
        "categories": list(plot.categories),
        "series": [(series.name, list(series.values)) for series in plot.series],
    }


def lengthened(out: Path) -> Path:
    """The article with its subsections over and over, figures under ids of their own."""
    folder = out / "long"
    folder.mkdir()
    source = (ARTICLE / "report.md").read_text(encoding="utf-8")
    head, *sections = HEADING.split(source)
    copies = SLIDES // NEW_SLIDES
    text = head
    for section in sections:
        intro, *subsections = SUBHEADING.split(section)
        text += intro + "".join(numbered("".join(subsections), i) for i in range(copies))
    (folder / "report.md").write_text(text, encoding="utf-8")
    return folder


def numbered(text: str, copy: int) -> str:
    """The text with the ids it gives ending in the copy's number; ids given elsewhere stay."""
    if not copy:
        return text
    given = set(re.findall(r"\{#(\w+)", text))

    def renamed(match: re.Match[str]) -> str:
        return match[1] + " ".join(f"{id}-{copy}" if id in given else id for id in match[2].split(" "))

    return REFERENCES.sub(renamed, text)


if __name__ == "__main__":
    main()
