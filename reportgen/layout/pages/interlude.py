"""A breathing page between sections: one phrase or number of the text, alone on a field."""

from __future__ import annotations

from reportgen.layout import grid
from reportgen.layout.book import Book, PageSpec, sheet
from reportgen.layout.components.stat import label_of
from reportgen.layout.ornaments import rings
from reportgen.layout.tagging import sect, tagged
from reportgen.model.report import Figure, Quote, Report
from reportgen.model.sheet import Item, Sheet
from reportgen.model.structure import Element
from reportgen.units import Rect, mm

WIDTH = mm(150)
SIZES = (60.0, 52.0, 44.0, 38.0, 32.0, 26.0)


def phrases(report: Report) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """What an interlude may show: each section's quotes first, then its first figure with its label."""
    found = []
    for i, section in enumerate(report.sections):
        parts = [c for sub in section.subsections for c in sub.components if isinstance(c, Quote)]
        figures = [f for f in report.figures if f.section == i and f.quantity.kind != "ratio"]
        if parts:
            found.append((i, parts[0].lines))
        elif figures:
            found.append((i, _figure_lines(figures[0])))
    return tuple(found)


def _figure_lines(figure: Figure) -> tuple[str, ...]:
    return (figure.text, label_of(figure))


def interlude_page(spec: PageSpec, book: Book) -> Sheet:
    """The phrase in Kai over rings in the section's colours."""
    ts, role = book.ts, book.theme.role(spec.section)
    lines = dict(phrases(book.report))[spec.section or 0]
    size = min(ts.fitting(line, "quote", WIDTH, SIZES) for line in lines)
    words = [ts.paragraph(line, "quote", role.on, size=size, leading=size * 1.5) for line in lines]
    body = tagged(ts.text(words, WIDTH, "quote"), Element("BlockQuote"))
    page = Rect(-grid.BLEED, -grid.BLEED, grid.TRIM[0] + 2 * grid.BLEED, grid.TRIM[1] + 2 * grid.BLEED)
    items: list[Item] = list(
        rings((mm(150), mm(220)), mm(170), 10, line=role.mid, ground=role.accent, clip=page)
    )
    items += tagged(body, sect(f"section-{spec.section or 0}"), sect(spec.name)).at(
        grid.left_margin(book.folio(spec.name)), mm(110) - body.height / 2
    )
    return sheet(spec, book, tuple(items), lines[0], role.accent)
