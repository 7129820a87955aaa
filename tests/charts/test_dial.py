"""The number in a dial, read back from the finished figure."""

import pytest
from chart_samples import DIAL, LETTERS, datum, figure, measure, series, spec, style
from matplotlib.figure import Figure
from matplotlib.text import Text
from msgspec.structs import replace

from reportgen.charts import build
from reportgen.charts.fit import natural_height

WIDE = 300.0  # pt: the words beside the dial take one line
ACROSS = 102.0  # pt: the dial at its natural size
LARGEST = 28.0  # pt: its number there


def number(drawn: Figure, text: str) -> Text:
    (found,) = (artist for artist in drawn.findobj(Text) if artist.get_text() == text)
    return found


def test_a_dial_is_as_high_as_it_is_wide() -> None:
    assert natural_height(DIAL, WIDE, LETTERS) == ACROSS


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("5", 28.0), ("15", 28.0), ("12.5", 28.0), ("12345", 28.0), ("123456", 24.0), ("1234567", 20.0),
        ("12345678", 16.0), ("1234567890", 13.0),
    ],
)  # fmt: skip
def test_a_number_has_the_largest_of_its_sizes_that_stands_inside_the_ticks(text: str, size: float) -> None:
    dial = spec("dial", series(datum("办事圈", float(text), "分钟", text=text)))
    words = number(figure(dial, WIDE, ACROSS), text)
    assert words.get_fontsize() == size
    assert measure(words.get_family()[0], size, text) <= 0.74 * ACROSS  # the inner ends of the heavy ticks


@pytest.mark.parametrize("factor", [0.8, 0.9, 1.0, 1.5, 2.0])
def test_the_number_grows_and_shrinks_with_its_dial(factor: float) -> None:
    size = float(number(figure(DIAL, WIDE, factor * ACROSS), "15").get_fontsize())
    assert 0.97 * factor * LARGEST < size <= 1.001 * factor * LARGEST


@pytest.mark.parametrize("across", [90.0, 133.0, 200.0])
def test_on_a_slide_the_number_is_about_a_third_of_the_dial(across: float) -> None:
    drawn = build(DIAL, (across, across), replace(style(), on_slide=True))
    assert number(drawn, "15").get_fontsize() == pytest.approx(0.345 * across)
