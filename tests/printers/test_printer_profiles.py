"""A printing house's TOML file: what it may say, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import ImageCms

from reportgen.errors import ReportgenError
from reportgen.lengths import Edges, mm
from reportgen.model.press import DEFAULT_CONDITION, DEFAULT_PRINTER, PrinterProfile
from reportgen.model.theme import Spot
from reportgen.printers import ink_problems, load_printer
from reportgen.printers.icc import read_icc
from reportgen.printers.profiles import profile_path
from reportgen.themes import load_theme

FULL = """
name = "样张印务"
house = "样张印务有限公司"
icc = "house.icc"
condition = "FOGRA39"
condition-name = "Coated"
registry = "http://www.color.org"
ink-limit = 310
bleed = { top = 5, right = 5, bottom = 5, left = 0 }
trim = "A4"
paper-gsm = 157
spot = { name = "PANTONE 186 C", colours = { brand-500 = 100, brand-200 = 30 } }

[marks]
offset = 5
length = 8
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "printer.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str) -> list[tuple[int, int, str]]:
    """Line, column and English message of each problem."""
    with pytest.raises(ReportgenError) as caught:
        load_printer(written(folder, text))
    assert all(problem.hint for problem in caught.value.problems)
    places = [problem.place for problem in caught.value.problems]
    assert all(place is not None and place.file.endswith("printer.toml") for place in places)
    return [(p.place.line, p.place.column, p.message.en) for p in caught.value.problems if p.place]


def test_a_full_file_says_everything(tmp_path: Path) -> None:
    (tmp_path / "house.icc").write_bytes(profile_path(DEFAULT_CONDITION).read_bytes())
    printer = load_printer(written(tmp_path, FULL))
    assert (printer.name, printer.house, printer.ink_limit, printer.paper_gsm) == (
        "样张印务", "样张印务有限公司", 310, 157,
    )  # fmt: skip
    assert printer.bleed == Edges(mm(5), mm(5), mm(5), 0)
    assert printer.trim == (mm(210), mm(297))
    assert printer.marks is not None
    assert (printer.marks.offset, printer.marks.length) == (mm(5), mm(8))
    assert printer.spot == Spot("PANTONE 186 C", (("brand-500", 1.0), ("brand-200", 0.3)))
    assert (printer.condition.identifier, printer.condition.icc) == ("FOGRA39", str(tmp_path / "house.icc"))


def test_an_empty_file_is_the_default(tmp_path: Path) -> None:
    assert load_printer(written(tmp_path, "")) == DEFAULT_PRINTER == PrinterProfile()


def test_an_icc_file_names_its_own_condition(tmp_path: Path) -> None:
    (tmp_path / "house.icc").write_bytes(profile_path(DEFAULT_CONDITION).read_bytes())
    header = read_icc((tmp_path / "house.icc").read_bytes())
    assert header is not None
    assert header.prints_cmyk
    printer = load_printer(written(tmp_path, 'icc = "house.icc"'))
    assert printer.condition.identifier == printer.name == header.description != ""


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("\nbled = 3", 2, 1, "unknown key 'bled'"),
        ("bleed = -1", 1, 1, "'bleed' must be a number from 0 to 15 (mm)"),
        ("bleed = true", 1, 1, "'bleed' must be a number"),
        ("bleed = { top = 3 }", 1, 1, "bleed lacks right, bottom, left"),
        ("name = 'a'\n\n  ink-limit = '300'", 3, 3, "'ink-limit' must be a number from 100 to 400 (%)"),
        ("trim = [210]", 1, 1, "'trim' must be the trim size"),
        ("trim = [10, 10]", 1, 1, "'trim' must be the trim size"),
        ("trim = 'B9'", 1, 1, "'trim' must be the trim size"),
        ("paper-gsm = 5", 1, 1, "'paper-gsm' must be a number from 40 to 500 (g/m²)"),
        ("[marks]\nlenght = 3", 2, 1, "unknown key 'lenght'"),
        ("[marks]\nlength = 99", 2, 1, "'length' must be a number from 1 to 30 (mm)"),
        ("marks = 3", 1, 1, "'marks' must be true, false, or offset and length"),
        ("icc = 'none.icc'", 1, 1, "ICC file 'none.icc' does not exist"),
        ("icc = 'printer.toml'", 1, 1, "'printer.toml' is not an ICC profile"),
        ("icc = 'screen.icc'", 1, 1, "'screen.icc' is a profile for RGB (mntr), not a CMYK output profile"),
        ("condition = 'X'", 1, 1, "'condition' needs icc as well"),
        ("spot = 3", 1, 1, "spot cannot be read"),
        ("spot = 'Black'", 1, 1, "'Black' is a reserved plate name"),
        ("spot = { name = 'P', colours = { brand-500 = 0 } }", 1, 1, "the colours of spot must be"),
        ("name = 3", 1, 1, "'name' must be one short line of text"),
        ("name = 'a'\nname = ", 2, 8, "the printer profile is not valid TOML: Invalid value"),
    ],
)
def test_a_fault_is_named_where_it_stands(
    tmp_path: Path, text: str, line: int, column: int, said: str
) -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    (tmp_path / "screen.icc").write_bytes(screen.tobytes())
    assert len(found := faults(tmp_path, text)) == 1
    assert found[0][:2] == (line, column)
    assert found[0][2].startswith(said)


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    assert len(faults(tmp_path, "bled = 3\nink-limit = 'x'\ntrim = 3\nname = 4")) == 4


def test_a_missing_file_is_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(ReportgenError, match="does not exist"):
        load_printer(tmp_path / "none.toml")


def test_colours_over_the_houses_ink_limit_are_named() -> None:
    theme, strict = load_theme(), replace(DEFAULT_PRINTER, ink_limit=240.0)
    assert ink_problems(theme, DEFAULT_PRINTER) == ()
    named = " ".join(problem.message.en for problem in ink_problems(theme, strict))
    for colour in theme.colours.values():
        assert (f"'{colour.token}'" in named) == (colour.ink > 240)
    assert "'ink-900'" in named


def test_a_spot_colour_counts_its_own_ink_alone_and_must_be_in_the_theme() -> None:
    theme = load_theme()
    assert theme.colour("brand-700").ink > 240
    strict = replace(DEFAULT_PRINTER, ink_limit=240.0, spot=Spot("P", (("brand-700", 1.0),)))
    named = " ".join(problem.message.en for problem in ink_problems(theme, strict))
    assert "'brand-700'" not in named
    (problem,) = ink_problems(theme, replace(DEFAULT_PRINTER, spot=Spot("P", (("brand-550", 1.0),))))
    assert problem.message.en == "the spot's colour 'brand-550' is not in the theme"


def test_a_theme_may_name_the_spot_itself(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('base = "danqing"\nspot = "PANTONE 186 C"\n', encoding="utf-8")
    assert load_theme("own.toml", tmp_path).spot == Spot("PANTONE 186 C")
    assert load_theme().spot is None
    (tmp_path / "own.toml").write_text('base = "danqing"\nspot = ""\n', encoding="utf-8")
    with pytest.raises(ReportgenError, match="spot needs the name of an ink"):
        load_theme("own.toml", tmp_path)


def test_tints_of_the_spot_are_its_blends_with_white_only() -> None:
    spot = Spot("P", (("brand-500", 1.0), ("brand-200", 0.3)))
    assert spot.tint("brand-500:white:0.55") == 0.55
    assert spot.tint("brand-200:white:0.5") == pytest.approx(0.15)
    assert spot.tint("brand-500:silk:0.55") is None
    assert spot.tint("a1-500") is None


def test_a_file_as_windows_saves_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "printer.toml"
    path.write_bytes('name = "样张印务"\npaper-gsm = 128\n'.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load_printer(path).name == "样张印务"
    (tmp_path / "own.toml").write_bytes('base = "danqing"\nspot = "PANTONE 186 C"\n'.encode("utf-8-sig"))
    assert load_theme("own.toml", tmp_path).spot == Spot("PANTONE 186 C")


def test_a_file_in_another_encoding_is_told_at_its_first_foreign_byte(tmp_path: Path) -> None:
    path = tmp_path / "printer.toml"
    path.write_bytes('paper-gsm = 128\nname = "样张印务"\n'.encode("gbk"))
    with pytest.raises(ReportgenError) as caught:
        load_printer(path)
    (problem,) = caught.value.problems
    assert str(problem.place) == f"{path}:2:9"
    assert "UTF-8" in problem.message.zh
    assert problem.hint is not None
