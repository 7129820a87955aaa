"""The template's colours as a theme: every token on the slot of its scheme, or a tint of one."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from reportgen.model.template import Template, TemplateLayout
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
SHAPE_CONTRAST = 3.0
GREYS = {"grey-600": 0.68, "grey-400": 0.42, "grey-200": 0.16}  # share of the text colour
DARKER = tuple(step / 20 for step in range(19, 0, -1))


def template_theme(template: Template, theme: Theme) -> Theme:
    """The report's theme in the colours of the template.

    The role of slides without a section is the first accent's; those of the others colour the parts of a whole.
    """
    layout = template.use("figure").layout
    given = layout.colours
    colours = {token: _colour(token, given[slot]) for slot, token in SLOTS.items()}
    colours["white"] = ground = _colour("white", layout.ground)
    colours["ink-text"] = ink = _ink(layout, ground)
    for family in ("a1", "a2", "brand"):
        accent = colours[f"{family}-500"]
        if layout.ground != given["bg1"]:  # the accents were chosen for another ground
            accent = readable(accent, ground, ink, f"{family}-500", SHAPE_CONTRAST)
            colours[f"{family}-500"] = accent
        for step, share in TINTS.items():
            colours[f"{family}-{step}"] = replace(blend(accent, ground, share), token=f"{family}-{step}")
        colours[f"{family}-700"] = readable(accent, ground, ink, f"{family}-700")
    for token, share in GREYS.items():
        colours[token] = replace(blend(ink, ground, share), token=token)
    roles = tuple(_role(family, colours) for family in ("a2", "brand", "a1"))
    ratio = tuple(colours[token] for token in ("a1-500", "a2-500", "brand-500"))
    return replace(
        theme, name="template", title=template.file.name, colours=colours, roles=roles, ratio_colours=ratio,
        opener_numeral=tuple(role.on for role in roles), spot=None,
    )  # fmt: skip


def _role(family: str, colours: Mapping[str, Colour]) -> SectionRole:
    accent = colours[f"{family}-500"]
    text, mid, wash, soft = (colours[f"{family}-{step}"] for step in ("700", "400", "100", "300"))
    on = max(colours["white"], colours["ink-text"], key=lambda colour: contrast(colour, accent))
    return SectionRole(accent, text, mid, wash, soft, on)


def _ink(layout: TemplateLayout, ground: Colour) -> Colour:
    """The colour of body text, or where that cannot be read on the ground the most readable the scheme has."""
    inks = (_colour("ink-text", rgb) for rgb in (layout.ink, layout.colours["tx1"], layout.colours["bg1"]))
    first, *others = inks
    if contrast(first, ground) >= TEXT_CONTRAST:
        return first
    return max((first, *others), key=lambda colour: contrast(colour, ground))


def readable(accent: Colour, ground: Colour, ink: Colour, token: str, least: float = TEXT_CONTRAST) -> Colour:
    """The accent, as much nearer to the text colour as the contrast needs (WCAG 1.4.3; shapes 1.4.11)."""
    if contrast(accent, ground) >= least:
        return replace(accent, token=token)
    steps = (blend(accent, ink, share) for share in DARKER)
    found = next((colour for colour in steps if contrast(colour, ground) >= least), ink)
    return replace(found, token=token)


def _colour(token: str, rgb: str) -> Colour:
    """A colour of the screen; a deck is never printed in its inks, so they are the plain complement."""
    red, green, blue = (int(rgb[i : i + 2], 16) for i in (0, 2, 4))
    cyan, magenta, yellow = (round(100 - value / 2.55, 1) for value in (red, green, blue))
    return Colour(token, (cyan, magenta, yellow, 0.0), (red, green, blue))
