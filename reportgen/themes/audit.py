"""What a theme must satisfy before anything is set in it: contrast and ink."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import Message, Place, Problem
from reportgen.model.theme import Colour, Theme

INK_LIMIT = 300  # percent, our own limit (D-05), below the 320 % of P-12
TEXT_CONTRAST = 4.5  # WCAG 2.2 §1.4.3, text under 18 pt
LARGE_CONTRAST = 3.0
REQUIRED = (
    "brand-700", "brand-500", "brand-400", "brand-200", "brand-100", "a1-500", "ink-900", "ink-text",
    "grey-600", "grey-400", "grey-200", "silk", "white",
)  # fmt: skip


def luminance(colour: Colour) -> float:
    """Relative luminance of an sRGB colour, 0–1 (WCAG 2.2)."""
    linear = [(c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4) for c in colour.srgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: Colour, second: Colour) -> float:
    """Contrast ratio of two colours, 1–21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def audit(theme: Theme, place: Place) -> tuple[Problem, ...]:
    """Every token missing, every pair too faint and every colour too heavy."""
    missing = [token for token in REQUIRED if token not in theme.colours]
    if missing:
        return tuple(
            Problem(Message(f"缺少颜色“{token}”", f"colour '{token}' is missing"), place) for token in missing
        )
    return (*_ink(theme, place), *_contrast(theme, place))


def _ink(theme: Theme, place: Place) -> Iterator[Problem]:
    for colour in theme.colours.values():
        if colour.ink > INK_LIMIT:
            yield Problem(
                Message(f"颜色“{colour.token}”总墨量 {colour.ink:g}%，超过 {INK_LIMIT}%",
                        f"colour '{colour.token}' has {colour.ink:g} % of ink, more than {INK_LIMIT} %"),
                place,
                Message("降低 CMY，用 K 代替", "use less C, M and Y, and K instead"),
            )  # fmt: skip


def _pairs(theme: Theme) -> Iterator[tuple[Colour, Colour, float]]:
    """Text, ground and the contrast the pair must reach."""
    white = theme.colour("white")
    yield theme.colour("ink-text"), theme.colour("silk"), TEXT_CONTRAST
    yield theme.colour("grey-600"), white, TEXT_CONTRAST
    yield white, theme.colour("ink-900"), TEXT_CONTRAST
    yield theme.colour("a1-500"), theme.colour("ink-900"), TEXT_CONTRAST
    for role, numeral in zip(theme.roles, theme.opener_numeral, strict=True):
        yield role.text, white, TEXT_CONTRAST
        yield role.text, role.wash, LARGE_CONTRAST
        yield role.on, role.accent, TEXT_CONTRAST
        yield numeral, role.accent, LARGE_CONTRAST


def _contrast(theme: Theme, place: Place) -> Iterator[Problem]:
    for text, ground, floor in _pairs(theme):
        ratio = contrast(text, ground)
        if ratio < floor:
            yield Problem(
                Message(f"“{text.token}”在“{ground.token}”上的对比度 {ratio:.2f}，低于 {floor:g}",
                        f"'{text.token}' on '{ground.token}' has contrast {ratio:.2f}, under {floor:g}"),
                place,
                Message("把文字调深或把底色调浅", "darken the text or lighten its ground"),
            )  # fmt: skip
