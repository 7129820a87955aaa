"""What a native chart is written with, and how large its plot and its values are."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reportgen.charts.kinds import kind_of
from reportgen.charts.lettering import Lettering
from reportgen.charts.reading import counted, diverges
from reportgen.charts.record import OfficePlot
from reportgen.charts.slide_type import fitting
from reportgen.lengths import Rect
from reportgen.model.chart import ChartSpec
from reportgen.model.sheet import ChartHead
from reportgen.model.text import Style
from reportgen.model.theme import Colour, SectionRole, Theme
from reportgen.pptx.chart_head import place_xml
from reportgen.pptx.text import TextWriter
from reportgen.pptx.workbook import name_length

LABEL_SIZE, CATEGORY_SIZE = 40.0, 20.0
SMALL_LABEL_SIZE = 24.0  # where many values are side by side, or words beside them
MANY = 6
LEAST_ROW, LEAST_NAMED_ROW = 44.0, 56.0  # points of a bar, without and with its name above, for a large value
VALUE_ROOM = 14.0  # points between a bar, its value and the chart's edge
NAMES_SHARE = 0.34  # of a chart's width, for names beside bars
LABEL_SHARE = 0.2  # of a chart's width, for a value at a bar's end
NARROW, NARROW_LABEL_SIZE = 300.0, 32.0
WORDS_FACE, NUMERAL_FACE = "sans-500", "num-400"


class ChartLook(Struct, frozen=True):
    """Whose colours and which text a chart is written with, and what it says above its plot."""

    role: SectionRole
    theme: Theme
    text: TextWriter
    letters: Lettering
    size: tuple[float, float] = (600.0, 400.0)  # of the chart, in points
    head: ChartHead | None = None


def is_native(spec: ChartSpec) -> bool:
    """Whether PowerPoint has the kind."""
    return kind_of(spec).office is not None


def plot_of(spec: ChartSpec) -> OfficePlot:
    """The plot of a kind PowerPoint has."""
    office = kind_of(spec).office
    assert office is not None
    return office.plot


def layout_xml(spec: ChartSpec, look: ChartLook) -> str:
    """The place of the plot: below the text inside the chart, else as the program chooses.

    With names above bars it begins at the left edge and leaves room for the values.
    """
    above = name_length(spec) is not None
    plot = look.head.plot if look.head is not None else Rect(0, 0, *look.size)
    if plot_of(spec) is OfficePlot.BARS and diverges(spec):
        return place_xml(plot_rect(spec, look), look.size, "inner")
    if look.head is None and not above:
        return "<c:layout/>"
    if not above:
        return place_xml(plot, look.size, "outer")
    value = (
        max(look.letters.measure(NUMERAL_FACE, value_size(spec, look), datum.said) for datum in spec.data)
        + VALUE_ROOM
    )
    return place_xml(replace(plot, width=max(0.4 * plot.width, plot.width - value)), look.size, "inner")


def plot_rect(spec: ChartSpec, look: ChartLook) -> Rect:
    """The room of the plot; of bars that go both ways, what the names at the left leave."""
    plot = look.head.plot if look.head is not None else Rect(0, 0, *look.size)
    if plot_of(spec) is not OfficePlot.BARS:
        return plot
    widths = (look.letters.measure(WORDS_FACE, CATEGORY_SIZE, datum.label) for datum in spec.data)
    names = min(max(widths), NAMES_SHARE * plot.width) + VALUE_ROOM
    return replace(plot, x=plot.x + names, width=plot.width - names)


def value_size(spec: ChartSpec, look: ChartLook) -> float:
    """Points of the values at bars, columns and points."""
    if any(datum.word for datum in counted(spec)):
        return _worded_size(spec, look)
    if plot_of(spec) is OfficePlot.LINE:
        return SMALL_LABEL_SIZE
    height = look.head.plot.height if look.head is not None else look.size[1]
    least = LEAST_ROW if name_length(spec) is None else LEAST_NAMED_ROW
    low = plot_of(spec) is OfficePlot.BARS and height < least * len(spec.data)
    if low or len(spec.data) * len(spec.series) > MANY:
        return SMALL_LABEL_SIZE
    return LABEL_SIZE if look.size[0] >= NARROW else NARROW_LABEL_SIZE


def _worded_size(spec: ChartSpec, look: ChartLook) -> float:
    """Points of values said with their word: smaller where columns are too close for them."""
    columns = 1 if plot_of(spec) is OfficePlot.BARS else len(spec.data) * len(spec.series)
    room = look.size[0] * (LABEL_SHARE if columns == 1 else 1.0) / columns
    return fitting((datum.said for datum in counted(spec)), room, SMALL_LABEL_SIZE, look.letters)


def chart_style(look: ChartLook, size: float, colour: Colour | None = None, face: str = WORDS_FACE) -> Style:
    """Ink, unless another colour is given, in the words' face."""
    return Style(face, size, colour or look.theme.colour("ink-text"))
