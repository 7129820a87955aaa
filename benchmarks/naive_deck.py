"""The deck as most would write it: python-pptx on its default template, plain slides, no art, no fonts inside.

It writes the slides described in a JSON file, so that both decks say the same: a list of ``{"title",
"texts", "tables", "charts", "notes"}``, texts as paragraphs of ``[words, points, typeface]`` runs.
Usage: naive_deck.py SLIDES.json OUT.pptx
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt

TITLE_ONLY = 5  # among the layouts of the default template
WHERE = (Inches(1), Inches(1.6), Inches(8), Inches(5))


def main(source: str, out: str) -> None:
    show = Presentation()
    for slide in json.loads(Path(source).read_text(encoding="utf-8")):
        add_slide(show, slide)
    show.save(out)


def add_slide(show: Any, described: dict[str, Any]) -> None:
    slide = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    slide.shapes.title.text = described["title"]
    for paragraphs in described["texts"]:
        box = slide.shapes.add_textbox(*WHERE).text_frame
        box.word_wrap = True
        fill(box, paragraphs)
    for rows in described["tables"]:
        table = slide.shapes.add_table(len(rows), len(rows[0]), *WHERE).table
        for i, row in enumerate(rows):
            for j, paragraphs in enumerate(row):
                fill(table.cell(i, j).text_frame, paragraphs)
    for chart in described["charts"]:
        data = CategoryChartData()
        data.categories = chart["categories"]
        for name, values in chart["series"]:
            data.add_series(name, values)
        plot = slide.shapes.add_chart(XL_CHART_TYPE[chart["kind"]], *WHERE, data).chart.plots[0]
        plot.has_data_labels = True
    slide.notes_slide.notes_text_frame.text = described["notes"]


def fill(frame: Any, paragraphs: list[list[tuple[str, float, str]]]) -> None:
    for i, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        for words, points, typeface in runs:
            run = paragraph.add_run()
            run.text = words
            run.font.size = Pt(points)
            run.font.name = typeface


if __name__ == "__main__":
    main(*sys.argv[1:3])
