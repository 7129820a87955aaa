"""A new report loads at once; a name that cannot be a folder is refused."""

from pathlib import Path

import pytest

from reportgen.content import check_report, load_report, new_report
from reportgen.errors import ReportgenError


@pytest.mark.parametrize("name", ["云岫县", "云岫县新闻发布会", "press-2026", "甲 乙", "𠮷水桥"])
def test_a_new_report_loads(tmp_path: Path, name: str) -> None:
    folder = new_report(name, tmp_path)
    report = load_report(folder)
    assert folder == tmp_path / name
    assert report.name == name
    assert report.figures
    assert not [problem for problem in check_report(report) if problem.severity != "note"]


def test_it_speaks_of_the_place_it_is_named_after(tmp_path: Path) -> None:
    report = load_report(new_report("云岫县新闻发布会", tmp_path))
    assert report.organisation == "云岫县"


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        ".",
        "..",
        "../甲",
        "甲/乙",
        "甲\\乙",
        "甲:乙",
        "甲*",
        "甲?",
        "甲\n乙",
        "甲.",
        "甲 ",
        "长" * 61,
    ],
)
def test_a_bad_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReportgenError) as caught:
        new_report(name, tmp_path)
    (problem,) = caught.value.problems
    assert "不能做文件夹名" in problem.message.zh
    assert problem.hint is not None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_exists_is_left_alone(tmp_path: Path) -> None:
    folder = new_report("云岫县", tmp_path)
    (folder / "report.md").write_text("我的稿子", encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        new_report("云岫县", tmp_path)
    assert "已经存在" in caught.value.problems[0].message.zh
    assert (folder / "report.md").read_text("utf-8") == "我的稿子"
