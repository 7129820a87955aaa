"""How large a chart wants to be, and how large its type may be in the room it gets."""

from __future__ import annotations

from reportgen.charts.kinds import kind_of
from reportgen.charts.lettering import Lettering
from reportgen.errors import Message, Problem, ReportgenError
from reportgen.model.chart import ChartSpec

LARGEST, SMALLEST, STEP = 2.4, 0.72, 0.97
TOLERANCE = 0.01
ROOMY = 1.12  # so much higher than needed, type grows; less keeps its size


def natural_height(spec: ChartSpec, width: float, letters: Lettering) -> float:
    """Points the drawing (without title and source) wants at this width.

    Where the width is too small for the chart at all it is the height at :func:`minimum_width`.
    """
    height = kind_of(spec).height
    wanted = height(spec, width, letters, 1.0)
    return wanted if wanted < float("inf") else height(spec, minimum_width(spec, letters), letters, 1.0)


def minimum_width(spec: ChartSpec, letters: Lettering) -> float:
    """The least width in points at which the chart can be drawn at full type size."""
    height = kind_of(spec).height
    width = 60.0
    while height(spec, width, letters, 1.0) == float("inf"):
        width += 6.0
        if width > 2000:
            raise _no_room(spec)
    return width


def fitting_scale(spec: ChartSpec, size: tuple[float, float], letters: Lettering) -> float:
    """The largest scale of type and marks at which the chart stands in the size.

    Raises ReportgenError where there is none.
    """
    height = kind_of(spec).height
    k = LARGEST if size[1] > ROOMY * height(spec, size[0], letters, 1.0) else 1.0
    while k >= SMALLEST:
        if height(spec, size[0], letters, k) <= size[1] + TOLERANCE:
            return k
        k = 1.0 if k > 1.0 > k * STEP else k * STEP  # natural size exactly, if it comes to that
    raise _no_room(spec)


def _no_room(spec: ChartSpec) -> ReportgenError:
    return ReportgenError(
        Problem(
            Message(
                f"图“{spec.title}”的标注在给定的宽度里放不下",
                f"the labels of chart “{spec.title}” do not fit its width",
            ),
            hint=Message(
                "缩短标注、减少数据，或改用表格", "shorten the labels, show fewer data, or use a table"
            ),
        )
    )
