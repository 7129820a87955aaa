"""Pages that follow from records are as the records are now, and every picture is of what is there."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from pages_of import PAGES
from PIL import Image
from samples import ROOT

import reportgen
from reportgen.charts.describe import describe
from reportgen.charts.kinds import NAMES
from reportgen.model.report import Chart
from reportgen.products import PRODUCTS
from scripts import write_tables
from scripts.write_tables import EXAMPLES, Page, examples, tables, written

PICTURES = ROOT / "docs" / "pictures"
MOST = 1_500_000  # bytes of all pictures
SHOWN = re.compile(r"!\[[^]]*\]\(([^)]+)\)")


@pytest.mark.parametrize("page", write_tables.PAGES, ids=lambda page: str(page.path.name))
def test_a_page_has_its_tables_as_they_are_now(page: Page) -> None:
    assert written(page) == page.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_part_written_by_program_is_on_a_page(language: str) -> None:
    parts = tables("zh" if language == "zh" else "en")
    assert all(len(part.split("\n")) > 5 for part in parts.values())
    assert {name for page in write_tables.PAGES for name in page.tables} == parts.keys()


def test_the_report_of_examples_has_every_kind_once_and_nothing_to_correct() -> None:
    checked = reportgen.check(EXAMPLES)
    assert [finding.render("en") for finding in checked.findings if finding.severity != "note"] == []
    drawn = [part.spec.kind for part in reportgen.load(EXAMPLES).components() if isinstance(part, Chart)]
    assert sorted(drawn) == sorted(NAMES)
    assert sorted(examples()) == sorted(NAMES)


def test_the_picture_of_each_kind_is_of_its_example() -> None:
    for part in reportgen.load(EXAMPLES).components():
        assert isinstance(part, Chart)
        drawing = ElementTree.parse(PICTURES / "charts" / f"{part.spec.kind}.svg").getroot()
        assert [each.get("aria-label") for each in drawing[1:]] == [describe(part.spec)]


def test_every_output_has_its_picture() -> None:
    for product in PRODUCTS:
        with Image.open(PICTURES / f"{product.name}.png") as picture:
            assert picture.format == "PNG"
            assert len(picture.getcolors(256) or ()) > 8, f"{product.name} is nearly blank"


def test_every_picture_is_on_a_page_and_all_are_small() -> None:
    shown = {
        (page.parent / name).resolve()
        for page in PAGES
        for name in SHOWN.findall(page.read_text(encoding="utf-8"))
    }
    kept = {path for path in PICTURES.rglob("*") if path.is_file()}
    assert kept == shown
    assert sum(path.stat().st_size for path in kept) < MOST
