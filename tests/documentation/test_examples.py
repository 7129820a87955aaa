"""What the documentation shows can be written as it stands: every example is loaded, every command understood."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from pages_of import CODE, PAGES, Example, listings, without_listings
from PIL import Image
from samples import ROOT

import reportgen
from reportgen.arguments import parser
from reportgen.printers.load import load_printer
from reportgen.printers.profiles import COATED, bundled_profile
from reportgen.products import PRODUCTS
from reportgen.themes import load_theme

HEAD = "---\ntitle: 标题\n---\n\n"
PLAIN = "某区的一段话。\n\n"
PICTURE = re.compile(r"file=([^\s}]+)")
COMMAND = re.compile(r"^(?:python -m )?reportgen +([a-z][^#`\n]*)", re.MULTILINE)
CALL = re.compile(
    r"(?:python -m reportgen |reportgen )?((?:pdf|pptx|handout|build|check|verify)(?: [^:=|]+)?|new [^:=|]+)"
)
REPORTS = tuple(listings("markdown"))


def folder_of(example: Example, folder: Path) -> Path:
    """A report of the example alone, beside it the tables of its page and the pictures it names."""
    text = example.text if example.text.startswith("---\n") else HEAD + PLAIN + example.text
    (folder / "report.md").write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "examples" / "charts" / "data", folder / "data")
    for table in listings("csv"):
        if table.page == example.page:
            (folder / "data" / table.name).write_text(table.text, encoding="utf-8")
    for name in PICTURE.findall(text):
        Image.new("RGB", (600, 400), (90, 120, 100)).save(folder / name, "JPEG")
    return folder


@pytest.mark.parametrize("example", REPORTS, ids=[example.id for example in REPORTS])
def test_an_example_is_a_report(example: Example, tmp_path: Path) -> None:
    report = reportgen.load(folder_of(example, tmp_path))
    marks = {
        mark.kind for paragraph in report.paragraphs() for span in paragraph.spans for mark in span.marks
    }
    notes = any((report.lead_speaker, report.lead_internal))
    assert marks or notes or report.components() or "**" in example.text or "table" in example.text


def test_the_manual_has_examples_of_every_kind_of_file() -> None:
    assert len(REPORTS) > 60
    assert {example.page.name for example in REPORTS} == {
        "README.md",
        "README.en.md",
        "manual.md",
        "attributes.md",
        "attributes.en.md",
        "charts.md",
    }
    assert {listing.name for listing in listings("toml")} == {"my-theme.toml", "house.toml", "printer.toml"}


def test_the_theme_shown_is_a_theme(tmp_path: Path) -> None:
    (shown,) = (listing for listing in listings("toml") if listing.name == "my-theme.toml")
    (tmp_path / shown.name).write_text(shown.text, encoding="utf-8")
    assert load_theme(shown.name, tmp_path).colour("brand-500").srgb == (0x0B, 0x6E, 0x4F)


def test_the_printer_profile_shown_is_one(tmp_path: Path) -> None:
    (shown,) = (listing for listing in listings("toml") if listing.name == "printer.toml")
    given = tomllib.loads(shown.text)
    (tmp_path / shown.name).write_text(shown.text, encoding="utf-8")
    (tmp_path / given["icc"]).write_bytes(bundled_profile(COATED).read_bytes())
    printer = load_printer(tmp_path / shown.name)
    assert (printer.name, printer.condition.identifier) == (given["name"], given["condition"])


def commands() -> set[str]:
    """Every call of the program in listings and sentences, as the words behind its name."""
    text = "\n".join(listing.text for listing in listings(""))
    code = [words for page in PAGES for words in CODE.findall(without_listings(page))]
    found = [*COMMAND.findall(text), *(match[1] for words in code if (match := CALL.fullmatch(words)))]
    return {words.replace("…", "").strip() for words in found}


def test_every_command_shown_is_understood() -> None:
    shown = commands()
    assert {"check 某区发布会 --fix", "pdf --booklet a3", "pptx --speaker", "handout"} <= shown
    grammar = parser("en", PRODUCTS)
    for words in shown:
        assert grammar.parse_args(words.split()), words
