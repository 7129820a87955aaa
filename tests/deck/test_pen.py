"""What the deck's pen finds of a text without setting it is what setting it shows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from samples import deck_of, fonts, report_of

from reportgen.cache import Cache
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.plan import plan_deck
from reportgen.model.sheet import Sheet, TextBox
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


def test_a_theme_sets_the_steps_of_the_slides_and_the_others_stay(tmp_path: Path) -> None:
    own = '[deck]\nbody = { face = "serif-500", size = 21, leading = 33, tracking = 0.01 }\n'
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    theme = load_theme("own.toml", tmp_path)
    paragraph = Pen(Typesetter(theme, fonts(), Cache()), report_of("tiny")).paragraph("正文", "body")
    style = paragraph.runs[0].style
    assert (style.face, style.size, style.tracking, paragraph.leading) == ("serif-500", 21, 0.01, 33)
    assert theme.type == load_theme().type
    assert {key for key, step in theme.deck.items() if step != load_theme().deck[key]} == {"body"}


def test_a_theme_with_a_larger_body_makes_a_deck_with_larger_words(tmp_path: Path) -> None:
    own = f'base = "{report_of("yuci").theme}"\n[deck]\nbody = {{ face = "sans-500", size = 21, leading = 33 }}\n'
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    larger = plan_deck(report_of("yuci"), load_theme("own.toml", tmp_path), fonts())
    assert words_at(21, larger.sheets) & words_at(20, deck_of("yuci").sheets)
    assert not words_at(21, deck_of("yuci").sheets)


def words_at(size: float, sheets: Iterable[Sheet]) -> set[str]:
    """Texts on the slides in the face of the body step and that size."""
    boxes = (item for sheet in sheets for item in sheet.items if isinstance(item, TextBox))
    runs = (run for box in boxes for paragraph in box.paragraphs for run in paragraph.runs)
    return {run.text for run in runs if (run.style.face, run.style.size) == ("sans-500", size)}
