"""Colour spaces as they are painted in, and colours in them as amounts of printing ink."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf
from msgspec import Struct

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
SIZES = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4, "CalGray": 1, "CalRGB": 3, "Lab": 3}
SHORT = {"/G": "DeviceGray", "/RGB": "DeviceRGB", "/CMYK": "DeviceCMYK", "/I": "Indexed"}
Inks = tuple[float, float, float, float, float]  # C M Y K and all spot inks together, 0–1


class Space(Struct, frozen=True):
    """One colour space: its kind without the slash, components, plate names, and the space behind it."""

    kind: str
    components: int
    colorants: tuple[str, ...] = ()
    base: Space | None = None  # alternate, Indexed base or a pattern's underlying space

    @property
    def painted(self) -> Space:
        """The space values are in at last: an Indexed or Pattern space gives way to its base."""
        return self.base.painted if self.base and self.kind in ("Indexed", "Pattern") else self


GRAY, RGB, CMYK = Space("DeviceGray", 1), Space("DeviceRGB", 3), Space("DeviceCMYK", 4)
PATTERN, UNKNOWN = Space("Pattern", 0), Space("unknown", 0)
DEVICE = {"DeviceGray": GRAY, "DeviceRGB": RGB, "DeviceCMYK": CMYK, "Pattern": PATTERN}


def space_of(value: Any, resources: Any = None, depth: int = 0) -> Space:
    """The space a pikepdf object names; ``resources`` resolves names of the page's own."""
    if depth > 4:
        return UNKNOWN
    if isinstance(value, (str, pikepdf.Name)):
        name = SHORT.get(str(value), str(value).lstrip("/"))
        if name in DEVICE:
            return DEVICE[name]
        table = resources.get("/ColorSpace") if resources is not None else None
        named = table.get(str(value)) if table is not None else None
        return UNKNOWN if named is None else space_of(named, None, depth + 1)
    if isinstance(value, pikepdf.Array) and len(value):
        return _family(value, resources, depth + 1)
    return UNKNOWN


def _family(value: pikepdf.Array, resources: Any, depth: int) -> Space:
    kind = SHORT.get(str(value[0]), str(value[0]).lstrip("/"))
    if len(value) == 1 or kind in ("DeviceGray", "DeviceRGB", "DeviceCMYK"):
        return space_of(value[0], resources, depth)
    if kind == "ICCBased":
        return Space(kind, int(value[1].get("/N", 0)))
    if kind == "Separation":
        return Space(kind, 1, (str(value[1]).lstrip("/"),), space_of(value[2], resources, depth))
    if kind == "DeviceN":
        names = tuple(str(name).lstrip("/") for name in value[1])
        return Space(kind, len(names), names, space_of(value[2], resources, depth))
    if kind == "Indexed":
        return Space(kind, 1, base=space_of(value[1], resources, depth))
    if kind == "Pattern":
        return Space(kind, 0, base=space_of(value[1], resources, depth))
    return Space(kind, SIZES.get(kind, 0))


class PaintColour(Struct, frozen=True):
    """A space and the values set in it; ``pattern`` is the pattern's name where one is painted."""

    space: Space
    values: tuple[float, ...]
    pattern: str = ""

    @property
    def inks(self) -> Inks:
        """Amounts of C, M, Y, K and spot ink; other spaces as a plain subtraction from white.

        That is an estimate for RGB, Lab and ICC colours, whose separation only their profiles know.
        """
        return inks_of(self.space, self.values)

    @property
    def white(self) -> bool:
        return self.pattern == "" and sum(self.inks) < 0.001

    @property
    def black_only(self) -> bool:
        """Black ink and nothing else, solid."""
        c, m, y, k, spot = self.inks
        return self.pattern == "" and k > 0.999 and c + m + y + spot < 0.001


def inks_of(space: Space, values: Sequence[float]) -> Inks:
    """The inks a colour of a space puts down."""
    n = len(values)
    if space.kind in ("Separation", "DeviceN"):
        return _plates(space.colorants, values)
    if space.kind == "Pattern" and space.base is not None:
        return inks_of(space.base, values)
    if space.kind == "Lab" and n == 3:
        return (0.0, 0.0, 0.0, _share(1 - values[0] / 100), 0.0)
    if n == 4:
        return (_share(values[0]), _share(values[1]), _share(values[2]), _share(values[3]), 0.0)
    if n == 3:
        r, g, b = (_share(value) for value in values)
        k = 1 - max(r, g, b)
        return (1 - r - k, 1 - g - k, 1 - b - k, k, 0.0)
    if n == 1 and space.kind != "Indexed":
        return (0.0, 0.0, 0.0, _share(1 - values[0]), 0.0)
    return (0.0, 0.0, 0.0, 0.0, 0.0)


def _plates(colorants: tuple[str, ...], values: Sequence[float]) -> Inks:
    amounts = dict.fromkeys((*PROCESS, "spot"), 0.0)
    for name, value in zip(colorants, values, strict=False):
        if name == "All":
            return (value, value, value, value, 0.0)
        if name != "None":
            amounts[name if name in PROCESS else "spot"] += _share(value)
    c, m, y, k, spot = amounts.values()
    return (c, m, y, k, spot)


def _share(value: float) -> float:
    return min(max(float(value), 0.0), 1.0)


def initial(space: Space) -> PaintColour:
    """The colour in force after ``cs`` (ISO 32000-1, 8.6.8): black, or full tint."""
    if space.kind in ("Separation", "DeviceN"):
        return PaintColour(space, (1.0,) * space.components)
    if space.components == 4:
        return PaintColour(space, (0.0, 0.0, 0.0, 1.0))
    return PaintColour(space, (0.0,) * space.components)


BLACK = PaintColour(GRAY, (0.0,))
