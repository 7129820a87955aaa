"""One named colour, two colour spaces."""

from reportgen.pdf.ink import Ink, number
from reportgen.themes import load_theme


def test_the_press_gets_the_authored_cmyk_and_the_screen_its_srgb() -> None:
    brand = load_theme().colour("brand-500")
    assert Ink("cmyk").fill(brand) == "0.24 0.98 0.92 0.22 k"
    assert Ink("cmyk").stroke(brand) == "0.24 0.98 0.92 0.22 K"
    assert Ink("rgb").fill(brand) == "0.631 0.125 0.129 rg"


def test_numbers_are_as_short_as_pdf_allows() -> None:
    assert [number(v) for v in (1.0, 0.5, -0.0001, 12.3456)] == ["1", "0.5", "0", "12.346"]
