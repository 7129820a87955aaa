"""What the slides of a deck say, read back with python-pptx: the text of the naive script's deck.

Usage: python -m benchmarks.deck_words DECK.pptx OUT.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pptx import Presentation


def main(deck: str, out: str) -> None:
    slides = [_slide(slide) for slide in Presentation(deck).slides]
    Path(out).write_text(json.dumps(slides), encoding="utf-8")
    print(f"{len(slides):,} slides, {sum(len(slide['charts']) for slide in slides)} native charts")


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


if __name__ == "__main__":
    main(*sys.argv[1:3])
