"""经纬: a basket weave as a ground pattern, and the thousand-strand field that states a ratio."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportgen.charts.strands import THOUSAND, apportion, pitch, strands
from reportgen.layout.parts.ornaments.thin_line import THINNEST
from reportgen.lengths import Rect, mm
from reportgen.model.sheet import PathSegment, Shape, Stroke
from reportgen.model.theme import Colour

CELL = mm(11)  # a block of the ground pattern, about
PER_CELL = 7  # strands of one
LIGHTEST, HEAVIEST = mm(0.3), mm(0.75)
CELL_GAP = mm(0.6)
LEAST_SWELL = 0.25  # of the way from the lightest to the heaviest
SWELLS, SLANT = 2.2, 0.6  # swellings along the height; radians they lag across the width
NEARLY = 1e-6
PLACES = 3  # decimals of a width
# Of the thousand strands, in the pitch: lengths and widths, the fine ones' too; the wave over the field, in turns.
LENGTH, FINE_LENGTH, FINE_WIDTH, THIN, SWELLING = 0.62, 0.96, 0.77, 0.31, 0.37
SHARES = 20  # widths come in this many steps of the pitch
WAVE_U, WAVE_V, WAVE_PHASE = 0.9, 1.1, 0.15
PER_PERCENT = 10
STEP = mm(1) / 12  # stroke widths come in steps, so that few shapes hold all strands

Parts = Sequence[tuple[float, Colour]]
Bundles = dict[tuple[Colour, float], list[PathSegment]]


def weave(rect: Rect, parts: Parts, *, weft: Colour) -> tuple[Shape, ...]:
    """A basket weave filling the rectangle; the upright strands take the parts' colours in their shares.

    The strands swell and thin along the height. One shape per colour and width.
    """
    columns = max(2, round(rect.width / CELL))
    size = rect.width / columns
    bundles: Bundles = {}
    for row in range(math.ceil(rect.height / size)):
        for column in range(columns):
            cell = Rect(rect.x + column * size, rect.y + row * size, size, size)
            upright = (column + row) % 2 == 0
            for index in range(PER_CELL):
                along = (index + 0.5) * size / PER_CELL
                if upright:
                    _upright(rect, cell, along, parts, bundles)
                else:
                    _level(rect, cell, along, weft, bundles)
    return _shapes(bundles, rect)


def _upright(rect: Rect, cell: Rect, along: float, parts: Parts, bundles: Bundles) -> None:
    x, top = cell.x + along, cell.y + CELL_GAP / 2
    foot = min(cell.bottom - CELL_GAP / 2, rect.bottom)
    if foot <= top:
        return
    u, v = (x - rect.x) / rect.width, (cell.y + cell.height / 2 - rect.y) / rect.height
    bundles.setdefault((_part_at(u, parts), _swell(u, v)), []).extend((("M", x, top), ("L", x, foot)))


def _level(rect: Rect, cell: Rect, along: float, weft: Colour, bundles: Bundles) -> None:
    y = cell.y + along
    if y > rect.bottom:
        return
    u, v = (cell.x + cell.width / 2 - rect.x) / rect.width, (y - rect.y) / rect.height
    ends: tuple[PathSegment, PathSegment] = (
        ("M", cell.x + CELL_GAP / 2, y),
        ("L", cell.right - CELL_GAP / 2, y),
    )
    bundles.setdefault((weft, _swell(u, v)), []).extend(ends)


def _between(angle: float) -> float:
    """A wave between its least and 1."""
    return LEAST_SWELL + (1 - LEAST_SWELL) * (0.5 + 0.5 * math.sin(angle))


def _swell(u: float, v: float) -> float:
    width = LIGHTEST + (HEAVIEST - LIGHTEST) * _between(2 * math.pi * SWELLS * v + SLANT * u)
    return max(THINNEST, round(round(width / STEP) * STEP, PLACES))


def _part_at(u: float, parts: Parts) -> Colour:
    total = sum(share for share, _ in parts)
    reached = 0.0
    for share, colour in parts:
        reached += share / total
        if u <= reached + NEARLY:
            return colour
    return parts[-1][1]


def weave100(rect: Rect, parts: Parts, *, fine: bool = False) -> tuple[Shape, ...]:
    """A whole as a thousand woven strands, each 0.1 %, filled from the bottom left, column by column.

    ``parts``: percent and colour, together 100 with at most one decimal, else ValueError: the pattern
    would not be exact. ``fine``: strands of one width, for small fields. One shape per colour and width.
    """
    colours = _strand_colours(parts)
    step = pitch(rect.width, rect.height)
    bundles: Bundles = {}
    field = strands(rect.width, rect.height, step * (FINE_LENGTH if fine else LENGTH))
    for strand, colour in zip(field, colours, strict=True):
        width = round(FINE_WIDTH * step, PLACES) if fine else _wave(strand.u, strand.v, step)
        ends: tuple[PathSegment, PathSegment] = (
            ("M", rect.x + strand.x1, rect.y + strand.y1),
            ("L", rect.x + strand.x2, rect.y + strand.y2),
        )
        bundles.setdefault((colour, max(THINNEST, width)), []).extend(ends)
    return _shapes(bundles, rect)


def _strand_colours(parts: Parts) -> list[Colour]:
    shares = [share for share, _ in parts]
    counts = apportion(shares)
    exact = all(
        abs(share * PER_PERCENT - count) < NEARLY for share, count in zip(shares, counts, strict=True)
    )
    if not exact or sum(counts) != THOUSAND:
        raise ValueError(f"parts are not tenths of a percent that sum to 100: {shares}")
    return [colour for (_, colour), count in zip(parts, counts, strict=True) for _ in range(count)]


def _wave(u: float, v: float, step: float) -> float:
    """Strand widths that swell in a diagonal wave over the field, as a few shares of the pitch."""
    amount = _between(2 * math.pi * (WAVE_U * u - WAVE_V * v + WAVE_PHASE))
    return round(round((THIN + SWELLING * amount) * SHARES) / SHARES * step, PLACES)


def _shapes(bundles: Bundles, clip: Rect) -> tuple[Shape, ...]:
    return tuple(
        Shape(tuple(segments), stroke=Stroke(colour, width), clip=clip, name="weave")
        for (colour, width), segments in bundles.items()
    )
