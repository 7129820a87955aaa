"""Native charts: the specification as ``c:chartSpace``, its caches equal to the workbook's cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportgen.charts.kinds import kind_of
from reportgen.charts.reading import counted, diverges, highlighted, subject, turning_points
from reportgen.charts.record import OfficePlot
from reportgen.charts.style import slide_parts
from reportgen.model.chart import ChartSpec
from reportgen.model.theme import Colour
from reportgen.pptx.chart_axes import CATEGORY_AXIS, VALUE_AXIS, axes_xml
from reportgen.pptx.chart_head import legend_xml, title_xml
from reportgen.pptx.chart_look import (
    CATEGORY_SIZE,
    MANY,
    NUMERAL_FACE,
    WORDS_FACE,
    ChartLook,
    chart_style,
    layout_xml,
    plot_of,
    value_size,
)
from reportgen.pptx.number_format import SIGNS, number_format
from reportgen.pptx.workbook import NAMES_HEAD, SHEET, column, heads, name_length, number
from reportgen.pptx.xml import escape, part_bytes, quoteattr

ROOT = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)
GAP, GAP_ABOVE = 100, 50  # bar gap in percent of the bar; with names as high as a bar over it
HOLE = 59
SUBJECT_LINE, OTHER_LINE = 38100, 22225  # EMU
BELOW = "b"  # where labels of points below zero stand


def chart_bytes(spec: ChartSpec, look: ChartLook, workbook_id: str) -> bytes:
    """The chart part; ``workbook_id``: the relation to its workbook."""
    for face in (WORDS_FACE, NUMERAL_FACE):
        look.text.faces.show(face, _shown(spec))
    body = PLOTS[plot_of(spec)](spec, look)
    words = look.text.look("a:defRPr", chart_style(look, CATEGORY_SIZE))
    return part_bytes(
        f'{ROOT}<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart>'
        f"{title_xml(look.head, look.text)}<c:plotArea>{layout_xml(spec, look)}{body}<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend_xml(look.head, look.size, look.text)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{words}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        f'<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _shown(spec: ChartSpec) -> str:
    """Every word and number the chart may show."""
    named = "".join(series.label + "".join(d.label + d.said for d in series.data) for series in spec.series)
    unseen = NAMES_HEAD if name_length(spec) is not None else ""
    signs = SIGNS if diverges(spec) else ""
    said = "".join(datum.label + datum.said for datum in spec.data)
    return named + said + "".join(heads(spec)) + unseen + signs


def _names(spec: ChartSpec, index: int) -> str:
    cell = f"{SHEET}!${column(index + 1)}$1"
    return (
        f'<c:tx><c:strRef><c:f>{cell}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(heads(spec)[index])}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _categories(spec: ChartSpec) -> str:
    count = len(spec.data)
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{escape(datum.label)}</c:v></c:pt>' for i, datum in enumerate(spec.data)
    )
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _values(spec: ChartSpec, index: int, rows: range | None = None) -> str:
    data = spec.series[index].data
    chosen = rows or range(len(data))
    letter = column(index + 1)
    points = "".join(
        f'<c:pt idx="{k}"><c:v>{number(data[i].value)}</c:v></c:pt>' for k, i in enumerate(chosen)
    )
    return (
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}${chosen[0] + 2}:${letter}${chosen[-1] + 2}</c:f>"
        f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(chosen)}"/>{points}'
        "</c:numCache></c:numRef></c:val>"
    )


def _labels(spec: ChartSpec, index: int, look: ChartLook, size: float, position: str) -> str:
    """Direct labels in the numeral face, each with the text's own number of decimals."""
    ink = look.role.text
    words = look.text.look("a:defRPr", chart_style(look, size, ink, NUMERAL_FACE))
    text = (
        f'<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>{words}</a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )
    place = f'<c:dLblPos val="{position}"/>'
    under = (
        f'<c:dLblPos val="{BELOW}"/>' if plot_of(spec) is OfficePlot.LINE and len(spec.series) == 1 else place
    )
    shows = (
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
    look_of = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    data = spec.series[index].data
    codes = [number_format(datum, counted(spec)) for datum in data]
    common = codes[0]
    few = plot_of(spec) is not OfficePlot.LINE or len(data) <= MANY
    ends = range(len(data)) if few else (0, *turning_points(data))
    labels = []
    for i, datum in enumerate(data):
        if i not in ends:
            labels.append(f'<c:dLbl><c:idx val="{i}"/><c:delete val="1"/></c:dLbl>')
        elif codes[i] != common or (datum.value < 0 and under != place):
            labels.append(
                f'<c:dLbl><c:idx val="{i}"/><c:numFmt formatCode={quoteattr(codes[i])} sourceLinked="0"/>'
                f"{look_of}{text}{under if datum.value < 0 else place}{shows}</c:dLbl>"
            )
    return (
        f'<c:dLbls>{"".join(labels)}<c:numFmt formatCode={quoteattr(common)} sourceLinked="0"/>'
        f"{look_of}{text}{place}{shows}</c:dLbls>"
    )


def _bar_series(spec: ChartSpec, index: int, look: ChartLook) -> str:
    several = len(spec.series) > 1
    colours = kind_of(spec).slide.series_colours(spec, look.role, look.theme)
    base = colours[index] if several else look.role.mid
    chosen = () if several else (highlighted(spec),)
    special = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{look.text.palette.fill(look.role.accent)}</c:spPr></c:dPt>"
        for i in chosen
    )
    labels = _labels(spec, index, look, value_size(spec, look), "outEnd")
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index + (name_length(spec) is not None)}"/>{_names(spec, index)}'
        f'<c:spPr>{look.text.palette.fill(base)}</c:spPr><c:invertIfNegative val="0"/>{special}{labels}'
        f"{_categories(spec)}{_values(spec, index)}</c:ser>"
    )


def _bar_plot(spec: ChartSpec, look: ChartLook) -> str:
    level, length = plot_of(spec) is OfficePlot.BARS, name_length(spec)
    above = "" if length is None else _name_series(spec, length, look)
    series = "".join(_bar_series(spec, i, look) for i in range(len(spec.series)))
    return (
        f'<c:barChart><c:barDir val="{"bar" if level else "col"}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{above}{series}<c:gapWidth val="{GAP_ABOVE if above else GAP}"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
        f"{axes_xml(spec, look, level=level, named=not above)}"
    )


def _name_series(spec: ChartSpec, length: float, look: ChartLook) -> str:
    """Unseen bars over the bars, each with its category's name from zero on: PowerPoint has no such axis."""
    index = len(spec.series)
    letter = f"${column(index + 1)}$"
    words = look.text.look("a:defRPr", chart_style(look, CATEGORY_SIZE))
    text = (
        f'<c:txPr><a:bodyPr wrap="none" lIns="0" rIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr>{words}</a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )
    values = "".join(f'<c:pt idx="{i}"><c:v>{number(length)}</c:v></c:pt>' for i in range(len(spec.data)))
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="0"/><c:tx><c:strRef><c:f>{SHEET}!{letter}1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{NAMES_HEAD}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/><c:dLbls>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}<c:dLblPos val="inBase"/>'
        '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="1"/><c:showSerName val="0"/>'
        f'<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>{_categories(spec)}'
        f"<c:val><c:numRef><c:f>{SHEET}!{letter}2:{letter}{len(spec.data) + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(spec.data)}"/>{values}'
        "</c:numCache></c:numRef></c:val></c:ser>"
    )


def _stacked_plot(spec: ChartSpec, look: ChartLook) -> str:
    """One 100 % bar: the specification's data are its parts, each a series of one value."""
    colours = slide_parts(len(spec.data), look.theme, look.role)
    series = "".join(_part(spec, i, colours[i], look) for i in range(len(spec.data)))
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="0"/><c:overlap val="100"/><c:axId val="{CATEGORY_AXIS}"/>'
        f'<c:axId val="{VALUE_AXIS}"/></c:barChart>{axes_xml(spec, look, level=True, hidden=True)}'
    )


def _part(spec: ChartSpec, index: int, colour: Colour, look: ChartLook) -> str:
    row = index + 2
    name = (
        f'<c:tx><c:strRef><c:f>{SHEET}!$A${row}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(spec.data[index].label)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )
    category = (
        f'<c:cat><c:strRef><c:f>{SHEET}!$B$1</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(heads(spec)[0])}</c:v></c:pt></c:strCache></c:strRef></c:cat>'
    )
    white = look.theme.colour("white")
    edge = f'<a:ln w="19050">{look.text.palette.fill(white)}</a:ln>'
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name}'
        f'<c:spPr>{look.text.palette.fill(colour)}{edge}</c:spPr><c:invertIfNegative val="0"/>'
        f"{category}{_values(spec, 0, range(index, index + 1))}</c:ser>"
    )


def _doughnut_plot(spec: ChartSpec, look: ChartLook) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:bubble3D val="0"/><c:spPr>{look.text.palette.fill(colour)}'
        f'<a:ln w="25400">{look.text.palette.fill(look.theme.colour("white"))}</a:ln></c:spPr></c:dPt>'
        for i, colour in enumerate(slide_parts(len(spec.data), look.theme, look.role))
    )
    values = [datum.value for datum in spec.data]
    before = sum(values[: values.index(max(values))]) / sum(values)
    start = round(-360 * before) % 360  # the largest part begins at twelve o'clock
    return (
        '<c:doughnutChart><c:varyColors val="1"/>'
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{_names(spec, 0)}{points}{_categories(spec)}'
        f'{_values(spec, 0)}</c:ser><c:firstSliceAng val="{start}"/>'
        f'<c:holeSize val="{HOLE}"/></c:doughnutChart>'
    )


def _line_plot(spec: ChartSpec, look: ChartLook) -> str:
    series = "".join(_line_series(spec, i, look) for i in range(len(spec.series)))
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:lineChart>'
        f"{axes_xml(spec, look, level=False)}"
    )


def _line_series(spec: ChartSpec, index: int, look: ChartLook) -> str:
    """The subject heavy in the accent, comparisons lighter in grey; a dot at the end."""
    main = index == subject(spec)
    colour = kind_of(spec).slide.series_colours(spec, look.role, look.theme)[index]
    weight = SUBJECT_LINE if main else OTHER_LINE
    fill = look.text.palette.fill(colour)
    line = f'<a:ln w="{weight}" cap="rnd">{fill}<a:round/></a:ln>'
    last = len(spec.data) - 1
    dot = (
        f'<c:dPt><c:idx val="{last}"/><c:marker><c:symbol val="circle"/><c:size val="10"/>'
        f'<c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker><c:bubble3D val="0"/><c:spPr>{line}</c:spPr></c:dPt>'
    )
    highest = max(range(len(spec.series)), key=lambda i: spec.series[i].data[-1].value)
    labels = _labels(spec, index, look, value_size(spec, look), "t" if index == highest else "b")
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{_names(spec, index)}<c:spPr>{line}</c:spPr>'
        f'<c:marker><c:symbol val="none"/></c:marker>{dot}{labels}{_categories(spec)}{_values(spec, index)}'
        '<c:smooth val="0"/></c:ser>'
    )


PLOTS: Mapping[OfficePlot, Callable[[ChartSpec, ChartLook], str]] = MappingProxyType(
    {
        OfficePlot.BARS: _bar_plot,
        OfficePlot.COLUMNS: _bar_plot,
        OfficePlot.WHOLE_BAR: _stacked_plot,
        OfficePlot.DOUGHNUT: _doughnut_plot,
        OfficePlot.LINE: _line_plot,
    }
)
