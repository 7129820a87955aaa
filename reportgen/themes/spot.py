"""``spot = …`` of a theme or a printer's profile: one ink of its own for a brand colour."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.errors import Message, Place, error
from reportgen.model.theme import Spot

PROCESS = ("Cyan", "Magenta", "Yellow", "Black", "All", "None")  # reserved, ISO 32000-1 8.6.6.4
LONGEST = 60
HINT = Message(
    'spot = "PANTONE 186 C"，或 spot = { name = "PANTONE 186 C", colours = { brand-500 = 100 } }',
    'spot = "PANTONE 186 C", or spot = { name = "PANTONE 186 C", colours = { brand-500 = 100 } }',
)


def read_spot(entry: object, place: Place) -> Spot:
    """The ink as a name (for brand-500), or with the colours it prints and their tints in percent.

    Raises ReportgenError at ``place`` for anything else.
    """
    if isinstance(entry, str):
        return Spot(_name(entry, place))
    if not isinstance(entry, Mapping) or not entry.keys() <= {"name", "colours"}:
        raise error("spot 的写法不对", "spot cannot be read", place, HINT)
    spot = Spot(_name(entry.get("name"), place))
    tints = entry.get("colours", dict.fromkeys((token for token, _ in spot.tints), 100))
    if isinstance(tints, list):
        tints = {str(token): 100 for token in tints}
    if not isinstance(tints, Mapping) or not tints or not all(map(_is_tint, tints.values())):
        raise error(
            "spot 的 colours 应为颜色名和 1–100 的网点",
            "the colours of spot must be colour names with tints of 1–100",
            place,
            HINT,
        )
    return Spot(spot.name, tuple((str(token), float(tint) / 100) for token, tint in tints.items()))


def _is_tint(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value <= 100


def _name(value: object, place: Place) -> str:
    name = value.strip() if isinstance(value, str) else ""
    if not name or len(name) > LONGEST or not name.isprintable():
        raise error("spot 要写专色名", "spot needs the name of an ink", place, HINT)
    if name in PROCESS:
        raise error(f"“{name}”是保留的色版名", f"'{name}' is a reserved plate name", place, HINT)
    return name
