"""Whether a theme's colours stay within the ink a printing house allows."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import Message, Place, Problem
from reportgen.model.press import PrinterProfile
from reportgen.model.theme import Colour, Spot, Theme
from reportgen.perhaps_meant import perhaps_meant


def ink_problems(theme: Theme, printer: PrinterProfile) -> tuple[Problem, ...]:
    """Colours with more ink than the limit, and spot colours the theme does not have."""
    spot = printer.spot or theme.spot
    place = Place(f"{theme.name}.toml")
    return (*_heavy(theme, spot, printer, place), *_strangers(theme, spot, place))


def coverage(colour: Colour, spot: Spot | None) -> float:
    """Total area coverage in percent; a colour of the spot ink counts its tint alone."""
    tint = spot.tint(colour.token) if spot else None
    return colour.ink if tint is None else tint * 100


def _heavy(theme: Theme, spot: Spot | None, printer: PrinterProfile, place: Place) -> Iterator[Problem]:
    for colour in theme.colours.values():
        if coverage(colour, spot) > printer.ink_limit:
            yield Problem(
                Message(
                    f"颜色“{colour.token}”总墨量 {colour.ink:g}%，超过“{printer.name}”的 {printer.ink_limit:g}%",
                    f"colour '{colour.token}' has {colour.ink:g} % of ink, more than the {printer.ink_limit:g} % "
                    f"of '{printer.name}'",
                ),
                place,
                Message(
                    "在报告文件夹的主题文件里降低 CMY，用 K 代替",
                    "use less C, M and Y, and K instead, in a theme file in the report folder",
                ),
            )


def _strangers(theme: Theme, spot: Spot | None, place: Place) -> Iterator[Problem]:
    for token, _ in spot.tints if spot else ():
        if token not in theme.colours:
            yield Problem(
                Message(
                    f"专色对应的颜色“{token}”不在主题里", f"the spot's colour '{token}' is not in the theme"
                ),
                place,
                perhaps_meant(token, theme.colours, 0.0),
            )
