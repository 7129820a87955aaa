"""A large chart, with callouts, quotes, honours and points on a panel that runs into the right edge."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.layout.parts.frame import Frame, stack
from reportgen.layout.slides import canvas
from reportgen.layout.slides.canvas import BODY_BOTTOM, GAP, MARGIN, RIGHT
from reportgen.layout.slides.flow import Composed, as_texts, foot_points, stacked, without
from reportgen.layout.slides.lists import items, keys, quote_words
from reportgen.layout.slides.merging import merged
from reportgen.layout.slides.numbers import chart, is_small, stat, stat_body
from reportgen.layout.slides.pen import Pen, panel
from reportgen.lengths import Rect
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Figure, Panels, Plates, Quote
from reportgen.story.pieces import Honours, Keys, Piece

SIDE = (Quote, Honours, Keys, Plates)
INNER = RIGHT - canvas.PANEL_X - canvas.PANEL_INSET
NUMERAL = 66.0
LEAST_CHART = 150.0  # points of height; what is below a chart goes elsewhere rather than leave it less


def chart_panel(pieces: tuple[Piece, ...], top: float, pen: Pen) -> Composed:
    """A large chart, with callouts, quotes, honours and points on a panel that runs into the right edge."""
    spec = next(p for p in pieces if isinstance(p, ChartSpec) and not is_small(p))
    others = without(pieces, (spec,))
    side: list[Piece] = [piece for piece in others if isinstance(piece, SIDE)]
    room = BODY_BOTTOM - top
    figures = [piece for piece in others if isinstance(piece, Figure)]
    if figures and not _side_words((*figures, *side), INNER, room - 2 * canvas.PANEL_INSET, pen)[1]:
        side = [*figures, *side]
    foot, left = foot_points(as_texts(side), pen)
    if not left and all(isinstance(p, Keys) for p in side) and len(as_texts(side)) < canvas.FEW_POINTS:
        below = foot.height + GAP if foot.items else 0.0
        frame, rest = _main_column(spec, without(others, side), canvas.CONTENT, room - below, pen)
        placed = (*frame.at(MARGIN, top), *foot.at(MARGIN, BODY_BOTTOM - foot.height))
        return Composed("chart", "图表", placed, rest)
    main, rest = _main_column(spec, without(others, side), canvas.MAIN_WIDTH, room, pen)
    x = canvas.PANEL_X
    field = panel(Rect(x, top, canvas.SIZE[0] - x, room), pen.role.wash)
    words, later = _side_words(side, INNER, room - 2 * canvas.PANEL_INSET, pen)
    placed = (*main.at(MARGIN, top), field, *words.at(x + canvas.PANEL_INSET, top + canvas.PANEL_INSET))
    return Composed("chart-panel", "图表与侧栏", placed, (*rest, *later))


def _main_column(
    spec: ChartSpec, others: Sequence[Piece], width: float, room: float, pen: Pen
) -> tuple[Frame, tuple[Piece, ...]]:
    """The chart, and a single-group panel or callouts below it where the room allows."""
    below = next((p for p in others if isinstance(p, Panels) and len(p.groups) == 1), None)
    foot = items(below, width, pen) if below else Frame(0, 0, ())
    if foot.items and room - foot.height - GAP < LEAST_CHART:
        below, foot = None, Frame(0, 0, ())
    taken = foot.height + GAP if foot.items else 0.0
    main = chart(spec, width, room - taken, pen)
    return stack((main, foot), GAP), without(others, (below,) if below else ())


def _side_words(
    side: Sequence[Piece], width: float, room: float, pen: Pen
) -> tuple[Frame, tuple[Piece, ...]]:
    """Callouts, quotes without their own field, honours and points."""
    frames: list[Frame] = []
    rest: list[Piece] = []
    ruled = False
    for piece in side:
        used = stack(frames, GAP).height + (GAP if frames else 0)
        if isinstance(piece, Quote):
            frame = quote_words(piece, width, pen)
        elif isinstance(piece, Figure):
            frame = stat(piece, width, NUMERAL, pen) if frames else stat_body(piece, width, NUMERAL, pen)
        else:
            frame, left = _side_list(piece, width, room - used, pen, under_rule=bool(frames) and ruled)
            ruled = isinstance(piece, Honours)
            rest += left
            if not frame.items:
                continue
        if used + frame.height > room + 1 and frames:
            rest.append(piece)
        else:
            frames.append(frame)
    return merged(stack(frames, GAP)), tuple(rest)


def _side_list(
    piece: Piece, width: float, room: float, pen: Pen, *, under_rule: bool
) -> tuple[Frame, tuple[Piece, ...]]:
    """A list in a side panel; points a size smaller than in a column of the slide."""
    if not isinstance(piece, Keys):
        return stacked((piece,), width, room, pen)
    for count in range(len(piece.texts), 0, -1):
        frame = keys(Keys(piece.texts[:count]), width, pen, "side-point", under_rule=under_rule)
        if frame.height <= room + 1:
            left = piece.texts[count:]
            return frame, (Keys(left, piece.optional),) if left else ()
    return Frame(0, 0, ()), (piece,)
