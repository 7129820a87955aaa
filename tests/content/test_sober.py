"""Figures of casualties, damage and failure are known as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.content import load_report
from reportgen.errors import ReportgenError


def write(folder: Path, text: str, head: str = "") -> Path:
    (folder / "report.md").write_text(f"---\ntitle: 标题\n{head}---\n\n{text}\n", encoding="utf-8")
    return folder


SOBER = (
    ("因灾死亡[13人]{#a label=因灾死亡}。", True),
    ("造成[12人]{#a label=人数}遇难。", True),
    ("受伤人数达[23人]{#a label=人数}。", True),
    ("新增确诊病例[5例]{#a label=新增}。", True),
    ("企业亏损[2.6亿元]{#a label=企业}。", True),
    ("派出医疗队[14支]{#a label=医疗队}赶赴受灾乡镇。", False),
    ("营救被困群众[182人]{#a label=营救群众}。", False),
    ("经济总量[182亿元]{#a label=经济总量}。", False),
)


@pytest.mark.parametrize(("text", "sober"), SOBER)
def test_a_figure_is_sober_by_its_label_or_the_words_at_its_side(
    text: str, sober: bool, tmp_path: Path
) -> None:
    (figure,) = load_report(write(tmp_path, text)).figures
    assert figure.sober is sober


def test_the_head_adds_words(tmp_path: Path) -> None:
    text = "拖欠工资[3起]{#a label=拖欠工资}，补发[3起]{#b label=补发}。"
    report = load_report(write(tmp_path, text, "sober: [拖欠]\n"))
    assert [figure.sober for figure in report.figures] == [True, False]


@pytest.mark.parametrize("option", ["label=死亡", "label=构成 ornament=no"])
def test_no_cover_is_signed_by_what_may_not_adorn(option: str, tmp_path: Path) -> None:
    text = f'比为[1:9]{{#a {option} parts="甲 乙"}}。'
    with pytest.raises(ReportgenError) as raised:
        load_report(write(tmp_path, text, "signature: a\n"))
    assert [(p.place.line, bool(p.hint)) for p in raised.value.problems if p.place] == [(3, True)]
