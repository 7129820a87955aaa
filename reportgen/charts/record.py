"""What a chart kind is: one record says everything the rest of the program asks about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from reportgen.charts.lettering import Lettering
from reportgen.charts.reading import series_colours
from reportgen.charts.refusals import Reason
from reportgen.errors import Message
from reportgen.model.chart import ChartSpec
from reportgen.model.theme import Colour, SectionRole, Theme

if TYPE_CHECKING:
    from reportgen.charts.pencil import Pencil

Draw = Callable[["Pencil", ChartSpec], None]
Size = tuple[float, float]
PageRoom = Literal["lead", "side", "beside", "wide"]
LEAST_PLOT = 90.0  # points high, of a drawing on a slide


class OfficePlot(Enum):
    """Plots that office programs have (ISO 29500-1 §21.2.2)."""

    BARS = "barChart, barDir bar"
    COLUMNS = "barChart, barDir col"
    WHOLE_BAR = "barChart, percentStacked"
    DOUGHNUT = "doughnutChart"
    LINE = "lineChart"


class OnPage(Struct, frozen=True):
    """A kind's place on a page.

    ``wants``: at the head of its subsection, in the side column, in half the width, or in all of it.
    ``growth``: most its height grows, of the natural height. ``lead``: what opens a subsection where it is
    more than the drawing. ``numeral``: alone, its value may stand as tall as a column allows.
    """

    wants: Callable[[ChartSpec], PageRoom]
    growth: float = 0.0
    lead: Literal["", "field", "landscape"] = ""
    numeral: bool = False


def whole_room(spec: ChartSpec, width: float, height: float) -> Size:
    """All of the room, no lower than can be read."""
    return width, max(LEAST_PLOT, height)


def never(spec: ChartSpec) -> bool:
    """Not small, however few its data."""
    return False


def always(spec: ChartSpec) -> bool:
    """Small, whatever its data."""
    return True


class OnSlide(Struct, frozen=True):
    """A kind's place on a slide.

    ``draw``: its drawing there; None: the page's, as large as fits. ``form``: with its heading above; a ring
    with its title inside and its values in a table; a landscape across the slide; below its value as a large
    numeral. ``size``: width and height of the drawing in a room of some points. ``numeral``: largest size of
    its value in words below the drawing; 0: the drawing says it. ``least``, ``good``: heights in points,
    heading included, below which it cannot be read, and which is worth giving it.
    """

    draw: Draw | None = None
    form: Literal["plot", "ring", "landscape", "numeral"] = "plot"
    size: Callable[[ChartSpec, float, float], Size] = whole_room
    is_small: Callable[[ChartSpec], bool] = never  # reads in a third of the slide
    numeral: float = 0.0
    says_unit: bool = False  # in the drawing or beside its value
    least: Callable[[ChartSpec], float] = lambda spec: 0.0
    good: Callable[[ChartSpec], float] = lambda spec: 170.0
    becomes: Callable[[ChartSpec], str] | None = None  # the kind a deck shows the specification as
    upright: bool = False  # its values stand side by side
    series_colours: Callable[[ChartSpec, SectionRole, Theme], tuple[Colour, ...]] = series_colours

    @property
    def titled_inside(self) -> bool:
        """Whether its title stands in the drawing."""
        return self.form in ("ring", "landscape")


class InOffice(Struct, frozen=True):
    """The plot an office program draws it as. ``above``: points of values over it; ``across``: of the width,
    beside which values at the ends of bars stand."""

    plot: OfficePlot
    above: float = 0.0
    across: float = 1.0


class ChartKind(Struct, frozen=True):
    """One kind of chart.

    ``refuse``: why a specification would mislead. ``height``: points the drawing on a page needs at a width
    and scale, infinite where the width is too small; ``draw`` may use the whole board, whose height is at
    least that. ``series``: one; several, from a table; or named, also from figures with ``series=``.
    ``share``: its value is a part of one whole, from 0 to 1. ``of_total``: its parts are a whole, of a hundred
    percent or of a marked amount.
    """

    name: str  # as ``kind=`` has it
    label: Message
    shows: Message
    refuse: Callable[[ChartSpec], Iterator[Reason]]
    height: Callable[[ChartSpec, float, Lettering, float], float]
    draw: Draw
    page: OnPage
    slide: OnSlide = OnSlide()
    office: InOffice | None = None  # None: office programs have no such chart, it is drawn as shapes
    series: Literal["one", "several", "named"] = "one"
    share: bool = False
    of_total: bool = False
