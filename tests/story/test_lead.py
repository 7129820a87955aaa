"""What the lead shows beside its words and on slides, and what stands elsewhere."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.model.report import Figure
from reportgen.story.key_numbers import key_numbers
from reportgen.story.lead import aside_figures, lead_exhibits, lead_pieces, verdicts
from reportgen.story.pieces import Keys

LEDGER = "\n\n::: ledger {}\n:::"
ASIDES = (
    ("总量[5亿元]{#a label=总量}。", ["a"]),
    ("总量[5亿元]{#a label=总量}，[3家]{#b label=甲}，[4家]{#c label=乙}。", ["a", "b"]),
    ('总量[5亿元]{#a label=总量}，[1:9]{#b label=甲 parts="甲 乙"}，[4家]{#c label=乙}。', ["a", "c"]),
    ("没有数字。", []),
)


@pytest.mark.parametrize(("text", "expected"), ASIDES)
def test_the_hero_and_one_number_stand_beside_the_lead(text: str, expected: list[str], tell: Teller) -> None:
    assert [figure.id for figure in aside_figures(tell(text))] == expected


def test_figures_at_a_glance_do_not_stand_beside_the_lead_too(tell: Teller) -> None:
    figures = "，".join(f"[{i + 2}家]{{#f{i} label=指标{i}}}" for i in range(4))
    assert aside_figures(tell(f"总量[5亿元]{{#a label=总量}}。\n\n# 部分\n\n{figures}。")) == ()


def test_honours_then_ledger_rows_are_the_lead_s_verdicts_four_with_the_figures(tell: Teller) -> None:
    said = "[总量]{.honour status=居首}居首，[目标[完成]{.verb}]{.row}，[任务[达标]{.verb}]{.row}"
    report = tell(f"{said}。{LEDGER}")
    assert verdicts(report) == (("总量", "居首"), ("目标", "完成"), ("任务", "达标"))
    report = tell(f"{said}，[5亿元]{{#a label=甲}}，[3家]{{#b label=乙}}。{LEDGER}")
    assert verdicts(report) == (("总量", "居首"), ("目标", "完成"))


def test_the_ledger_is_no_exhibit_of_the_lead_nor_are_its_figures_and_honours(tell: Teller) -> None:
    shown = lead_exhibits(
        tell(
            f"[总量]{{.honour status=居首}}居首，[5亿元]{{#a label=甲}}，[目标[完成]{{.verb}}]{{.row}}。{LEDGER}"
        )
    )
    assert (shown.components, shown.figures, shown.honours) == ((), (), ())


TEXT = "总量[5亿元]{#a label=总量}，[3家]{#b label=甲}，[第一个要点]{.key}，[第二个要点]{.key}。"


def test_the_lead_s_slides_say_nothing_of_the_key_numbers_slide_before_sections(tell: Teller) -> None:
    report = tell(f"{TEXT}\n\n# 部分\n\n乙。")
    assert lead_pieces(report, key_numbers(report).figures) == (Keys(("第二个要点",)),)
    numbers = [piece.id for piece in lead_pieces(report, ()) if isinstance(piece, Figure)]
    assert numbers == ["a", "b"]


def test_the_lead_of_a_report_without_sections_is_the_whole_story(tell: Teller) -> None:
    report = tell(TEXT)
    found = lead_pieces(report, key_numbers(report).figures)
    assert found[-1] == Keys(("第一个要点", "第二个要点"))


def test_sentences_the_author_did_not_mark_are_no_points_of_the_lead(tell: Teller) -> None:
    assert lead_pieces(tell("没有要点。\n\n# 部分\n\n乙。"), ()) == ()
