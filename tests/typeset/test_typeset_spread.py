"""The order in which the spaces of a line give and grow, one row a step (CLREQ; T-10 and T-11)."""

import pytest

from reportgen.fonts import Fonts
from reportgen.model.text import Run, Style
from reportgen.model.theme import Colour
from reportgen.typeset.segments import make_segment
from reportgen.typeset.spread import spread

SIZE = 10.0
BODY = Style("serif-400", SIZE, Colour("ink-text", (0, 0, 0, 100), (31, 31, 29)))
SEGMENT = make_segment((Run("ab cd（好）好，好。好e好——好", BODY),), Fonts.load())
GAPS = SEGMENT.gaps[1:]
NAMES = [f"{a.text[-1]}{b.text[0]}" for a, b in zip(SEGMENT.cells, SEGMENT.cells[1:], strict=False)]
LETTERS = sum(cell.letters for cell in SEGMENT.cells)
SPACE = next(cell.width for cell in SEGMENT.cells if cell.text == " ")
WORD_SPACE_GIVES, WORD_SPACE_GROWS = SPACE - 2.5, 5 - SPACE  # to a quarter, to half an em
BRACKETS = {"d（": -5, "）好": -5}
HAN_LATIN = {"好e": 1.25, "e好": 1.25}
EVEN = ("d（", "（好", "好）", "）好", "好，", "，好", "好。", "。好", " c", "好e", "e好")


def changes(rest: float) -> dict[str, float]:
    """Points each gap changes by when the line is to grow by ``rest``, those that stay left out."""
    done = spread(GAPS, rest, LETTERS)
    assert sum(done.gaps) + done.tracking * LETTERS == pytest.approx(rest)
    changed = {name: value for name, value in zip(NAMES, done.gaps, strict=True) if abs(value) > 1e-9}
    return changed | ({"letters": done.tracking * SIZE} if done.tracking else {})


@pytest.mark.parametrize(
    ("step", "rest", "expected"),
    [
        ("word space first", -WORD_SPACE_GIVES / 2, {" c": -WORD_SPACE_GIVES / 2}),
        ("then brackets", -WORD_SPACE_GIVES - 4, {" c": -WORD_SPACE_GIVES, "d（": -2, "）好": -2}),
        ("then pauses", -WORD_SPACE_GIVES - 12, {" c": -WORD_SPACE_GIVES, **BRACKETS, "，好": -2}),
        ("then stops", -WORD_SPACE_GIVES - 17, {" c": -WORD_SPACE_GIVES, **BRACKETS, "，好": -5, "。好": -2}),
        ("then letters", -WORD_SPACE_GIVES - 20.2,
         {" c": -WORD_SPACE_GIVES, **BRACKETS, "，好": -5, "。好": -5, "letters": -0.1}),
        ("word and Han–Latin spaces first", WORD_SPACE_GROWS + 2.5, {" c": WORD_SPACE_GROWS, **HAN_LATIN}),
        ("then all equally, but not beside dashes nor in words", WORD_SPACE_GROWS + 2.5 + 0.1 * len(EVEN),
         {**dict.fromkeys(EVEN, 0.1), " c": WORD_SPACE_GROWS + 0.1, "好e": 1.35, "e好": 1.35}),
    ],
)  # fmt: skip
def test_spaces_give_and_grow_in_the_order_of_the_clause(step, rest, expected):
    found = changes(rest)
    assert found == pytest.approx(expected), step


def test_letters_open_only_when_the_gaps_have_a_tenth_of_an_em():
    early, even = WORD_SPACE_GROWS + 2.5, 0.1 * SIZE * len(EVEN)
    assert "letters" not in changes(early + even)
    more = changes(early + even + 0.5)
    assert 0 < more["letters"] <= 0.05 * SIZE
    assert more["（好"] == pytest.approx(0.1 * SIZE)
