"""What the deck's pen finds of a text without setting it is what setting it shows."""

from __future__ import annotations

import pytest
from samples import fonts, report_of

from reportgen.cache import Cache
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.layout.slides.pen import Pen
from reportgen.themes import load_theme

TEXTS = (
    "经济总量",
    "“一核两翼”产业布局",
    "GDP 达 479.5亿元，增长 5.2%",
    "先行区、示范区（一期）",
    "“Fine” words",
    "两行\n标题",
)
SIZES = (48.0, 36.0, 33.5, 24.0, 18.0)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_fits_at_the_first_size_at_which_it_is_set_on_one_line(text: str) -> None:
    pen = Pen(Typesetter(load_theme(), fonts(), Cache()), report_of("tiny"))

    def lines_set(width: float, size: float) -> int:
        return len(pen.lay((pen.paragraph(text, "title", size=size, balance=True),), width).lines)

    for width in range(60, 620, 3):
        lines = {size: lines_set(width, size) for size in SIZES}
        assert {size: pen.lines(text, "title", width, size) for size in SIZES} == lines
        fitting = [size for size in SIZES if lines[size] == 1] or SIZES[-1:]
        assert pen.fitting(text, "title", width, SIZES) == fitting[0]
