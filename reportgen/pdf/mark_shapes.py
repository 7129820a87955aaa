"""The shapes printer's marks are made of, in every ink one by one (never /Separation /All: GWG 2022 R0024)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from reportgen.layout.parts.drawing import circle
from reportgen.lengths import mm
from reportgen.model.sheet import Path, Shape, Stroke
from reportgen.model.theme import Colour, Spot

LENGTH, OFFSET, WEIGHT = mm(6), mm(4), 0.25
TARGET = mm(2)
PATCH = mm(5)
REGISTRATION = Colour("registration", (100, 100, 100, 100), (0, 0, 0))
PATCHES = tuple(
    Colour(f"bar-{i}", cmyk, (0, 0, 0))
    for i, cmyk in enumerate(
        (
            (100, 0, 0, 0), (0, 100, 0, 0), (0, 0, 100, 0), (0, 0, 0, 100),
            (100, 100, 0, 0), (0, 100, 100, 0), (100, 0, 100, 0),
            (50, 0, 0, 0), (0, 50, 0, 0), (0, 0, 50, 0), (0, 0, 0, 50), (50, 40, 40, 0),
        )
    )
)  # fmt: skip


def near(bleed: float, offset: float = OFFSET) -> float:
    """Where trim marks begin outside the trim, clear of the bleed."""
    return max(offset, bleed + mm(1))


def line(x1: float, y1: float, x2: float, y2: float, dash: tuple[float, ...] = ()) -> Shape:
    """A fine line on every process plate."""
    return Shape((("M", x1, y1), ("L", x2, y2)), stroke=Stroke(REGISTRATION, WEIGHT, dash), name="mark")


def target(x: float, y: float) -> tuple[Shape, ...]:
    """A register target: a circle with a cross."""
    reach = TARGET * 1.6
    ring = Shape(circle(x, y, TARGET), stroke=Stroke(REGISTRATION, WEIGHT), name="mark")
    return ring, line(x - reach, y, x + reach, y), line(x, y - reach, x, y + reach)


def on_every_plate(lines: Iterable[Shape], spot: Spot | None) -> tuple[Shape, ...]:
    """The process plates' lines, and over them the same in the spot ink."""
    mine = tuple(lines)
    if spot is None:
        return mine
    solid, _ = spot_patches(spot)
    strokes = ((shape, shape.stroke) for shape in mine if shape.stroke is not None)
    over = (replace(shape, stroke=replace(stroke, colour=solid, overprint=True)) for shape, stroke in strokes)
    return (*mine, *over)


def spot_patches(spot: Spot | None) -> tuple[Colour, ...]:
    """The ink's fullest colour and half of it, by tokens its own inks answer to; nothing without an ink."""
    if spot is None:
        return ()
    token = max(spot.tints, key=lambda pair: pair[1])[0]
    return tuple(Colour(name, (0, 0, 0, 0), (0, 0, 0)) for name in (token, f"{token}:white:0.5"))


def colour_bar(x: float, y: float, size: float = PATCH, more: tuple[Colour, ...] = ()) -> tuple[Shape, ...]:
    """Solids, overprints and half tints of the process colours, a grey of three inks, and ``more``, from the left."""
    return tuple(
        Shape(_square(x + i * size, y, size), fill=colour, name="colour-bar")
        for i, colour in enumerate((*PATCHES, *more))
    )


def _square(x: float, y: float, size: float) -> Path:
    return (("M", x, y), ("L", x + size, y), ("L", x + size, y + size), ("L", x, y + size), ("Z",))
