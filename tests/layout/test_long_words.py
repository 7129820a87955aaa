"""Titles and contact fields far longer than usual: wrapped, stepped down, or refused in one message."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from placed_text import boxes, ink
from samples import fonts

from reportgen.content import load_report
from reportgen.errors import Place, ReportgenError
from reportgen.layout.brochure import grid
from reportgen.layout.brochure.furniture import wordings
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.lengths import Rect, mm
from reportgen.model.sheet import Document, Sheet
from reportgen.themes import load_theme

LONG = "健全覆盖全民、统筹城乡、公平统一、安全规范、可持续的多层次社会保障体系，扎实推进乡村全面振兴"


def planned(folder: Path, sections: str, head: str = "title: 标题") -> Document:
    (folder / "report.md").write_text(f"---\n{head}\n---\n\n甲。\n\n{sections}", encoding="utf-8")
    return plan_brochure(load_report(folder), load_theme(), fonts())


def page(document: Document, name: str) -> Sheet:
    return next(sheet for sheet in document.sheets if sheet.name == name)


def crowded(sheet: Sheet) -> list[tuple[str, str]]:
    """Pairs of texts that run into each other, numerals aside."""
    words = [box for box in boxes(sheet) if box.role != "numeral"]
    return [(a.text, b.text) for a, b in combinations(words, 2) if ink(a).overlaps(ink(b), 1.0)]


def test_long_subsection_titles_take_two_lines_in_the_contents_and_on_openers(tmp_path: Path) -> None:
    document = planned(tmp_path, "".join(f"# 部分{i}\n\n乙。\n\n## {i}{LONG}\n\n丙。\n\n" for i in range(3)))
    for name, i in (("contents-1", 0), ("opener-1", 0), ("opener-2", 1), ("opener-3", 2)):
        (box,) = [b for b in boxes(page(document, name)) if LONG[:8] in b.text and b.text.startswith(f"{i}")]
        assert box.text == f"{i}{LONG}", name
        assert len(box.lines) == 2
        assert not crowded(page(document, name))


def test_contents_over_two_pages_begin_the_second_with_a_section(tmp_path: Path) -> None:
    sections = "".join(f"# 部分{i}\n\n乙。\n\n## 小节甲\n\n丙。\n\n## 小节乙\n\n丁。\n\n" for i in range(14))
    document = planned(tmp_path, sections)
    first, second = page(document, "contents-1"), page(document, "contents-2")
    listed = [[box.text for box in boxes(sheet) if box.role == "contents"] for sheet in (first, second)]
    assert listed[1][:2] == ["08", "部分7"]
    assert abs(len(listed[0]) - len(listed[1])) < 12


def test_a_running_head_ends_with_a_phrase_of_the_title() -> None:
    assert wordings("甲乙丙丁", ("甲乙", "丙丁")) == ("甲乙丙丁", "甲乙")
    assert wordings("健全体系，推进振兴、改革", ("健全体系，推进振兴、改革",)) == (
        "健全体系，推进振兴、改革", "健全体系，推进振兴", "健全体系",
    )  # fmt: skip
    assert wordings("甲", ("甲",)) == ("甲",)


def test_the_running_head_of_a_long_section_is_as_much_as_fits(tmp_path: Path) -> None:
    prose = "坚持以人民为中心，把群众满意不满意作为检验工作的标准。" * 56
    document = planned(tmp_path, f"# {LONG}\n\n乙。\n\n## 养老\n\n{prose}\n\n## 托育\n\n{prose}\n")
    heads = {box.text for box in boxes(page(document, "body-1-1")) if box.role == "running"}
    assert heads == {"01　健全覆盖全民、统筹城乡、公平统一、安全规范"}


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_section_title_of_150_characters_steps_down_and_stays_clear(index: int, tmp_path: Path) -> None:
    title = (LONG * 4)[:150]
    document = planned(
        tmp_path, "".join(f"# {title}{i}\n\n引言。\n\n## 养老\n\n正文。\n\n" for i in range(3))
    )
    sheet = page(document, f"opener-{index + 1}")
    (box,) = [b for b in boxes(sheet) if b.role == "title"]
    assert ink(box).bottom < mm(165)
    assert not crowded(sheet)


def test_a_section_title_that_fits_no_opener_is_told_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(ReportgenError) as caught:
        planned(tmp_path, f"# {LONG * 14}\n\n引言。\n\n## 健全\n\n正文。\n")
    (problem,) = caught.value.problems
    assert problem.place == Place(f"{tmp_path}/report.md", 7, 3)
    assert "篇章页放不下" in problem.message.zh


def test_openers_of_very_many_subsections_leave_the_list_to_the_contents(tmp_path: Path) -> None:
    subs = "".join(f"## 小节{j}\n\n正文。\n\n" for j in range(40))
    document = planned(tmp_path, "".join(f"# 部分{i}\n\n引言。\n\n{subs}" for i in range(3)))
    for name in ("opener-1", "opener-2", "opener-3"):
        assert all(ink(box).bottom < grid.TRIM[1] - mm(5) for box in boxes(page(document, name)))
        assert not crowded(page(document, name))


def contact(count: int) -> str:
    fields = "".join(f"  电话{i}: 0354-{1234500 + i}\n" for i in range(count))
    return f"title: 标题\norganisation: 甲县\ncontact:\n{fields}  二维码: 有"


@pytest.mark.parametrize("count", [2, 9, 30])
def test_contact_fields_flow_to_closer_rows_and_a_second_column(count: int, tmp_path: Path) -> None:
    sheet = page(planned(tmp_path, "# 部分\n\n引言。\n", contact(count)), "back")
    numbers = [box for box in boxes(sheet) if box.text.startswith("0354")]
    assert len(numbers) == count
    assert not crowded(sheet)
    code = Rect(grid.TRIM[0] - grid.INNER - mm(26), mm(217), mm(26), mm(26))
    assert all(ink(box).bottom < mm(262) and not ink(box).overlaps(code) for box in numbers)


def test_contact_fields_beyond_the_back_cover_are_told_at_their_line(tmp_path: Path) -> None:
    with pytest.raises(ReportgenError) as caught:
        planned(tmp_path, "# 部分\n\n引言。\n", contact(200))
    (problem,) = caught.value.problems
    assert problem.place == Place(f"{tmp_path}/report.md", 4, 1)
    assert problem.message.zh == "封底放不下这么多联系方式"
