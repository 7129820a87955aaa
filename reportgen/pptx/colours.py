"""Theme colours: the twelve scheme slots, and every other token as an exact variation of one of them."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from reportgen.layout.slides.scheme import SECTION, SLOTS
from reportgen.model.theme import Colour, Theme

MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}  # the master's p:clrMap
MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **{slot: slot for slot in tuple(SLOTS)[4:]}}
# Without the slot that means another colour on such slides, nor the one equal to it.
RECOLOURED = {slot: token for slot, token in SLOTS.items() if token != SLOTS[SECTION]}
FAMILY = {"a1": "accent1", "a2": "accent2", "brand": "accent3", "grey": "lt1", "ink": "dk1", "silk": "lt2"}
THOUSANDTHS = 100_000  # 100 % in DrawingML
DEGREE = 60_000


class DeckPalette:
    """Colours of one theme as DrawingML; ``slots``: the token each slot of the file's scheme holds."""

    def __init__(self, theme: Theme, slots: Mapping[str, str] = SLOTS) -> None:
        self.theme = theme
        self.slots = slots
        self._slots = {token: slot for slot, token in reversed(tuple(slots.items()))}
        self._written: dict[Colour, str] = {}

    def scheme(self) -> str:
        """``a:clrScheme`` of the theme part."""
        slots = "".join(
            f'<a:{slot}><a:srgbClr val="{self.theme.colour(token).hex}"/></a:{slot}>'
            for slot, token in SLOTS.items()
        )
        return f'<a:clrScheme name="{self.theme.name}">{slots}</a:clrScheme>'

    def colour(self, colour: Colour) -> str:
        """The colour as ``a:schemeClr``: its own slot, or its family's slot turned into it."""
        written = self._written.get(colour)
        if written is None:
            written = self._written[colour] = self._write(colour)
        return written

    def fill(self, colour: Colour) -> str:
        return f"<a:solidFill>{self.colour(colour)}</a:solidFill>"

    def _write(self, colour: Colour) -> str:
        slot = self._slots.get(colour.token)
        if slot is not None and self.theme.colour(colour.token) == colour:
            return f'<a:schemeClr val="{MAPPED.get(slot, slot)}"/>'
        slot = FAMILY.get(colour.token.split("-")[0], "dk1")
        base = self.theme.colour(self.slots[slot])
        return f'<a:schemeClr val="{MAPPED.get(slot, slot)}">{changes(base.hex, colour)}</a:schemeClr>'


def changes(base: str, target: Colour) -> str:
    """Hue, saturation and luminance changes that turn one colour (RRGGBB) into the other (HSL)."""
    h0, l0, s0 = colorsys.rgb_to_hls(*(int(base[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    h1, l1, s1 = colorsys.rgb_to_hls(*(value / 255 for value in target.srgb))
    parts = []
    if s0 > 0 and s1 > 0 and round((h1 - h0) * 360):
        parts.append(f'<a:hueOff val="{round((h1 - h0) * 360 * DEGREE)}"/>')
    if s0 > 0 and abs(s1 / s0 - 1) > 0.005:
        parts.append(f'<a:satMod val="{round(s1 / s0 * THOUSANDTHS)}"/>')
    if l1 <= l0:
        parts.append(f'<a:lumMod val="{round(l1 / l0 * THOUSANDTHS)}"/>')
    else:
        keep = (1 - l1) / (1 - l0)
        parts.append(f'<a:lumMod val="{round(keep * THOUSANDTHS)}"/>')
        parts.append(f'<a:lumOff val="{round((l1 - l0 * keep) * THOUSANDTHS)}"/>')
    return "".join(parts)


def override_xml(slot: str) -> str:
    """``p:clrMapOvr`` of a slide on which the section's slot means that one (ISO 29500-1 §19.3.1.7)."""
    meanings = "".join(f' {name}="{meant}"' for name, meant in {**MAP, SECTION: slot}.items())
    return f"<p:clrMapOvr><a:overrideClrMapping{meanings}/></p:clrMapOvr>"
