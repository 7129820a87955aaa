"""What a press asks of type and lines, checked on every planned page and every chart.

Rules of GWG 2022 (R0016 to R0019, R0026), CLREQ 2.1 and the house: reversed and coloured type from 8 pt,
汉字 from 7.875 pt, lines from 0.25 pt, tinted ones from 0.5 pt, type 5 mm off the trim, 300 % of ink.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pytest
from samples import brochure_of, fonts

from reportgen.layout.brochure.plan import plan_brochure
from reportgen.lengths import mm
from reportgen.model.sheet import ChartItem, Document, Shape, TableItem, TextBox
from reportgen.model.theme import Colour
from reportgen.pdf.chart_operators import UnsetWords
from reportgen.pdf.charts import deferred_operators
from reportgen.pdf.ink import Ink
from reportgen.themes import load_theme

HAN = re.compile("[\u3400-\u9fff]")
BOLD_SANS = ("sans-500", "sans-700")
STROKE = re.compile(r"([\d.]+ [\d.]+ [\d.]+ [\d.]+) K ([\d.]+) w")
Inks = tuple[float, ...]  # percent


class Type(NamedTuple):
    where: str
    text: str
    face: str
    size: float
    inks: Inks
    margin: float  # to the nearest trim edge


class Stroked(NamedTuple):
    where: str
    inks: Inks
    width: float


def text_of(document: Document) -> Iterator[Type]:
    for sheet in document.sheets:
        width, height = sheet.size
        for item in sheet.items:
            lines = item.lines if isinstance(item, TextBox) else ()
            if isinstance(item, TableItem):
                lines = tuple(line for row in item.rows for cell in row for line in cell.lines)
            for run in (run for line in lines for run in line.runs if run.text.strip()):
                left, base, size = item.rect.x + run.x, item.rect.y + run.y, run.style.size
                right = left + (0 if run.turned else run.width)
                margin = min(left, width - right, base - 0.75 * size, height - base - 0.1 * size)
                if isinstance(item, TableItem):
                    margin = min(item.rect.x, width - item.rect.right)
                yield Type(sheet.name, run.text, run.style.face, size, run.style.colour.cmyk, margin)


def strokes_of(document: Document) -> Iterator[Stroked]:
    for sheet in document.sheets:
        for item in sheet.items:
            if isinstance(item, Shape) and item.stroke:
                yield Stroked(f"{sheet.name} {item.name}", item.stroke.colour.cmyk, item.stroke.width)
            elif isinstance(item, TableItem):
                for stroke in (item.rule, item.top_rule):
                    yield Stroked(f"{sheet.name} {item.name}", stroke.colour.cmyk, stroke.width)


@lru_cache
def charts_of(name: str) -> tuple[tuple[Type, ...], tuple[Stroked, ...]]:
    """Type and lines inside the charts of a content, read from their operators."""
    types: list[Type] = []
    strokes: list[Stroked] = []
    for sheet in brochure_of(name).sheets:
        for item in (item for item in sheet.items if isinstance(item, ChartItem)):
            fill: Inks = ()
            for operator in deferred_operators(item, load_theme(), fonts(), Ink("cmyk")):
                if isinstance(operator, UnsetWords):
                    types.append(
                        Type(
                            f"{sheet.name} {item.name}", operator.text, operator.face, operator.size, fill, 99
                        )
                    )
                elif operator.endswith(" k"):
                    fill = tuple(float(value) * 100 for value in operator.split()[:4])
                elif found := STROKE.search(operator):
                    inks = tuple(float(value) * 100 for value in found[1].split())
                    strokes.append(Stroked(f"{sheet.name} {item.name}", inks, float(found[2])))
    return tuple(types), tuple(strokes)


def black_only(inks: Inks) -> bool:
    return not any(inks[:3]) and inks[3] > 0


def test_type_is_large_enough_to_print(content: str) -> None:
    checked = 0
    for type in (*text_of(brochure_of(content)), *charts_of(content)[0]):
        if HAN.search(type.text):
            assert type.size >= 7.87, type
        if not black_only(type.inks):
            assert type.size >= (7.5 if type.face in BOLD_SANS else 8), type
        checked += 1
    assert checked > 10


def test_lines_are_heavy_enough_to_print(content: str) -> None:
    checked = 0
    for line in (*strokes_of(brochure_of(content)), *charts_of(content)[1]):
        solid = line.inks in ((0, 0, 0, 100), (0, 0, 0, 0))
        assert line.width >= (0.25 if solid else 0.5), line
        checked += 1
    assert checked > 5


def test_type_stays_five_millimetres_off_the_trim(content: str) -> None:
    for type in text_of(brochure_of(content)):
        assert type.margin >= mm(5) - 0.01, type


@pytest.mark.parametrize("theme", ["danqing", "fenchuan"])
def test_nothing_lays_more_ink_than_the_house_allows(theme: str) -> None:
    from samples import report_of

    document = plan_brochure(report_of("yuci"), load_theme(theme), fonts())
    colours: set[Colour] = set()
    for sheet in document.sheets:
        colours |= {sheet.background} if sheet.background else set()
        for item in sheet.items:
            if isinstance(item, Shape):
                colours |= {item.fill} if item.fill else set()
                colours |= {item.stroke.colour} if item.stroke else set()
    assert len(colours) > 20
    assert max(colour.ink for colour in colours) <= 300
