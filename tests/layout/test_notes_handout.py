"""The notes handout of any report: every slide once, every word of its notes, room to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from placed_text import boxes, ink
from samples import deck_of, fonts, notes_of, report_of

from reportgen.content import load_report
from reportgen.layout.handouts import paper
from reportgen.layout.handouts.notes import plan_notes
from reportgen.layout.handouts.slots import MEASURE, SLIDE
from reportgen.layout.slides.plan import plan_deck
from reportgen.lengths import Rect, mm
from reportgen.model.sheet import Document, Shape, SheetItem
from reportgen.themes import load_theme


def spoken(document: Document) -> dict[str, str]:
    """What is printed of each slide's notes, over slots and pages in order."""
    said: dict[str, str] = {}
    for sheet in document.sheets:
        for box in boxes(sheet):
            if box.block.startswith("notes:"):
                said[box.block] = said.get(box.block, "") + "".join(line.text for line in box.lines)
    return said


def test_every_slide_is_there_once_and_in_order(content: str) -> None:
    shown = [i.sheet for s in notes_of(content).sheets for i in s.items if isinstance(i, SheetItem)]
    assert shown == list(deck_of(content).sheets)


def test_the_notes_of_every_slide_are_complete_and_in_order(content: str) -> None:
    wanted = {f"notes:{i}": "".join(s.notes) for i, s in enumerate(deck_of(content).sheets, 1) if s.notes}
    assert wanted
    assert spoken(notes_of(content)) == wanted


def test_a_slide_is_shown_whole_at_its_own_proportions(content: str) -> None:
    for sheet in notes_of(content).sheets:
        for item in sheet.items:
            if isinstance(item, SheetItem):
                assert (item.rect.width, item.rect.height) == pytest.approx(SLIDE)
                assert item.scale * item.sheet.size[1] == pytest.approx(item.rect.height, abs=0.01)
                assert item.sheet.title in item.alt


def test_nothing_comes_closer_than_five_millimetres_to_the_edge(content: str) -> None:
    safe = Rect(0, 0, *paper.SIZE).inset(mm(5), mm(5))
    for sheet in notes_of(content).sheets:
        assert sheet.size == pytest.approx((mm(210), mm(297)))
        for box in boxes(sheet):
            assert safe.contains(ink(box)), box.text
        for item in sheet.items:
            if isinstance(item, Shape):
                points = [segment[i : i + 2] for segment in item.path for i in range(1, len(segment), 2)]
                assert all(safe.x <= float(x) <= safe.right for x, _ in points)
                assert all(safe.y <= float(y) <= safe.bottom for _, y in points)


def test_texts_slides_and_writing_lines_keep_clear_of_one_another(content: str) -> None:
    for sheet in notes_of(content).sheets:
        inks = [(box.text, ink(box)) for box in boxes(sheet)]
        inks += [(i.name, i.rect) for i in sheet.items if isinstance(i, SheetItem)]
        for i, (first, a) in enumerate(inks):
            for second, b in inks[i + 1 :]:
                assert not a.overlaps(b, 1.0), (sheet.name, first, second)
        rules = [i.path for i in sheet.items if isinstance(i, Shape) and len(i.path) == 2 and i.stroke]
        assert rules
        for (_, x1, y, *_), (_, x2, *_) in rules:
            for words, box in inks:
                assert not box.overlaps(Rect(float(x1), float(y), float(x2) - float(x1), 0.3)), words


def test_notes_are_set_to_whole_characters_and_figures_stand_out() -> None:
    bold = set()
    for sheet in notes_of("yuci").sheets:
        for box in boxes(sheet):
            if box.block.startswith("notes:"):
                assert all(line.width <= MEASURE + 0.01 for line in box.lines)
                runs = (run for line in box.lines for run in line.runs)
                bold |= {run.text for run in runs if run.style.face == "serif-700"}
    printed = "".join(bold)
    figures = [f for f in report_of("yuci").figures if not f.quantity.qualifier]
    assert figures
    assert all(f.numeral in printed for f in figures)


def test_a_long_text_goes_on_in_slots_marked_as_continuations() -> None:
    titles = [b.text for s in notes_of("extremes").sheets for b in boxes(s) if b.role == "heading"]
    assert sum(title.endswith("（续）") for title in titles) >= 5


def test_a_slide_without_notes_has_lines_to_write_on_beside_it() -> None:
    sheet = notes_of("yuci").sheets[0]
    beside = [
        i for i in sheet.items if isinstance(i, Shape) and i.stroke and abs(i.path[0][1] - mm(113)) < 0.01
    ]
    silent = sum(1 for slide in deck_of("yuci").sheets[:3] if not slide.notes)
    assert silent == 2
    assert len(beside) >= 3 + 4 * silent  # a rule over each of three texts, and the lines


def test_pages_are_counted_and_headed_and_the_outline_leads_to_every_slide(content: str) -> None:
    document = notes_of(content)
    names = {sheet.name for sheet in document.sheets}
    assert len(names) == len(document.sheets)
    for i, sheet in enumerate(document.sheets, 1):
        words = [box.text for box in boxes(sheet)]
        assert f"第{i}页，共{len(document.sheets)}页" in words
        assert "发言提示与记录" in words
    assert {mark.sheet for mark in document.outline} <= names
    assert sum(mark.level for mark in document.outline) == len(deck_of(content).sheets)


def test_internal_words_never_appear_and_the_speakers_do(tmp_path: Path) -> None:
    text = "---\ntitle: 某县\n---\n\n导语。\n\n# 部分\n\n引言。\n\n## 小节\n\n正文一句话。\n\n"
    text += "::: speaker\n讲到这里停一停。\n:::\n\n::: internal\n此处待核实。\n:::\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    report, theme = load_report(tmp_path), load_theme()
    said = spoken(plan_notes(report, plan_deck(report, theme, fonts()), theme, fonts()))
    assert any("讲到这里停一停。" in words for words in said.values())
    assert not any(re.search("待核实", words) for words in said.values())
