"""What is built today is read back whole: every figure in every brochure, and nobody's number anywhere."""

from __future__ import annotations

import re

import pytest
from samples import CONTENTS, brochure_pdf, handout_pdfs, report_of
from small_county import NAME, built

from reportgen.verify.listing import data_of, lines_of, problems_of, summary
from reportgen.verify.read_back import verify_files


def test_every_output_of_a_report_agrees_with_its_text() -> None:
    report, files = built()
    verified = verify_files(report, files)
    assert verified.findings == ()
    assert verified.outputs == tuple(files)
    for output in files:
        if "brochure" in output:
            assert all(verified.at(figure.id, output) for figure in report.figures), output


def test_each_kind_of_place_is_read() -> None:
    report, files = built()
    verified = verify_files(report, files)
    kinds = {sighting.site.kind for sighting in verified.at("town", f"{NAME}-deck.pptx")}
    assert kinds == {"chart", "description", "notes", "workbook"}
    kinds = {sighting.site.kind for sighting in verified.at("town", f"{NAME}-brochure.pdf")}
    assert kinds == {"text", "structure", "alternative"}


def test_imposed_sheets_show_each_figure_as_often_as_the_pages_they_are_made_of() -> None:
    report, files = built()
    verified = verify_files(report, files)
    for figure in report.figures:
        pages = {s.site.number for s in verified.at(figure.id, f"{NAME}-brochure-print.pdf")}
        sides = {s.site.number for s in verified.at(figure.id, f"{NAME}-brochure-booklet-press.pdf")}
        assert pages
        assert sides


@pytest.mark.parametrize("name", CONTENTS)
def test_brochures_and_handouts_of_all_contents_have_no_stranger(name: str) -> None:
    report = report_of(name)
    notes, facts = handout_pdfs(name)
    files = {
        f"{report.name}-brochure.pdf": brochure_pdf(name),
        f"{report.name}-handout-notes.pdf": notes,
        f"{report.name}-handout-factsheet.pdf": facts,
    }
    verified = verify_files(report, files)
    assert verified.findings == ()
    assert verified.numbers > 0
    assert len(verified.sightings) >= 3 * len(report.figures)


def test_the_sum_tells_figures_places_strangers_and_differences() -> None:
    report, files = built()
    verified = verify_files(report, files)
    count = len(verified.sightings)
    assert summary(verified).en == f"{NAME}: 11 figures, {count} places, 0 strangers, 0 differences"
    lines = list(lines_of(report, verified))
    assert len(lines) == len(report.figures) * len(files)
    (line,) = (line for line in lines if line.startswith(f"town\t84个\t{NAME}-deck.pptx\t"))
    assert re.fullmatch(r"chart \d+; description \d+; notes [\d,]+; workbook \d+", line.rpartition("\t")[2])
    assert data_of(report, verified)["places"] == count


def test_a_report_without_figures_says_so_and_is_read_all_the_same() -> None:
    report = report_of("nofigures")
    verified = verify_files(report, {f"{report.name}-brochure.pdf": brochure_pdf("nofigures")})
    (problem,) = problems_of(verified, "dist")
    assert problem.severity == "warning"
    assert "marks no figures" in problem.message.en
    assert verified.numbers > 0


def test_no_figure_found_at_all_is_a_failure() -> None:
    report, _ = built()
    verified = verify_files(report, {f"{NAME}-handout-notes.pdf": brochure_pdf("tiny")})
    assert verified.sightings == ()
    assert "none of 11 figures was found" in problems_of(verified, "dist")[0].message.en
    assert problems_of(verified, "dist")[0].severity == "error"
