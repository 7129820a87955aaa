"""Chart specifications in, matplotlib figures out, in the theme's style and the document's fonts.

Importing this package loads neither matplotlib nor the builders; ``build`` does, and :mod:`reportgen.charts.fit`,
which knows how large a chart wants to be, the builders.
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
    from reportgen.charts.build_figure import build_figure  # not "build": it would take this function's name

    return build_figure(spec, size, style)
