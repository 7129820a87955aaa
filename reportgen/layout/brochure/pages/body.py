"""Body pages: the parts of one to three subsections, space and ornament shared out between them."""

from __future__ import annotations

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.book import Book, PageSpec, sheet
from reportgen.layout.brochure.furniture import furniture, wordings
from reportgen.layout.brochure.pages.opener import centre_strip, opens_centre
from reportgen.layout.brochure.paginate import INTRODUCTION, PART_GAP, BodyPage
from reportgen.layout.brochure.spacing import BAND_MARGIN, Spacing, spacing
from reportgen.layout.parts import labels
from reportgen.layout.parts.drawing import SECTION_RULE, rule
from reportgen.layout.parts.folio import two_digits
from reportgen.layout.parts.ornaments import plots
from reportgen.layout.parts.tagging import sect, tagged
from reportgen.lengths import Rect, mm
from reportgen.model.report import Report
from reportgen.model.sheet import Item, Sheet
from reportgen.model.structure import Element

UNDER_RULE = mm(4)  # between the rule and the subsection below it
SEED = 19  # of the first section's pattern


def body_page(spec: PageSpec, book: Book) -> Sheet:
    """The parts from the top, the running head of their section."""
    if spec.body is None:
        raise ValueError("a body page needs its parts")
    plan = spacing(spec.body)
    items: list[Item] = list(furniture(book, spec.name, _running_heads(spec, book), rule=not plan.strip))
    if plan.strip:
        items += _strip(plan.strip, spec, book)
    items += _parts(spec.body, plan, spec, book)
    return sheet(spec, book, tuple(items), title_of(spec.body, book.report))


def _strip(height: float, spec: PageSpec, book: Book) -> tuple[Item, ...]:
    """A strip of pattern; on the centre spread the opener's own plan, run on across the fold."""
    section, strip = spec.section, _across(-grid.BLEED, height + grid.BLEED)
    if (
        section is not None
        and opens_centre(book, section)
        and book.folio(spec.name) * 2 == len(book.pages) + 2
    ):
        return centre_strip(section, strip, book)
    return _ornament(strip, spec, book, on_field=True)


def _running_heads(spec: PageSpec, book: Book) -> tuple[str, ...]:
    """The section's number and title, or the title's beginning up to the end of a phrase; at least the number."""
    if spec.section is None:
        return (labels.FOREWORD,)
    section = book.report.sections[spec.section]
    number = two_digits(section.number)
    return (*(f"{number}　{words}" for words in wordings(section.title, section.title_lines)), number)


def title_of(page: BodyPage, report: Report) -> str:
    """The title of what the page begins with."""
    if page.section is None:
        return report.title
    first = page.parts[0].subsection
    section = report.sections[page.section]
    return section.title if first == INTRODUCTION else section.subsections[first].title


def _parts(page: BodyPage, plan: Spacing, spec: PageSpec, book: Book) -> tuple[Item, ...]:
    x = grid.left_margin(book.folio(spec.name))
    items: list[Item] = []
    y = plan.top
    for number, held in enumerate(page.parts):
        place = place_of(page.section, held.subsection)
        if number:
            y = _joint(items, x, y, number, plan, spec, book)
        for i, row in enumerate(held.rows):
            y += row.gap + plan.row_extra if i else 0.0
            items += tagged(row.frame, *place).at(x, y)
            y += row.height
    return tuple(items)


def place_of(section: int | None, subsection: int) -> tuple[Element, Element]:
    """Where a subsection, or what is before the first one, belongs in the structure."""
    name = "introduction" if subsection == INTRODUCTION else f"{subsection}"
    return sect("foreword" if section is None else f"section-{section}"), sect(name)


def _joint(
    items: list[Item], x: float, y: float, number: int, plan: Spacing, spec: PageSpec, book: Book
) -> float:
    """Band, or space, rule and space, between two subsections; returns where the next begins."""
    if plan.band and number == 1:
        y += BAND_MARGIN
        items += _ornament(_across(y, plan.band), spec, book, on_field=False)
        return y + plan.band + BAND_MARGIN
    y += PART_GAP - UNDER_RULE + plan.part_extra
    items.append(rule(x, y, grid.TYPE_AREA, book.theme.colour("ink-text"), SECTION_RULE))
    return y + UNDER_RULE


def _across(y: float, height: float) -> Rect:
    """From bleed to bleed."""
    return Rect(-grid.BLEED, y, grid.TRIM[0] + 2 * grid.BLEED, height)


def _ornament(rect: Rect, spec: PageSpec, book: Book, *, on_field: bool) -> tuple[Item, ...]:
    """Plots without lit units: a pattern, not a statement of any number."""
    role = book.theme.role(spec.section)
    ground, line = (role.accent, role.soft) if on_field else (role.wash, role.mid)
    seed = SEED + 2 * (spec.section or 0)
    return plots(rect, 0, stroke=line, lit_fill=role.mid, ground=ground, seed=seed)
