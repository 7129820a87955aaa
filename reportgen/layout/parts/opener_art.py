"""A section's data ornament: the figure of its introduction drawn as weave, plots or rings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from reportgen.layout.parts.ornaments import plots, rings, weave100
from reportgen.layout.parts.signature import signature_parts
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Rect
from reportgen.model.report import Figure, Report
from reportgen.model.sheet import Item
from reportgen.model.theme import Colour

ArtKind = Literal["weave", "plots", "rings"]
PLAIN: tuple[ArtKind, ...] = ("weave", "plots", "rings")
PLOTS_RANGE = (10, 120)
TENTHS_UNITS = ("成",)


class Art(Struct, frozen=True):
    """Which ornament a section carries and the figure it states (None: a plain pattern)."""

    kind: ArtKind
    figure: Figure | None


def art_of(report: Report, section: int) -> Art:
    """The first figure of the introduction that an ornament can state exactly; else a plain pattern."""
    for figure in report.figures_of(section, None):
        kind = _states(figure)
        if kind:
            return Art(kind, figure)
    return Art(PLAIN[section % len(PLAIN)], None)


def _states(figure: Figure) -> ArtKind | None:
    quantity, value = figure.quantity, figure.quantity.values[0]
    if quantity.kind == "ratio" and sum(quantity.values) == 100 and len(quantity.values) <= 3:
        return "weave" if all(v * 10 == int(v * 10) for v in quantity.values) else None
    if tenths(figure) is not None:
        return "rings"
    whole = value == int(value) and PLOTS_RANGE[0] <= value <= PLOTS_RANGE[1]
    if quantity.kind == "number" and whole and not quantity.open_end and "万" not in quantity.unit:
        return "plots"
    return None


def tenths(figure: Figure) -> int | None:
    """How many tenths of a whole the figure states; None where it states no whole tenths."""
    quantity, value = figure.quantity, figure.quantity.values[0]
    if quantity.kind == "fraction" or quantity.unit in TENTHS_UNITS:
        share = value if value <= 1 else value / 10
    elif quantity.kind == "percent":
        share = value / 100
    else:
        return None
    count = share * 10
    return int(count) if count == int(count) and 0 < count <= 10 else None


def caption(report: Report, section: int) -> str:
    """What one unit of the ornament stands for; empty for a plain pattern."""
    art = art_of(report, section)
    if art.figure is None:
        return ""
    if art.kind == "weave":
        return f"{art.figure.label}（{art.figure.display_unit or '%'}），一千股经纬，每股千分之一"
    if art.kind == "plots":
        return f"点亮的地块，每块为一{art.figure.display_unit}：{art.figure.label}"
    return f"{art.figure.label}，十环等面积，每环一成"


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
            min(lit, 7) if small else lit,
            stroke=role.soft,
            lit_fill=lamp,
            ground=role.accent,
            avoid=avoid,
            lit_region=lit_region,
            seed=19 + (section if lit else section % len(ts.theme.roles)),  # plain plans of a colour are one
            small=small,
        )
    middle = centre or (rect.x + rect.width * 0.45, rect.y + rect.height * 0.54)
    reach = radius or max(rect.width, rect.height) * 0.77
    on = tenths(art.figure) if art.figure else 10
    above = art.figure is not None and art.figure.quantity.open_end == "above"
    return rings(
        middle,
        reach,
        on or 10,
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
        return ((100.0, role.mid),)
    values = [float(value) for value in art.figure.quantity.values]
    largest = max(range(len(values)), key=values.__getitem__)
    others = [ts.theme.colour("white"), ts.theme.role(section + 1).accent]
    return tuple((v, role.mid if i == largest else others.pop(0)) for i, v in enumerate(values))


def lit_ground(section: int, ts: Typesetter) -> Colour:
    """A darker kin of the section's field, for the filled rings."""
    accent = ts.theme.role(section).accent.token
    family = accent.rsplit("-", 1)[0]
    return ts.theme.colours.get(f"{family}-700", ts.theme.role(section).mid)


def cover_parts(report: Report, ts: Typesetter) -> tuple[tuple[float, Colour], ...]:
    """The cover's bands from left to right, smallest first, so that the title has the widest."""
    return tuple(sorted(signature_parts(report, ts), key=lambda part: part[0]))
