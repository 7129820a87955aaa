"""What every brochure page is drawn from: the report, its typesetter, and the positions of everything."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.paginate import BodyPage
from reportgen.layout.parts.folio import two_digits
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.lengths import Edges
from reportgen.model.report import Figure, Honour, Report
from reportgen.model.sheet import Item, Sheet
from reportgen.model.theme import Colour, Theme


class PageSpec(Struct, frozen=True):
    """One page before it is drawn: its name, its kind and what it shows."""

    name: str
    kind: str
    section: int | None = None
    body: BodyPage | None = None
    chunk: int = 0  # which of several pages of its kind
    honours: tuple[Honour, ...] = ()  # of a wall page
    figures: tuple[Figure, ...] = ()  # of an index page
    entry: str = ""  # its line in contents and outline


class Book(Struct, frozen=True):
    """The finished page list and the places links and page references need."""

    report: Report
    ts: Typesetter
    pages: tuple[PageSpec, ...]
    folios: Mapping[str, int]  # page name → number
    subsection_pages: Mapping[tuple[int, int], str]
    figure_pages: Mapping[str, str]

    @property
    def theme(self) -> Theme:
        return self.ts.theme

    def folio(self, name: str) -> int:
        return self.folios[name]

    def pages_of(self, kind: str) -> tuple[PageSpec, ...]:
        return tuple(page for page in self.pages if page.kind == kind)

    def parts(self) -> tuple[tuple[PageSpec, ...], tuple[PageSpec, ...]]:
        """The pages with an entry before the sections, and those behind them."""
        openers = (i for i, page in enumerate(self.pages) if page.kind == "opener")
        first = next(openers, len(self.pages))
        front, back = self.pages[:first], self.pages[first:]
        return tuple(page for page in front if page.entry), tuple(page for page in back if page.entry)

    @property
    def imprint(self) -> str:
        """Series and organisation, as in the running head."""
        return "　".join(part for part in (self.report.series, self.report.organisation) if part)


def sheet(
    spec: PageSpec, book: Book, items: tuple[Item, ...], title: str, background: Colour | None = None
) -> Sheet:
    """A page of the brochure's trim and bleed."""
    return Sheet(
        name=spec.name,
        size=grid.TRIM,
        items=items,
        background=background,
        bleed=Edges.all(grid.BLEED),
        section=spec.section,
        title=title,
        folio=two_digits(book.folio(spec.name)),
    )
