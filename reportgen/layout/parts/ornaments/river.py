"""The river through a plan of fields, from the bottom left to the top right."""

from __future__ import annotations

import math

from reportgen.lengths import Rect, mm
from reportgen.model.sheet import Path, PathSegment

POINTS = 48
START, END = 1.02, 0.05  # heights at the left and right edge, as shares of the rectangle's
SWING, WAVES = 0.09, 1.1
OVERSHOOT = mm(6)
NARROWEST, WIDEST, WIDTH_SHARE = mm(4), mm(8), 0.034  # of the rectangle's width
BANK = 0.275  # a bank's offset from the middle, of the river's width
PHASE = 0.6  # radians
TURN = 2 * math.pi * WAVES
SAMPLES = 6  # looked at on either side


class River:
    """A winding course over a rectangle; ``width`` of the water, ``bank``: its lines' offset."""

    def __init__(self, rect: Rect) -> None:
        self._rect = rect
        self.width = min(WIDEST, max(NARROWEST, rect.width * WIDTH_SHARE))
        self.bank = self.width * BANK
        self._steepest = rect.height * (START - END + SWING * TURN) / (rect.width + 2 * OVERSHOOT)

    def _t(self, x: float) -> float:
        return (x - self._rect.x + OVERSHOOT) / (self._rect.width + 2 * OVERSHOOT)

    def height(self, x: float) -> float:
        """y of the middle of the river at x."""
        t = self._t(x)
        share = START + (END - START) * t + SWING * math.sin(TURN * t + PHASE)
        return self._rect.y + self._rect.height * share

    def slope(self, x: float) -> float:
        t = self._t(x)
        share = END - START + SWING * TURN * math.cos(TURN * t + PHASE)
        return self._rect.height * share / (self._rect.width + 2 * OVERSHOOT)

    def clear_of(self, bounds: Rect) -> bool:
        """Whether the river keeps away from an upright rectangle."""
        x, y = bounds.x + bounds.width / 2, bounds.y + bounds.height / 2
        reach = math.hypot(bounds.width, bounds.height) / 2 + self.width / 2
        if abs(self.height(x) - y) > reach * (1 + self._steepest):
            return True
        samples = (x + reach * step / SAMPLES for step in range(-SAMPLES, SAMPLES + 1))
        return all(math.hypot(at - x, self.height(at) - y) > reach for at in samples)

    def path(self, offset: float) -> Path:
        """The course moved sideways by ``offset``."""
        start = self._rect.x - OVERSHOOT
        step = (self._rect.width + 2 * OVERSHOOT) / POINTS
        path: list[PathSegment] = []
        for i in range(POINTS + 1):
            x = start + i * step
            slope = self.slope(x)
            norm = math.hypot(1, slope)
            point = (x - offset * slope / norm, self.height(x) + offset / norm)
            path.append(("M", *point) if not i else ("L", *point))
        return tuple(path)
