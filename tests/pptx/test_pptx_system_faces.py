"""A deck without fonts of its own: its words, as wide as an office computer's faces set them, stay in their boxes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from samples import fonts
from stand_ins import EMU, A, Paragraph, Reader, height
from test_pptx_structure import NAMES, planned, report_theme

from reportgen.pptx import write_deck

TOLERANCE = 1.0  # points


class Box:
    """A text box or a cell: its paragraphs, the room it has, and whether its text may wrap."""

    def __init__(
        self, where: str, paragraphs: Iterable[Paragraph], width: float, height: float, wraps: bool
    ) -> None:
        self.where = where
        self.paragraphs = list(paragraphs)
        self.width, self.height, self.wraps = width / EMU, height / EMU, wraps

    def overflows(self, wider: float = 1.0) -> bool:
        """Whether the text needs more than the box has, its signs so many times as wide."""
        text = [_widened(paragraph, wider) for paragraph in self.paragraphs]
        if not self.wraps:
            return max(paragraph.width for paragraph in text) > self.width + TOLERANCE
        return height(text, self.width) > self.height + TOLERANCE


def _widened(paragraph: Paragraph, wider: float) -> Paragraph:
    return replace(paragraph, signs=tuple(replace(s, width=s.width * wider) for s in paragraph.signs))


@lru_cache
def boxes(name: str) -> tuple[Box, ...]:
    """Every box and cell with words of the reopened deck."""
    data = write_deck(planned(name), report_theme(name), fonts(), supply="system")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        read = Reader(etree.fromstring(archive.read("ppt/theme/theme1.xml")))
    show = Presentation(BytesIO(data))
    found = []
    for number, slide in enumerate(show.slides, start=1):
        for shape in _all(slide.shapes):
            if getattr(shape, "has_table", False):
                found += list(_cells(shape.table, f"{name} {number} {shape.name}", read))
            elif shape.has_text_frame and shape.text_frame.text.strip():
                found.append(_box(shape, f"{name} {number} {shape.text_frame.text[:20]}", read))
    return tuple(found)


def _all(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield from _all(shape.shapes) if hasattr(shape, "shapes") else (shape,)


def _box(shape: Any, where: str, read: Reader) -> Box:
    paragraphs = [read.paragraph(p) for p in shape._element.iter(f"{A}p")]
    wraps = (
        shape._element.find(f".//{A}bodyPr").get("wrap") != "none"
    )  # in a placeholder as its layout says: it may
    return Box(where, paragraphs, shape.width, shape.height, wraps)


def _cells(table: Any, where: str, read: Reader) -> Iterator[Box]:
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            if cell.text_frame.text.strip():
                paragraphs = [read.paragraph(p) for p in cell._tc.iter(f"{A}p")]
                room = column.width - cell.margin_left - cell.margin_right
                yield Box(f"{where} {cell.text_frame.text[:20]}", paragraphs, room, row.height, True)


@pytest.mark.parametrize("name", NAMES)
def test_no_box_needs_more_lines_than_it_holds(name: str) -> None:
    assert [box.where for box in boxes(name) if box.overflows()] == []


def test_every_kind_of_box_was_read_and_wider_words_would_be_noticed() -> None:
    assert sum(len(boxes(name)) for name in NAMES) > 1000
    assert len([box for box in boxes("yuci") if box.overflows(wider=1.3)]) > 20
