"""经纬: basket weave whose strands take their colours from a ratio."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportgen.model.sheet import Segment, Shape, Stroke
from reportgen.model.theme import Colour
from reportgen.units import Rect, mm

BLOCKS, STRANDS = 10, 10  # 10 × 10 blocks of 10 strands: one strand is a thousandth
THINNEST, THICKEST = mm(0.45), mm(0.98)
FINE = mm(0.2)
GAP = mm(0.9)
WIDTH_STEPS = 6  # strands of about one width share a path

Parts = Sequence[tuple[float, Colour]]


def weave100(rect: Rect, parts: Parts, *, fine: bool = False) -> tuple[Shape, ...]:
    """A thousand strands, column by column from the bottom left, coloured by shares in percent.

    Raises ValueError where the shares do not come to a thousand strands.
    """
    colours = [colour for share, colour in parts for _ in range(round(share * 10))]
    if len(colours) != BLOCKS * BLOCKS * STRANDS:
        raise ValueError(f"{len(colours)} strands, not {BLOCKS * BLOCKS * STRANDS}")
    paths: dict[tuple[Colour, float], list[Segment]] = {}
    width, height = rect.width / BLOCKS, rect.height / BLOCKS
    gap = GAP if not fine else mm(0.25)
    for index, colour in enumerate(colours):
        column, rest = divmod(index, BLOCKS * STRANDS)
        row, strand = BLOCKS - 1 - rest // STRANDS, rest % STRANDS
        block = Rect(rect.x + column * width, rect.y + row * height, width, height)
        stroke = FINE if fine else _swell((column + 0.5) / BLOCKS, (row + 0.5) / BLOCKS)
        segment = _strand(block, strand, STRANDS, (column + row) % 2 == 0, gap)
        paths.setdefault((colour, stroke), []).extend(segment)
    return _shapes(paths, rect)


def _swell(u: float, v: float) -> float:
    """A strand's width swells in waves over the cloth, in a few steps."""
    wave = 0.25 + 0.75 * (0.5 + 0.5 * math.sin(2 * math.pi * (0.9 * u - 1.1 * v + 0.15)))
    return THINNEST + (THICKEST - THINNEST) * round(wave * WIDTH_STEPS) / WIDTH_STEPS


def _strand(block: Rect, strand: int, strands: int, upright: bool, gap: float) -> tuple[Segment, Segment]:
    if upright:
        x = block.x + (strand + 0.5) * block.width / strands
        return ("M", x, block.y + gap / 2), ("L", x, block.bottom - gap / 2)
    y = block.bottom - (strand + 0.5) * block.height / strands
    return ("M", block.x + gap / 2, y), ("L", block.right - gap / 2, y)


def weave(rect: Rect, parts: Parts, *, weft: Colour) -> tuple[Shape, ...]:
    """A cloth of square cells; the upright strands are split from left to right by the parts' shares."""
    size = rect.width / max(2, round(rect.width / mm(11)))
    strands = 7
    total = sum(share for share, _ in parts)
    paths: dict[tuple[Colour, float], list[Segment]] = {}
    for j in range(math.ceil(rect.height / size)):
        for i in range(math.ceil(rect.width / size - 1e-9)):
            block = Rect(rect.x + i * size, rect.y + j * size, size, size)
            wave = 0.5 + 0.5 * math.sin(2 * math.pi * 2.2 * j * size / rect.height + 0.6 * i)
            stroke = mm(0.3) + mm(0.45) * round((0.25 + 0.75 * wave) * WIDTH_STEPS) / WIDTH_STEPS
            for strand in range(strands):
                upright = (i + j) % 2 == 0
                at = (block.x - rect.x + (strand + 0.5) * size / strands) / rect.width * total
                colour = _part_at(at, parts) if upright else weft
                paths.setdefault((colour, stroke), []).extend(
                    _strand(block, strand, strands, upright, mm(0.6))
                )
    return _shapes(paths, rect)


def _part_at(at: float, parts: Parts) -> Colour:
    for share, colour in parts:
        if at <= share:
            return colour
        at -= share
    return parts[-1][1]


def _shapes(paths: dict[tuple[Colour, float], list[Segment]], clip: Rect) -> tuple[Shape, ...]:
    return tuple(
        Shape(tuple(path), stroke=Stroke(colour, width), clip=clip, name="weave")
        for (colour, width), path in paths.items()
    )
