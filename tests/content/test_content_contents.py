"""The four small reports of the test suite load, and each is what it is there for."""

import re
from pathlib import Path

import pytest

from reportgen.content import check_report, figures_table, load_report
from reportgen.model.report import Chart, Ledger, Panels, Quote, Report, Table

CONTENTS = Path(__file__).parents[1] / "contents"


def report(name: str) -> Report:
    return load_report(CONTENTS / name)


def kinds(report: Report) -> set[type]:
    boxes = [*report.lead_components]
    for section in report.sections:
        boxes += section.components
        for subsection in section.subsections:
            boxes += subsection.components
    return {type(box) for box in boxes}


@pytest.mark.parametrize("name", ["tiny", "long", "nofigures", "rare"])
def test_a_content_loads_and_has_no_half_width_punctuation(name: str) -> None:
    assert report(name).name == name
    assert not [problem for problem in check_report(report(name)) if problem.severity != "note"]


def test_the_tiny_report_is_a_title_and_a_paragraph() -> None:
    tiny = report("tiny")
    assert len(tiny.lead) == 1
    assert tiny.sections == ()
    assert tiny.figures == ()


def test_the_long_report_has_eight_sections_and_forty_subsections() -> None:
    long = report("long")
    lengths = [len(sub.text) for section in long.sections for sub in section.subsections]
    assert len(long.sections) == 8
    assert len(lengths) == 40
    assert min(lengths) >= 60
    assert max(lengths) > 600
    assert len(set(lengths)) > 25
    assert len(long.figures) >= 60
    assert len(long.honours) >= 5
    assert {Chart, Ledger, Panels, Quote} <= kinds(long)


def test_the_report_without_figures_holds_no_digit() -> None:
    bare = report("nofigures")
    assert not re.search(r"\d", (CONTENTS / "nofigures" / "report.md").read_text("utf-8"))
    assert bare.figures == ()
    assert figures_table(bare) == ()
    assert {Ledger, Quote} <= kinds(bare)


def test_the_rare_report_holds_rare_characters_tables_and_time_series() -> None:
    rare = report("rare")
    text = "".join(paragraph.text for paragraph in rare.paragraphs())
    assert all(character in text for character in "𠮷䶮𬭎㛃")
    assert len(rare.title) > 35
    charts = {
        box.spec.kind: box.spec
        for section in rare.sections
        for sub in section.subsections
        for box in sub.components
        if isinstance(box, Chart)
    }
    assert {"line", "grouped"} <= set(charts)
    assert [series.label for series in charts["grouped"].series] == ["农业", "工业"]
    assert charts["line"].unit == "mg/L"
    assert charts["line"].source == "㛃川市生态环境监测站"
    assert [table.name for table in rare.tables] == ["水质.csv", "用水.csv"]
    assert Table in kinds(rare)
    assert rare.figure("approval").quantity.kind == "range"
