"""What may stand alone on a page between sections: quotes, then key spans, then figures."""

from __future__ import annotations

import pytest
from small_reports import Teller

from reportgen.story.interludes import phrases

QUOTE, KEY = "[“榆次样板”]{.quote}", "[构建起新的框架]{.key}"
PHRASES = (
    (f"{KEY}，{QUOTE}，[2家]{{#a label=甲数}}。", [("“榆次样板”",), ("构建起新的框架",), ("2家", "甲数")]),
    ("[太短]{.key}，[2家]{#a label=甲数}。", [("2家", "甲数")]),
    ("[这一句比十个字还要长得多]{.key}，[2家]{#a label=甲数}。", [("2家", "甲数")]),
    ('[1:9]{#a label=结构 parts="甲 乙"}，[2家]{#b label=甲数}。', [("2家", "甲数")]),
    ("[2家]{#a .inline label=甲数}。", []),
    ("[直接经济损失仍在核查]{.key}，[2家]{#b label=甲数}。", [("2家", "甲数")]),
    ("产值[下降2.4%]{#a label=产值}，[2家]{#b label=甲数}。", [("2家", "甲数")]),
)


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_quotes_go_before_key_spans_and_key_spans_before_figures(
    text: str, expected: list[tuple[str, ...]], tell: Teller
) -> None:
    report = tell(f"甲。\n\n# 部分\n\n乙。\n\n## 小节\n\n{text}")
    assert phrases(report, longest=10) == (((0, tuple(expected)),) if expected else ())


def test_key_spans_of_the_introduction_come_after_the_subsections(tell: Teller) -> None:
    report = tell(f"甲。\n\n# 部分\n\n[引言里的一个要点]{{.key}}。\n\n## 小节\n\n{KEY}。")
    assert phrases(report, longest=10) == ((0, (("构建起新的框架",), ("引言里的一个要点",))),)
