"""What stands in a template's placeholders: texts over several slides, at its own type, evenly; and what is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import fonts
from template_files import old
from test_template_mapping import template_of

from reportgen.cache import Cache
from reportgen.content import load_report
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.layout.template.holders import SHRUNK, Setter
from reportgen.layout.template.pen import TemplatePen
from reportgen.layout.template.placed import takes
from reportgen.lengths import NO_EDGES, Rect
from reportgen.model.chart import ChartSpec, Datum, Series
from reportgen.model.report import DataTable, Picture, Table
from reportgen.model.template import TemplateHolder
from reportgen.story.word_list import Entry
from reportgen.themes import load_theme


@pytest.mark.parametrize(
    ("kind", "taken"),
    [
        ("obj", {"bars", "table", "picture"}),
        ("chart", {"bars"}),
        ("tbl", {"table"}),
        ("pic", {"picture"}),
        ("body", set()),
    ],
)
def test_a_placeholder_takes_what_its_type_allows_and_no_drawing_of_shapes(
    kind: str, taken: set[str]
) -> None:
    holder = TemplateHolder(1, kind, "内容", Rect(0, 0, 300, 200), NO_EDGES, ())
    series = (Series("", (Datum("甲", 1.0, "1"),)),)
    drawn = {
        "bars": ChartSpec("bars", "", "", series),
        "cells": ChartSpec("cells", "", "", series),
        "table": Table(DataTable("", "", (), ()), ""),
        "picture": Picture("甲.png", "甲", 3, 2),
    }
    assert {name for name, piece in drawn.items() if takes(holder, piece)} == taken


def test_a_list_a_little_too_long_shrinks_and_a_longer_one_is_halved_instead_of_leaving_one_alone(
    tmp_path: Path,
) -> None:
    body = template_of(tmp_path, old()).use("text").holders["body"]
    report = load_report(tmp_path / "content" / "tiny")
    setter = Setter(body, TemplatePen(Typesetter(load_theme(), fonts(), Cache()), report))
    entries = tuple(Entry(f"第{i}项工作") for i in range(40))
    full = next(n for n in range(1, 40) if setter.height(entries[: n + 1]) > body.room.height)
    assert setter.pages(entries[: full + 1]) == (entries[: full + 1],)  # a little smaller
    smallest = next(n for n in range(full, 40) if (setter.share(entries[: n + 1]) or 0) < SHRUNK)
    pages = setter.pages(entries[: smallest + 1])
    assert len(pages) == 2
    assert [entry for page in pages for entry in page] == list(entries[: smallest + 1])
    assert min(map(len, pages)) >= smallest // 2 > 1
