"""Which figure a section's opening states in its ornament, and the words that say so."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reportgen.charts.share import WHOLES, share
from reportgen.model.report import Figure, Report
from reportgen.story.figure_words import label_of, measured

ArtKind = Literal["weave", "plots", "rings"]
PLAIN: tuple[ArtKind, ...] = ("weave", "plots", "rings")
PLOTS_RANGE = (10, 120)
SINGLE_SHARES = ("fraction", "percent")


class Art(Struct, frozen=True):
    """Which ornament a section carries and the figure it states (None: a plain pattern)."""

    kind: ArtKind
    figure: Figure | None


def art_of(report: Report, section: int) -> Art:
    """The first figure of the introduction that an ornament can state exactly; else a plain pattern."""
    for figure in filter(may_adorn, report.figures_of(section, None)):
        kind = _states(figure)
        if kind:
            return Art(kind, figure)
    return Art(PLAIN[section % len(PLAIN)], None)


def may_adorn(figure: Figure) -> bool:
    """Whether an ornament may be made of it: its author lets it, it is nothing sad, and no change."""
    return figure.adorns and figure.quantity.is_amount


def said_by(art: Art) -> Figure | None:
    """The figure an opening says in words too: rings have it in their middle, other patterns only draw it."""
    return art.figure if art.kind == "rings" else None


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
    quantity = figure.quantity
    if quantity.kind not in SINGLE_SHARES and quantity.unit not in WHOLES:
        return None
    count = share(quantity.values[0], quantity.unit) * 10
    return int(count) if count == int(count) and 0 < count <= 10 else None


def caption(report: Report, section: int) -> str:
    """What one unit of the ornament stands for; empty for a plain pattern."""
    art = art_of(report, section)
    if art.figure is None:
        return ""
    if art.kind == "weave":
        return f"{measured(art.figure, art.figure.display_unit or '%')}，一千股经纬，每股千分之一"
    if art.kind == "plots":
        return f"点亮的地块，每块为一{art.figure.display_unit}：{label_of(art.figure)}"
    return f"{label_of(art.figure)}，十环等面积，每环一成"
