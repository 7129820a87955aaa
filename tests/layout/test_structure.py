"""The structure tree as planned: order, levels, and what no page says."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from samples import brochure_of, fonts

from reportgen.cache import Cache
from reportgen.layout.brochure.components.data_table import data_table
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.rows import cut_text
from reportgen.layout.parts.structure import plan_structure
from reportgen.layout.parts.tagging import LABEL, LABELLED, entry, sect, tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.model.report import DataTable
from reportgen.model.sheet import LANGUAGE, Item, Role, Sheet
from reportgen.model.structure import Content, Element, Node
from reportgen.model.text import Run
from reportgen.themes import load_theme

TS = Typesetter(load_theme(), fonts(), Cache())


def box(words: str | list[str], role: Role = "body", block: str = "", width: float = 200.0) -> Frame:
    several = [words] if isinstance(words, str) else words
    return TS.text([TS.paragraph(each, "body") for each in several], width, role, block=block)


def planned(*pages: tuple[Frame, ...]) -> Node:
    sheets = tuple(
        Sheet(f"page-{i}", (400.0, 600.0), tuple(item for frame in page for item in frame.items))
        for i, page in enumerate(pages)
    )
    return plan_structure(sheets, LANGUAGE)


def tags(node: Node) -> list[str]:
    return [kid.tag for kid in node.nodes()]


def contents(node: Node) -> list[Content]:
    return [kid for each in node.nodes() for kid in each.kids if isinstance(kid, Content)]


def test_a_section_reads_its_heading_and_whole_text_before_what_stands_beside_it() -> None:
    place = sect("a")
    callout = tagged(box("4%", "numeral", "figure:x"), place, Element("L", "callouts"), entry("x"), LABEL)
    label = tagged(box("增长", "label"), place, Element("L", "callouts"), entry("x"), LABELLED)
    text = [tagged(box(words, block="0"), place) for words in ("第一段。", "第二段。")]
    head = tagged(box("标题", "title"), place)
    root = planned((callout, label, text[0], head), (text[1],))
    (section,) = [kid for kid in root.kids if isinstance(kid, Node)]
    assert [kid.tag for kid in section.kids if isinstance(kid, Node)] == ["H1", "P", "P", "L"]
    assert [content.sheet for content in contents(section)] == [0, 0, 1, 0, 0]


def test_levels_count_the_headings_around_not_the_sections() -> None:
    title = box("书名", "title")
    inner = tagged(box("小节", "title"), sect("without a heading"), sect("inner"))
    assert [tag for tag in tags(planned((title, inner))) if tag.startswith("H")] == ["H1", "H2"]
    assert [tag for tag in tags(planned((inner,))) if tag.startswith("H")] == ["H1"]


def test_sheets_that_name_no_place_are_sections_behind_the_first() -> None:
    root = planned((box("书名", "title"),), (box("页题", "title"), box("正文。")))
    assert tags(root) == ["Document", "H1", "Sect", "H2", "P"]


def test_a_paragraph_cut_between_boxes_is_one_element_and_keeps_its_languages() -> None:
    words = "甲乙丙丁" * 20
    runs = [Run(words, TS.style("body")), Run(" quite a long English tail ", TS.style("body"), lang="en")]
    whole = TS.text([TS.paragraph([*runs, Run("完。", TS.style("body"))], "body")], 120.0, "body", block="0")
    parts = cut_text(whole, whole.height / 2)
    assert parts is not None
    root = planned((parts[0],), (parts[1],))
    (paragraph,) = [node for node in root.nodes() if node.tag == "P"]
    assert {content.sheet for content in contents(paragraph)} == {0, 1}
    assert {node.lang for node in paragraph.nodes() if node.tag == "Span"} == {"en"}


def test_what_is_only_seen_is_not_read() -> None:
    seen: tuple[Role, ...] = ("running", "folio", "decoration")
    assert tags(planned(tuple(box("页眉", role) for role in seen))) == ["Document"]


@pytest.mark.parametrize(
    ("column", "tag"),
    [
        (("茶叶", "油茶"), "TH"),
        (("2024", "2025"), "TH"),  # years
        (("2024", "合计"), "TH"),
        (("3.2", "1.1"), "TD"),  # quantities
        (("2024", "1,120"), "TD"),
        (("茶叶", ""), "TD"),
    ],
)
def test_a_first_column_heads_its_rows_where_it_names_them(column: tuple[str, ...], tag: str) -> None:
    table = DataTable("t", "", ("甲", "乙"), tuple((cell, "7.5") for cell in column))
    lone = DataTable("t", "", ("甲",), tuple((cell,) for cell in column if cell))
    assert tags(planned((data_table(table, "", 300.0, TS),)))[-6:] == ["TR", tag, "TD"] * 2
    assert tags(planned((data_table(lone, "", 300.0, TS),)))[-1] == "TD", "nothing stands behind it"


def test_every_character_set_as_text_is_read_once() -> None:
    for name in ("yuci", "rare", "extremes"):
        document = brochure_of(name)
        assert document.structure is not None
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for content in contents(document.structure):
            if content.stop is not None:
                found.setdefault((content.sheet, content.item), []).append((content.start, content.stop))
        assert len(found) > 50
        for (sheet, number), extents in found.items():
            item: Item = document.sheets[sheet].items[number]
            ends = [0, *(stop for _, stop in sorted(extents))]
            assert [start for start, _ in sorted(extents)] == ends[:-1]
            assert ends[-1] == sum(len(line.text) for line in getattr(item, "lines", ()))


def test_the_tree_depends_on_nothing_but_the_sheets() -> None:
    document = brochure_of("yuci")
    again = replace(document, structure=plan_structure(document.sheets, document.language))
    assert again == document
