"""A section's data ornament: the figure of its introduction drawn as weave, plots or rings."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.ornaments import plots, rings, weave100
from reportgen.layout.parts.ornaments.rings import TENTHS
from reportgen.layout.parts.signature import signature_parts
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect
from reportgen.model.report import Report
from reportgen.model.sheet import Item
from reportgen.model.theme import Colour
from reportgen.story.ornament import Art, art_of, tenths

SWATCH_LIT = 7  # most plots a swatch lights
SEED = 19
# Of rings without a place of their own: their middle in the rectangle, their reach in its longer side.
MIDDLE, REACH = (0.45, 0.54), 0.77
PERCENT = 100


def opener_art(
    report: Report,
    section: int,
    rect: Rect,
    ts: Typesetter,
    *,
    small: bool = False,
    avoid: Sequence[Rect] = (),
    centre: tuple[float, float] | None = None,
    radius: float | None = None,
    lit_region: Rect | None = None,
) -> tuple[Item, ...]:
    """The ornament inside a rectangle; a small one (a swatch) has fewer, finer parts."""
    art, role = art_of(report, section), ts.theme.role(section)
    if art.kind == "weave":
        return weave100(rect, _weave_parts(art, report, section, ts), fine=small)
    if art.kind == "plots":
        lit = int(art.figure.quantity.values[0]) if art.figure else 0
        lamp = ts.theme.opener_numeral[section % len(ts.theme.roles)]
        return plots(
            rect,
            min(lit, SWATCH_LIT) if small else lit,
            stroke=role.soft,
            lit_fill=lamp,
            ground=role.accent,
            avoid=avoid,
            lit_region=lit_region,
            seed=SEED
            + (section if lit else section % len(ts.theme.roles)),  # plain plans in one colour are the same
            small=small,
        )
    middle = centre or (rect.x + rect.width * MIDDLE[0], rect.y + rect.height * MIDDLE[1])
    reach = radius or max(rect.width, rect.height) * REACH
    on = tenths(art.figure) if art.figure else TENTHS
    above = art.figure is not None and art.figure.quantity.open_end == "above"
    return rings(
        middle,
        reach,
        on or TENTHS,
        line=role.soft,
        fill=lit_ground(section, ts) if art.figure else None,
        ground=role.accent,
        open_end=above and not small,
        clip=rect,
        small=small,
    )


def _weave_parts(art: Art, report: Report, section: int, ts: Typesetter) -> tuple[tuple[float, Colour], ...]:
    """Shares in percent; on a field the first part is white, the largest tone-on-tone."""
    role = ts.theme.role(section)
    if art.figure is None:
        return ((float(PERCENT), role.mid),)
    values = [float(value) for value in art.figure.quantity.values]
    largest = max(range(len(values)), key=values.__getitem__)
    others = [ts.theme.colour("white"), ts.theme.role(section + 1).accent]
    return tuple((v, role.mid if i == largest else others.pop(0)) for i, v in enumerate(values))


def lit_ground(section: int, ts: Typesetter) -> Colour:
    """A darker shade of the section's field, for the filled rings."""
    accent = ts.theme.role(section).accent.token
    family = accent.rsplit("-", 1)[0]
    return ts.theme.colours.get(f"{family}-700", ts.theme.role(section).mid)


def cover_parts(report: Report, ts: Typesetter) -> tuple[tuple[float, Colour], ...]:
    """The cover's bands from left to right, smallest first, so that the title has the widest."""
    return tuple(sorted(signature_parts(report, ts), key=lambda part: part[0]))
