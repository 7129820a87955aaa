"""Texts over several slides of a template: at its own type, in its order, evenly."""

from __future__ import annotations

from pathlib import Path

from house_templates import old
from samples import fonts
from test_house_mapping import house_of

from reportgen.content import load_report
from reportgen.layout.house.entries import Entry
from reportgen.layout.house.holders import Setter
from reportgen.layout.house.pen import HousePen
from reportgen.layout.typesetter import Typesetter
from reportgen.themes import load_theme


def test_a_list_one_entry_too_long_is_halved_instead_of_leaving_one_alone(tmp_path: Path) -> None:
    body = house_of(tmp_path, old()).use("text").holders["body"]
    report = load_report(tmp_path / "content" / "tiny")
    setter = Setter(body, HousePen(Typesetter(load_theme(), fonts()), report))
    entries = tuple(Entry(f"第{i}项工作") for i in range(40))
    full = next(n for n in range(1, 40) if setter.height(entries[: n + 1]) > body.room.height)
    pages = setter.pages(entries[: full + 1])
    assert len(pages) == 2
    assert [entry for page in pages for entry in page] == list(entries[: full + 1])
    assert min(map(len, pages)) >= full // 2 > 1
