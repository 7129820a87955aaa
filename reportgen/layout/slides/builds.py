"""What appears at each click where a report asks for builds: figures as one, text paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct, field

from reportgen.lengths import Rect
from reportgen.model.sheet import ChartItem, PictureItem, Role, Shape, Sheet, TableItem, TextBox
from reportgen.model.slide import Appearance, Click, SlideBuild

STANDING = ("title", "running", "folio", "decoration")  # visible from the start
STANDING_PLACEHOLDERS = ("marker",)
LEADING = ("heading", "numeral")  # come with what they lead to
JOINING = ("label", "caption")  # come with what they belong to


def slide_build(sheet: Sheet) -> SlideBuild:
    """The clicks of a slide in reading order; every item that is not visible from the start appears once."""
    steps = _Steps()
    for index, item in enumerate(sheet.items):
        if item.role in STANDING or getattr(item, "placeholder", "") in STANDING_PLACEHOLDERS:
            continue
        if isinstance(item, TextBox):
            steps.text(index, item)
        elif isinstance(item, Shape):
            steps.drawing(index, item)
        elif isinstance(item, ChartItem | PictureItem | TableItem):
            steps.figure(index, item)
    return SlideBuild(sheet.name, tuple(steps.done()))


class _Steps(Struct):
    """Clicks as they fill; ``waiting``: headings and numerals that what follows will bring along."""

    clicks: list[list[Appearance]] = field(default_factory=list)
    waiting: list[Appearance] = field(default_factory=list)
    figure_rect: Rect | None = None  # of the figure that came last, while only words on it have followed
    beside_figure: bool = False  # the last item was a figure: a numeral that follows is its value
    drawn: str = ""  # name of the drawing whose shapes are being read

    def text(self, index: int, box: TextBox) -> None:
        self.drawn = ""
        whole = [Appearance(index, i) for i in range(len(box.paragraphs))]
        on_figure = self.figure_rect is not None and self.figure_rect.contains(box.rect)
        value = box.role == "numeral" and self.beside_figure
        self.beside_figure = False
        if on_figure:
            self.clicks[-1] += whole
            return
        self.figure_rect = None
        for role, group in groupby(whole, key=lambda appearing: box.role_of(appearing.paragraph or 0)):
            self._paragraphs(role, list(group), joined=value)
            value = False

    def _paragraphs(self, role: Role, whole: Sequence[Appearance], *, joined: bool) -> None:
        """Neighbouring paragraphs of one role; ``joined``: they are the value of the figure before them."""
        if joined or (role in JOINING and self.clicks and not self.waiting):
            self.clicks[-1] += whole
        elif role in LEADING:
            self.waiting += whole
        elif role in JOINING:
            self._click(whole)
        else:
            for paragraph in whole:
                self._click([paragraph])

    def figure(self, index: int, item: ChartItem | PictureItem | TableItem) -> None:
        self.drawn = ""
        self._click([Appearance(index)])
        self.beside_figure = not isinstance(item, TableItem)
        self.figure_rect = item.rect if self.beside_figure else None

    def drawing(self, index: int, shape: Shape) -> None:
        """Shapes of one name are one drawing, which its first shape stands for."""
        if not shape.name or shape.name != self.drawn:
            self._click([Appearance(index)])
        self.drawn = shape.name
        self.beside_figure = True

    def _click(self, appearing: Sequence[Appearance]) -> None:
        self.clicks.append([*self.waiting, *appearing])
        self.waiting = []

    def done(self) -> Iterator[Click]:
        if self.waiting:
            self._click(())
        yield from (tuple(click) for click in self.clicks)
