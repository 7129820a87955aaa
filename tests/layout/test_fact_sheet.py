"""The fact sheet of any report: one page, nothing but figures and verbatim words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from placed_text import boxes, ink
from samples import fact_sheet_of, fonts, numbers_of, report_of, texts_of

from reportgen.content import load_report
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.handouts import paper
from reportgen.layout.handouts.fact_sheet import plan_fact_sheet
from reportgen.layout.parts import labels
from reportgen.layout.slides.plan import plan_deck
from reportgen.lengths import Rect, mm
from reportgen.model.report import Report
from reportgen.model.sheet import Document
from reportgen.story.callouts import columns
from reportgen.themes import load_theme

SMALLEST = 6.5


def check(document: Document, report: Report) -> None:
    """One page, inside its margins, no words over others, no type below the least."""
    (sheet,) = document.sheets
    assert sheet.size == pytest.approx((mm(210), mm(297)))
    safe = Rect(0, 0, *paper.SIZE).inset(mm(5), mm(5))
    inks = [(box, ink(box)) for box in boxes(sheet)]
    assert inks
    for box, area in inks:
        assert safe.contains(area), box.text
        assert all(run.style.size >= SMALLEST for line in box.lines for run in line.runs)
    for i, (first, a) in enumerate(inks):
        for second, b in inks[i + 1 :]:
            slack = 14.0 if "numeral" in (first.role, second.role) else 1.0
            assert not a.overlaps(b, slack), (first.text, second.text)


def flat(text: str) -> str:
    return re.sub(r"\s", "", text)


def source_of(report: Report) -> str:
    return flat("".join(paragraph.text for paragraph in report.paragraphs()))


def test_every_report_has_one_page_on_which_everything_has_its_room(content: str) -> None:
    check(fact_sheet_of(content), report_of(content))


def test_every_number_on_it_is_one_of_the_report(content: str) -> None:
    report = report_of(content)
    allowed = numbers_of(report) | {f"{s.number:02d}" for s in report.sections}
    found = {n for b in boxes(fact_sheet_of(content).sheets[0]) for n in re.findall(r"\d+(?:\.\d+)?", b.text)}
    assert found or not report.figures
    assert found <= allowed


def test_points_are_the_texts_own_words(content: str) -> None:
    report, said = report_of(content), []
    for box in boxes(fact_sheet_of(content).sheets[0]):
        if box.block.startswith("point:") or box.block == "lead":
            said.append(flat("".join(line.text for line in box.lines)))
    assert said
    verdicts = [honour.status for honour in report.honours]
    assert all(words in source_of(report) or words in verdicts for words in said)
    assert len(set(said)) == len(said), "nothing is said twice"


def test_figures_and_honours_on_it_name_where_they_come_from(content: str) -> None:
    report = report_of(content)
    figures, honours = {f.id for f in report.figures}, {h.id for h in report.honours}
    for box in boxes(fact_sheet_of(content).sheets[0]):
        kind, _, id = box.block.partition(":")
        assert kind != "figure" or id in figures
        assert kind != "honour" or id in honours


def test_the_article_shows_hero_sections_and_the_honours_of_nation_and_province() -> None:
    report, (sheet,) = report_of("yuci"), fact_sheet_of("yuci").sheets
    blocks = [box.block for box in boxes(sheet)]
    assert "figure:gdp" in blocks
    words = [box.text for box in boxes(sheet)]
    assert all(section.title in words for section in report.sections)
    shown = {block.removeprefix("honour:") for block in blocks if block.startswith("honour:")}
    assert shown == {h.id for h in report.honours if h.rank != "other"}
    for i in range(3):
        assert 1 <= sum(b.startswith(f"point:{i}") for b in blocks) <= 4
    callouts = {figure.id for column in columns(report) for cell in column.cells for figure in cell}
    assert {f"figure:{id}" for id in callouts} <= set(blocks), "no figure makes way for a point"


@pytest.mark.parametrize("figures", [1, 2])
def test_a_share_says_what_is_measured_wherever_it_stands(figures: int, tmp_path: Path) -> None:
    """78.5% 高血压 alone would read as how many are ill."""
    named = ("高血压", "糖尿病")[:figures]
    marked = "和".join(f"[7{i}.5%]{{#a{i} label={name} series=规范管理率}}" for i, name in enumerate(named))
    text = f"# 民生\n\n## 慢病\n\n{'、'.join(named)}规范管理率分别达到{marked}。\n\n"
    text += "## 学校\n\n建成[3所]{#b label=学校}，招聘[40名]{#c label=教师}，开设[5个]{#d label=社团}。\n"
    (tmp_path / "report.md").write_text(f"---\ntitle: 标题\n---\n\n甲。\n\n{text}", encoding="utf-8")
    report, theme = load_report(tmp_path), load_theme()
    facts = plan_fact_sheet(report, theme, fonts()).sheets[0]
    glance = next(s for s in plan_brochure(report, theme, fonts()).sheets if s.title == labels.GLANCE)
    slides = plan_deck(report, theme, fonts()).sheets
    deck = [box for sheet in slides for box in boxes(sheet)]
    for said in (boxes(facts), boxes(glance), deck):
        assert any("规范管理率" in text for text in texts_of(said, "label"))


def test_without_figures_the_lead_stands_in_for_the_hero(content: str) -> None:
    report, (sheet,) = report_of(content), fact_sheet_of(content).sheets
    lead = [box for box in boxes(sheet) if box.block == "lead"]
    assert bool(lead) != any(box.block.startswith("figure:") for box in boxes(sheet))
    assert bool(report.figures) != bool(lead)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 6, 7, 12, 36])
def test_any_number_of_sections_fits(tmp_path: Path, count: int) -> None:
    text = "---\ntitle: 某县新闻发布会\norganisation: 某县\n---\n\n全年完成投资[12.5亿元]{#money label=投资}，同比增长。\n\n"
    for i in range(count):
        text += f"# 部分之{i}\n\n建成[{i + 3}座]{{#a{i} label=新建桥梁}}、[{i + 41}个]{{#b{i} label=新建公园}}。\n\n"
        text += "## 小节\n\n群众的日子越过越好。干部的作风越来越实。\n\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    report = load_report(tmp_path)
    document = plan_fact_sheet(report, load_theme(), fonts())
    check(document, report)
    words = [box.text for box in boxes(document.sheets[0])]
    assert all(section.title in words for section in report.sections)


def test_many_and_long_honours_never_push_the_rest_off_the_page(tmp_path: Path) -> None:
    honours = "、".join(f"[国家级示范单位称号{i}号]{{.honour level=国家级}}" for i in range(60))
    text = f"---\ntitle: 某县\n---\n\n导语一句。\n\n# 部分\n\n获评{honours}。\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    report = load_report(tmp_path)
    check(plan_fact_sheet(report, load_theme(), fonts()), report)
