"""The template's colours as a theme: every token on the slot of its scheme, or a tint of one."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from reportgen.model.house import House
from reportgen.model.theme import Colour, SectionRole, Theme, blend
from reportgen.themes.audit import TEXT_CONTRAST, contrast

# The token each slot of the scheme fills; all other tokens are made from these.
SLOTS: Mapping[str, str] = {
    "tx1": "ink-text",
    "bg1": "white",
    "tx2": "ink-900",
    "bg2": "silk",
    "accent1": "a1-500",
    "accent2": "a2-500",
    "accent3": "brand-500",
}
TINTS = {"700": 0.0, "600": 0.85, "400": 0.75, "300": 0.5, "200": 0.3, "100": 0.12}  # share of the accent
GREYS = {"grey-600": 0.68, "grey-400": 0.42, "grey-200": 0.16}  # share of the text colour
DARKER = tuple(step / 20 for step in range(19, 0, -1))


def house_theme(house: House, theme: Theme) -> Theme:
    """The report's theme in the colours of the template.

    The role of slides without a section is the first accent's; those of the others colour the parts of a whole.
    """
    given = house.use("figure").layout.colours
    colours = {token: _colour(token, given[slot]) for slot, token in SLOTS.items()}
    ground, ink = colours["white"], colours["ink-text"]
    for family in ("a1", "a2", "brand"):
        accent = colours[f"{family}-500"]
        for step, share in TINTS.items():
            colours[f"{family}-{step}"] = replace(blend(accent, ground, share), token=f"{family}-{step}")
        colours[f"{family}-700"] = readable(accent, ground, ink, f"{family}-700")
    for token, share in GREYS.items():
        colours[token] = replace(blend(ink, ground, share), token=token)
    roles = tuple(_role(family, colours) for family in ("a2", "brand", "a1"))
    ratio = tuple(colours[token] for token in ("a1-500", "a2-500", "brand-500"))
    return replace(
        theme, name="house", title=house.template.name, colours=colours, roles=roles, ratio_colours=ratio,
        opener_numeral=tuple(role.on for role in roles), spot=None,
    )  # fmt: skip


def _role(family: str, colours: Mapping[str, Colour]) -> SectionRole:
    accent = colours[f"{family}-500"]
    text, mid, wash, soft = (colours[f"{family}-{step}"] for step in ("700", "400", "100", "300"))
    on = max(colours["white"], colours["ink-text"], key=lambda colour: contrast(colour, accent))
    return SectionRole(accent, text, mid, wash, soft, on)


def readable(accent: Colour, ground: Colour, ink: Colour, token: str) -> Colour:
    """The accent, as much nearer to the text colour as text on the ground needs (WCAG 1.4.3)."""
    if contrast(accent, ground) >= TEXT_CONTRAST:
        return replace(accent, token=token)
    steps = (blend(accent, ink, share) for share in DARKER)
    found = next((colour for colour in steps if contrast(colour, ground) >= TEXT_CONTRAST), ink)
    return replace(found, token=token)


def _colour(token: str, rgb: str) -> Colour:
    """A colour of the screen; a deck is never printed in its inks, so they are the plain complement."""
    red, green, blue = (int(rgb[i : i + 2], 16) for i in (0, 2, 4))
    cyan, magenta, yellow = (round(100 - value / 2.55, 1) for value in (red, green, blue))
    return Colour(token, (cyan, magenta, yellow, 0.0), (red, green, blue))
