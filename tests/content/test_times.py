"""Times of figures and of a report: what is read, how it is printed, what is refused at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.content import load_report
from reportgen.content.findings import check_report
from reportgen.content.times import moment, period
from reportgen.errors import ReportgenError

MOMENTS = (
    ("2024", "2024年"),
    ("2024年", "2024年"),
    ("2025上半年", "2025年上半年"),
    ("上半年", "上半年"),
    ("2025年一季度", "2025年一季度"),
    ("2025Q3", "2025年三季度"),
    ("前三季度", "前三季度"),
    ("二季度末", "二季度末"),
    ("2025-06", "2025年6月"),
    ("2025/06/30", "2025年6月30日"),
    ("2025-07-28 18:00", "2025年7月28日18时"),
    ("2025-07-28T18:30", "2025年7月28日18时30分"),
    ("7月28日18时", "7月28日18时"),
    ("7月28日24时", "7月28日24时"),
    ("2024-02-29", "2024年2月29日"),
    ("2025-02-29", ""),
    ("2025-13", ""),
    ("7月28日25时", ""),
    ("目前", ""),
    ("末", ""),
    ("12", ""),
    ("2024年甲", ""),
    ("", ""),
)


@pytest.mark.parametrize(("written", "printed"), MOMENTS)
def test_a_moment_is_printed_in_words(written: str, printed: str) -> None:
    assert moment(written) == printed
    assert not printed or moment(printed) == printed


PERIODS = (
    ("2025上半年", "2025年上半年"),
    ("1—5月", "1—5月"),
    ("2025年1—6月", "2025年1—6月"),
    ("2021—2025", "2021—2025年"),
    ("7月26日8时至28日16时", "7月26日8时至28日16时"),
    ("“十四五”时期", "“十四五”时期"),
    ("5—1月", ""),
    ("2025—2021", ""),
    ("甲至乙", ""),
)


@pytest.mark.parametrize(("written", "printed"), PERIODS)
def test_a_period_is_a_moment_or_a_stretch_between_two(written: str, printed: str) -> None:
    assert period(written) == printed


def report_of(folder: Path, text: str, head: str = "") -> Path:
    (folder / "report.md").write_text(f"---\ntitle: 标题\n{head}---\n\n{text}\n", encoding="utf-8")
    return folder


REFUSED = (
    ("客流[3万人次]{#a label=客流 asof=去年}。", "", (5, 22)),
    ("客流[3万人次]{#a label=客流 period=很久}。", "", (5, 22)),
    ("客流[3万人次]{#a label=客流 asof=2024 period=2024}。", "", (5, 32)),
    ("客流[3万人次]{#a label=客流 top=先}。", "", (5, 22)),
    ("客流[3万人次]{#a label=客流 ornament=yes}。", "", (5, 22)),
    ("客流。", "asof: 近日\n", (3, 7)),
)


@pytest.mark.parametrize(("text", "head", "place"), REFUSED)
def test_what_is_no_time_or_order_is_refused_at_its_place(
    text: str, head: str, place: tuple[int, int], tmp_path: Path
) -> None:
    with pytest.raises(ReportgenError) as raised:
        load_report(report_of(tmp_path, text, head))
    (problem,) = raised.value.problems
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == place
    assert problem.hint


def test_the_head_gives_the_time_of_the_whole_report(tmp_path: Path) -> None:
    assert load_report(report_of(tmp_path, "正文。", "asof: 2025-07-28 18:00\n")).asof == "2025年7月28日18时"


ASKED = (
    ("全年接待游客[3万人次]{#a label=游客 asof=2024}。", 1),
    ("全年接待游客[3万人次]{#a label=游客 period=2024}。", 0),
    ("截至2024年底，常住人口[3万人]{#a label=常住人口 asof=2024}。", 0),
    ("转移群众[3万人]{#a label=转移群众 asof=7月28日18时}。", 0),
)


@pytest.mark.parametrize(("text", "count"), ASKED)
def test_a_stock_that_may_be_a_flow_is_asked_about(text: str, count: int, tmp_path: Path) -> None:
    found = check_report(load_report(report_of(tmp_path, text)))
    asked = [problem for problem in found if "period=" in (problem.hint.en if problem.hint else "")]
    assert [problem.severity for problem in asked] == ["note"] * count
