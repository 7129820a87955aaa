"""Chart specifications in, drawings out, in the theme's style and the document's fonts.

Importing this package and its kinds loads no matplotlib; :func:`build` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.charts.describe import describe
from reportgen.charts.style import ChartStyle
from reportgen.model.chart import ChartSpec

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["ChartStyle", "build", "describe"]


def build(spec: ChartSpec, size: tuple[float, float], style: ChartStyle) -> Figure:
    """The chart as a figure of ``size`` points (72 dpi: a pixel is a point).

    Larger than :func:`~reportgen.charts.fit.natural_height` asks, type and marks grow with it. Raises ReportgenError where
    the labels cannot be set inside the size at all.
    """
    from reportgen.charts.draw import draw
    from reportgen.charts.figure_board import FigureBoard  # matplotlib

    board = FigureBoard(size, style.letters)
    draw(spec, board, size, style)
    return board.figure
