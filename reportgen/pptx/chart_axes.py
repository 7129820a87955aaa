"""The axes of a native chart: names along the category axis, and the range of values."""

from __future__ import annotations

from reportgen.charts.reading import counted, diverges, extent, room_at_ends
from reportgen.charts.record import OfficePlot
from reportgen.charts.slide_type import printed
from reportgen.model.chart import ChartSpec
from reportgen.pptx.chart_look import (
    CATEGORY_SIZE,
    MANY,
    VALUE_ROOM,
    ChartLook,
    chart_style,
    plot_of,
    plot_rect,
    value_size,
)
from reportgen.pptx.workbook import number

CATEGORY_AXIS, VALUE_AXIS = 111_111_111, 222_222_222  # positive: negative ids are no unsignedInt
CATEGORY_COLUMNS_SIZE = 24.0
ROOM_BELOW = 0.25  # of their range, under lines whose labels are below them
LABEL_ROOM = 1.5  # of a label's size, over or under a column or point
AXIS_NAMES = 0.8  # of a chart's height, what names along the foot leave to the plot
LEAST_OF_PLOT = 0.3  # of an axis, for the values themselves
ROUNDED = 6  # decimals of an axis' ends
AXIS_WEIGHT = 1.5


def axes_xml(
    spec: ChartSpec, look: ChartLook, *, level: bool, hidden: bool = False, named: bool = True
) -> str:
    """The category axis with its labels and base line; the value axis is deleted, its zero kept.

    ``named``: False where the names are above the bars.
    """
    ink = look.theme.colour("ink-text")
    size = CATEGORY_SIZE if level or len(spec.data) > MANY else CATEGORY_COLUMNS_SIZE
    words = look.text.look("a:defRPr", chart_style(look, size, ink))
    text = f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{words}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    line = "<a:noFill/>" if level and not diverges(spec) else look.text.palette.fill(ink)
    base = f'<c:spPr><a:ln w="{round(AXIS_WEIGHT * 12700)}">{line}</a:ln></c:spPr>'
    order = "maxMin" if level and not hidden else "minMax"
    from_foot = plot_of(spec) is OfficePlot.LINE and not diverges(spec)
    crosses, limits = "min" if from_foot else "autoZero", _limits(spec, look)
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="{"l" if level else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{"low" if named else "none"}"/>{base}{text}'
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="{crosses}"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{limits}</c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"b" if level else "l"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/></c:valAx>'
    )


def _limits(spec: ChartSpec, look: ChartLook) -> str:
    """Where the value axis begins: bars at zero, one line where PowerPoint puts it, several with room for labels.

    With values below zero it begins and ends with room for the labels there.
    """
    if diverges(spec):
        low, high = _room_for_labels(spec, look)
        return f'<c:max val="{number(high)}"/><c:min val="{number(low)}"/>'
    if plot_of(spec) is not OfficePlot.LINE:
        return '<c:min val="0"/>'
    if len(spec.series) < 2:
        return ""
    values = [datum.value for datum in counted(spec)]
    low, high = min(values), max(values)
    return f'<c:min val="{number(low - ROOM_BELOW * ((high - low) or 1.0))}"/>'


def _room_for_labels(spec: ChartSpec, look: ChartLook) -> tuple[float, float]:
    """Ends of an axis across zero: the extreme values, and beyond them what their labels take of the plot."""
    plot, size = plot_rect(spec, look), value_size(spec, look)
    if plot_of(spec) is OfficePlot.BARS:
        length = plot.width
        before, behind = room_at_ends(
            spec, lambda datum: printed(datum.said, size, look.letters) + VALUE_ROOM
        )
    else:
        length = plot.height * AXIS_NAMES
        before, behind = room_at_ends(spec, lambda datum: LABEL_ROOM * size)
    low, high = extent(spec)
    per_unit = max(length - before - behind, LEAST_OF_PLOT * length) / (high - low)
    return round(low - before / per_unit, ROUNDED), round(high + behind / per_unit, ROUNDED)
