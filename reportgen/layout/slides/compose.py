"""Content slides: which composition the pieces of a passage ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.charts.kinds import kind_of
from reportgen.layout.slides.canvas import THIRDS
from reportgen.layout.slides.chart_panel import chart_panel
from reportgen.layout.slides.chart_values import chart_values
from reportgen.layout.slides.diagram import diagram
from reportgen.layout.slides.flow import Composed
from reportgen.layout.slides.number_panel import number_panel
from reportgen.layout.slides.numbers import is_small
from reportgen.layout.slides.panels import panels
from reportgen.layout.slides.pen import Pen
from reportgen.layout.slides.points import points, quotes
from reportgen.layout.slides.quote_ledger import quote_ledger
from reportgen.layout.slides.three_columns import three_columns
from reportgen.layout.slides.two_columns import two_charts, two_columns
from reportgen.layout.slides.wide import wide
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Ledger, Panels, Picture, Quote, Table
from reportgen.story.pieces import NUMBERS, Keys, Piece, in_words

COINED = 7  # characters of a phrase that can be set large on a field


def compose(pieces: Sequence[Piece], top: float, pen: Pen) -> Composed:
    """The next slide for these pieces; ``top``: where the body begins. At least one piece is placed."""
    return number_panel(tuple(pieces), top, pen) or _choose(pieces)(tuple(pieces), top, pen)


def _choose(pieces: Sequence[Piece]) -> Callable[[tuple[Piece, ...], float, Pen], Composed]:
    """Conditions from the most special to the plainest."""
    charts = [piece for piece in pieces if isinstance(piece, ChartSpec)]
    numbers = [piece for piece in pieces if isinstance(piece, NUMBERS)]
    forms = {kind_of(spec).slide.form for spec in charts}
    if "landscape" in forms:
        return diagram
    if "ring" in forms:
        return chart_values
    if any(not is_small(spec) for spec in charts):
        return chart_panel
    if len(charts) == 2 == len(numbers) and all(isinstance(p, Keys | ChartSpec) for p in pieces):
        return two_charts
    if any(isinstance(piece, Table | Picture) for piece in pieces) and not numbers:
        return wide
    if len(numbers) >= THIRDS and not any(isinstance(piece, Ledger) for piece in pieces):
        return three_columns
    if any(isinstance(piece, Panels) and len(piece.groups) > 1 for piece in pieces) and not numbers:
        return panels
    if _quote_and_ledger(pieces) and not numbers:
        return quote_ledger
    if all(isinstance(piece, Keys) for piece in pieces):
        return points
    if in_words(pieces):
        return quotes
    return two_columns


def _quote_and_ledger(pieces: Sequence[Piece]) -> bool:
    short = [p for p in pieces if isinstance(p, Quote) and max(len(line) for line in p.lines) <= COINED]
    return bool(short) and any(isinstance(piece, Ledger) for piece in pieces)
