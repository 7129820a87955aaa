"""The Kai quote: coined phrases of the text, verbatim, large or on a wash panel."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.drawing import STAT_RULE, field, rule_frame
from reportgen.layout.parts.frame import Frame, padded, stack
from reportgen.layout.parts.tagging import tagged
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect, mm
from reportgen.model.structure import Element
from reportgen.model.theme import Colour, SectionRole

PANEL_SIZES = (18.0, 17.0, 15.0)
FIELD_SIZES = (34.0, 30.0, 26.0, 22.0)  # where there is room to spare
PANEL_PAD, FIELD_PAD = mm(6), mm(16)  # above and below the words
SIDE_SIZES = (24.0, 20.0, 17.0, 15.0)
RULED_SIZES = (17.0, 15.0)
INSET, UNDER_RULE = mm(7), mm(2.5)
LEADING = 1.5


def quote_panel(
    lines: Sequence[str],
    width: float,
    role: SectionRole,
    ink: Colour,
    ts: Typesetter,
    extra: float = 0.0,
) -> Frame:
    """On a wash panel over the full width; lines that do not fit at 15 pt wrap.

    ``extra``: height the panel may take more, for larger words first, then for space round them.
    """
    inner = width - 2 * INSET
    size = min(ts.fitting(line, "quote", inner, PANEL_SIZES) for line in lines)
    words = _words(lines, inner, size, ink, ts)
    spare = extra
    for larger in FIELD_SIZES if extra else ():
        set_large = _words(lines, inner, larger, ink, ts)
        one_line_each = all(ts.fitting(line, "quote", inner, (larger, 0)) for line in lines)
        if one_line_each and set_large.height - words.height <= extra:
            words, spare = set_large, extra - (set_large.height - words.height)
            break
    pad = min(FIELD_PAD, PANEL_PAD + spare / 2)
    height = words.height + 2 * pad
    ground = field(Rect(0, 0, width, height), role.wash)
    return Frame(width, height, (ground, *words.at(INSET, pad)))


def quote_side(lines: Sequence[str], width: float, colour: Colour, ts: Typesetter) -> Frame:
    """In the side column, as large as the column allows, without a ground."""
    size = min(ts.fitting(line, "quote", width, SIDE_SIZES) for line in lines)
    return _words(lines, width, size, colour, ts)


def quote_ruled(lines: Sequence[str], width: float, colour: Colour, ts: Typesetter) -> Frame:
    """Under a text column, below an accent rule."""
    size = min(ts.fitting(line, "quote", width, RULED_SIZES) for line in lines)
    words = padded(_words(lines, width, size, colour, ts), top=UNDER_RULE)
    return stack((rule_frame(width, colour, STAT_RULE), words))


def _words(lines: Sequence[str], width: float, size: float, colour: Colour, ts: Typesetter) -> Frame:
    several = [ts.paragraph(line, "quote", colour, size=size, leading=size * LEADING) for line in lines]
    return tagged(ts.text(several, width, "quote"), Element("BlockQuote", "".join(lines)))
