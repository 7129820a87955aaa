"""A plan of fields: a turned square split again and again by roads of falling width."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.lengths import Rect, mm
from reportgen.model.sheet import Path, PathSegment

ANGLE = math.radians(-14)
ROADS = ((16.0, mm(2.4)), (8.0, mm(1.8)), (4.0, mm(1.3)), (0.0, mm(0.8)))  # by plots' worth of ground
SCALE_AREA = 118 * mm(1) ** 2  # the plot size the road widths are made for


OVERSHOOT = mm(12)  # of the plan around the rectangle
SPARED, SPARING = 3, 0.06  # fields of up to this many plots' size may stay whole, one in about sixteen
SPLIT = (0.36, 0.64)  # where a field may be split, of its length
CLEARLY_WIDE, NEARLY_WIDE = 1.15, 0.8  # of its height: always split across; as often across as not
EDGE = mm(0.3)  # least from a furrow to the edge of its field


class PlanField(NamedTuple):
    """A field in the plan's own turned coordinates."""

    u0: float
    v0: float
    u1: float
    v1: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.u0 + self.u1) / 2, (self.v0 + self.v1) / 2


class Plan:
    """Fields covering a rectangle, none larger than about ``largest`` (square points).

    The same seed gives the same plan. Fields may reach beyond the rectangle; clip what is drawn.
    """

    def __init__(self, rect: Rect, largest: float, seed: int) -> None:
        self.rect, self.largest = rect, largest
        self._x, self._y = rect.x + rect.width / 2, rect.y + rect.height / 2
        self._cos, self._sin = math.cos(ANGLE), math.sin(ANGLE)
        self._chance = random.Random(seed)
        self._road_scale = min(1.0, max(0.5, math.sqrt(largest / SCALE_AREA)))
        reach = math.hypot(rect.width, rect.height) / 2 + OVERSHOOT
        self.boxes = tuple(self._split(PlanField(-reach, -reach, reach, reach)))

    def _split(self, box: PlanField) -> Iterator[PlanField]:
        if not self.bounds(box).overlaps(self.rect):
            return
        wide, tall = box.u1 - box.u0, box.v1 - box.v0
        area, chance = wide * tall, self._chance
        if area < self.largest or (area < SPARED * self.largest and chance.random() < SPARING):
            yield box
            return
        at = chance.uniform(*SPLIT)
        road = self._road(area) / 2
        if wide > tall * CLEARLY_WIDE or (wide > tall * NEARLY_WIDE and chance.random() < 0.5):
            middle = box.u0 + wide * at
            halves = (box._replace(u1=middle - road), box._replace(u0=middle + road))
        else:
            middle = box.v0 + tall * at
            halves = (box._replace(v1=middle - road), box._replace(v0=middle + road))
        for half in halves:
            yield from self._split(half)

    def _road(self, area: float) -> float:
        return self._road_scale * next(width for plots, width in ROADS if area >= plots * self.largest)

    def point(self, u: float, v: float) -> tuple[float, float]:
        """Sheet coordinates of a point of the plan."""
        return self._x + u * self._cos - v * self._sin, self._y + u * self._sin + v * self._cos

    def bounds(self, box: PlanField) -> Rect:
        """The upright rectangle around a field, in sheet coordinates."""
        u, v = (box.u0 + box.u1) / 2, (box.v0 + box.v1) / 2
        wide, tall = box.u1 - box.u0, box.v1 - box.v0
        across = wide * self._cos + tall * abs(self._sin)
        down = wide * abs(self._sin) + tall * self._cos
        x, y = self.point(u, v)
        return Rect(x - across / 2, y - down / 2, across, down)

    def outline(self, box: PlanField) -> Path:
        return (
            ("M", *self.point(box.u0, box.v0)),
            ("L", *self.point(box.u1, box.v0)),
            ("L", *self.point(box.u1, box.v1)),
            ("L", *self.point(box.u0, box.v1)),
            ("Z",),
        )

    def rows(self, box: PlanField, step: float) -> Iterator[PathSegment]:
        """Lines along the field, ``step`` apart."""
        v = box.v0 + step
        while v < box.v1 - EDGE:
            yield ("M", *self.point(box.u0, v))
            yield ("L", *self.point(box.u1, v))
            v += step

    def columns(self, box: PlanField, step: float) -> Iterator[PathSegment]:
        """Lines across the field, ``step`` apart."""
        u = box.u0 + step
        while u < box.u1 - EDGE:
            yield ("M", *self.point(u, box.v0))
            yield ("L", *self.point(u, box.v1))
            u += step
