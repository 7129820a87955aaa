"""Text in simple fonts: a code is one byte, its character by ToUnicode, else by the standard encodings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pikepdf
import pytest
from mutation import broken, chinese_font, edges, paint, press_file, resource, rules_of
from pikepdf import Array, Dictionary, Name, Stream

from reportgen.preflight.painted import TextPaint
from reportgen.preflight.reading import read_file

Pdf = pikepdf.Pdf
TO_UNICODE = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <01> <6986> endbfchar"
WIDTHS = Array([500, 250])  # of A and B, in thousandths of an em


def letters(pdf: Pdf, operators: str, **more: object) -> None:
    """Paints with a simple font of that name, of which nothing is embedded."""
    font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Helvetica)
    font.FirstChar, font.LastChar, font.Widths = 65, 66, WIDTHS
    for key, value in more.items():
        font[f"/{key}"] = value
    resource(pdf, "/Font", "/L1", font)
    paint(pdf, operators)


def mapped(pdf: Pdf, shown: str) -> None:
    letters(pdf, f"BT /L1 20 Tf 200 400 Td {shown} Tj ET", ToUnicode=Stream(pdf, TO_UNICODE))


def last_text(change: Callable[[Pdf], None]) -> TextPaint:
    """The last text the first page paints once it is changed so."""
    reading = read_file(broken(press_file(), change), "a file")
    return [each for each in reading.pages[0].content.paints if isinstance(each, TextPaint)][-1]


@pytest.mark.parametrize(
    ("shown", "words"),
    [("(AB)", "AB"), ("<01>", "榆"), ("<014101>", "榆A榆"), ("<02>", ""), ("<7F>", "\x7f"), ("( )", " ")],
)
def test_a_code_without_a_text_of_its_own_is_the_character_of_that_number(shown: str, words: str) -> None:
    """Control codes are none; ToUnicode goes before."""
    assert last_text(partial(mapped, shown=shown)).words == words


def test_a_code_of_a_composite_font_is_no_character() -> None:
    def unmapped(pdf: Pdf) -> None:
        name = chinese_font(pdf)
        del pdf.pages[0].obj.Resources.Font[name].ToUnicode
        paint(pdf, f"BT {name} 20 Tf 200 400 Td <00410042> Tj ET")

    text = last_text(unmapped)
    assert (text.codes, text.words) == ((0x41, 0x42), "")


def test_codes_advance_by_the_widths_from_the_first_one_on() -> None:
    text = last_text(partial(letters, operators="BT /L1 20 Tf 200 400 Td (ABA) Tj ET"))
    assert [x for x, _ in text.origins] == pytest.approx([200, 210, 215], abs=1e-6)
    assert text.box is not None
    assert text.box[2] == pytest.approx(225, abs=1e-6)


def test_word_space_widens_the_blank_of_a_simple_font() -> None:
    text = last_text(partial(letters, operators="BT /L1 20 Tf 7 Tw 200 400 Td (A A) Tj ET"))
    first, blank, second = (x for x, _ in text.origins)
    assert second - blank == pytest.approx(10 + 7, abs=1e-6)
    assert blank - first == pytest.approx(10, abs=1e-6)


def near_the_trim(pdf: Pdf) -> None:
    left, bottom, *_ = edges(pdf, 1)
    letters(pdf, f"0 0 0 1 k BT /L1 20 Tf {left + 2} {bottom + 100} Td (AB) Tj ET")


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("text-multi-ink-small", partial(letters, operators="1 1 0 0 k BT /L1 6 Tf 200 400 Td (AB) Tj ET")),
        ("text-at-trim", near_the_trim),
    ],
)
def test_text_in_a_simple_font_is_judged_like_any_other(rule: str, change: Callable[[Pdf], None]) -> None:
    good = press_file()
    assert rule not in rules_of(good)
    assert rule in rules_of(broken(good, change))


def test_blanks_alone_are_no_text_to_judge() -> None:
    blanks = partial(letters, operators="1 1 0 0 k BT /L1 6 Tf 200 400 Td (   ) Tj ET")
    assert "text-multi-ink-small" not in rules_of(broken(press_file(), blanks))
