"""The brochure: which pages there are, in which order, and each of them drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

from msgspec.structs import replace

from reportgen.cache import Cache
from reportgen.errors import Message, Place, Problem, ReportgenError
from reportgen.fonts import Fonts
from reportgen.layout.brochure.book import Book, PageSpec
from reportgen.layout.brochure.compose import Job, compose
from reportgen.layout.brochure.grid import LIVE_HEIGHT
from reportgen.layout.brochure.material import Material, lean, sort
from reportgen.layout.brochure.page_kinds import PAGES, PageKinds
from reportgen.layout.brochure.pages.back import contact_columns, contact_fits
from reportgen.layout.brochure.pages.body import title_of
from reportgen.layout.brochure.pages.contents import contents_count
from reportgen.layout.brochure.pages.foreword import holds_asides
from reportgen.layout.brochure.pages.index import holds_notes
from reportgen.layout.brochure.pages.interlude import LONGEST
from reportgen.layout.brochure.pages.opener import opener_fits, takes_introduction
from reportgen.layout.brochure.paginate import INTRODUCTION, BodyPage, ComposedSubsection, paginate
from reportgen.layout.brochure.showcase import showcase
from reportgen.layout.brochure.spacing import well_filled
from reportgen.layout.parts.heading_place import heading_place
from reportgen.layout.parts.names import unbroken_names
from reportgen.layout.parts.structure import plan_structure
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.model.report import Figure, Report, Subsection
from reportgen.model.sheet import LANGUAGE, Bookmark, Document, TextBox
from reportgen.model.theme import Theme
from reportgen.story.interludes import phrases
from reportgen.story.lead import lead_exhibits
from reportgen.story.passages import passage

SHEET_OF_FOUR = 4  # saddle stitch: a folded leaf has four pages


def plan_brochure(report: Report, theme: Theme, fonts: Fonts, pages: PageKinds = PAGES) -> Document:
    """Every page of the brochure, padded by design to a multiple of four.

    Raises ReportgenError naming each block that fits no page.
    """
    ts = Typesetter(theme, fonts, Cache(), unbroken_names(report))
    specs = _padded(_page_list(report, ts, pages), report, ts)
    book = _bound(report, ts, specs)
    _refuse_overflow(book)
    sheets = tuple(pages.named(spec.kind).draw(spec, book) for spec in specs)
    return Document(
        title=report.title,
        sheets=sheets,
        outline=_outline(book),
        author=report.organisation,
        subject=report.series,
        date=report.date,
        structure=plan_structure(sheets, LANGUAGE),
    )


def _page_list(report: Report, ts: Typesetter, pages: PageKinds) -> list[PageSpec]:
    """Pages in order before padding; kinds without content are left out."""
    front, back = (
        [spec for kind in kinds for spec in kind.specs(report, ts)] for kinds in (pages.front, pages.back)
    )
    lead = enumerate(map(well_filled, _lead_pages(report, ts)))
    specs = [*front, *(PageSpec(f"lead-{i + 1}", "body", None, page) for i, page in lead)]
    for i in range(len(report.sections)):
        specs.append(PageSpec(f"opener-{i + 1}", "opener", i))
        body = enumerate(map(well_filled, _body_pages(report, i, ts)))
        specs += [PageSpec(f"body-{i + 1}-{k + 1}", "body", i, page) for k, page in body]
    if report.sections:
        before, behind = (sum(bool(spec.entry) for spec in part) for part in (front, back))
        count = contents_count(report, before, behind, ts)
        listing = (PageSpec(f"contents-{i + 1}", "contents", chunk=i) for i in range(count))
        specs[1:1] = pages.named("contents").listed(listing)
    return [*specs, *back]


def _body_pages(report: Report, section: int, ts: Typesetter) -> tuple[BodyPage, ...]:
    """The section's subsections, led by its introduction where the opener does not take that."""
    done = [
        _composed(
            sub, sort(report, passage(report, section, j), ts.chart_words), section, f"{section}.{j}", ts
        )
        for j, sub in enumerate(report.sections[section].subsections)
    ]
    if takes_introduction(report, section, ts):
        return paginate(section, done)
    part = report.sections[section]
    material = sort(report, replace(passage(report, section, None), honours=()), ts.chart_words)
    words = Subsection(part.title, part.title_lines, "", part.title, part.title_lines, part.intro)
    introduction = _composed(words, material, section, f"{section}", ts)
    return paginate(section, (introduction, *done), first=INTRODUCTION)


def _lead_pages(report: Report, ts: Typesetter) -> tuple[BodyPage, ...]:
    """What the lead brings beside its words: charts, tables, callouts, pictures."""
    shown = lead_exhibits(report, verdicts_shown=holds_asides(report, ts))
    if not shown.components:
        return ()
    material = replace(sort(report, shown, ts.chart_words), footnotes=())  # those stand below its words
    words = Subsection(report.title, report.title_lines, "", report.title, report.title_lines, ())
    return paginate(None, (_composed(words, material, None, "", ts),), first=INTRODUCTION)


def _composed(
    sub: Subsection, material: Material, section: int | None, block: str, ts: Typesetter
) -> ComposedSubsection:
    role = ts.theme.role(section)
    job = Job(sub, material, section, block, role, ts)
    rows, least = compose(job), lean(material)
    fewer = rows if least == material else compose(replace(job, material=least))
    return ComposedSubsection(rows, fewer, partial(showcase, job))


def _padded(specs: list[PageSpec], report: Report, ts: Typesetter) -> tuple[PageSpec, ...]:
    """Pages added until the count divides by four: interludes behind sections, then a notes page.

    Where the index has room for notes, or there is no section, the pages are of one kind.
    """
    missing = -len(specs) % SHEET_OF_FOUR
    spare = list(phrases(report, LONGEST))
    least = 0 if any(holds_notes(spec.figures, ts) for spec in specs if spec.kind == "index") else 1
    while missing > least and spare:
        section, _ = spare.pop(0)
        last = max(i for i, spec in enumerate(specs) if spec.section == section)
        specs.insert(last + 1, PageSpec(f"interlude-{section + 1}", "interlude", section))
        missing -= 1
    for i in range(missing):
        specs.insert(len(specs) - 1, PageSpec(f"notes-{i + 1}", "notes", chunk=i))
    return tuple(specs)


def _bound(report: Report, ts: Typesetter, specs: tuple[PageSpec, ...]) -> Book:
    """Page numbers and the places of subsections and figures."""
    folios = {spec.name: i + 1 for i, spec in enumerate(specs)}
    places: dict[tuple[int, int], str] = {}
    for spec in specs:
        for part in spec.body.parts if spec.body else ():
            if spec.section is not None:
                places.setdefault((spec.section, part.subsection), spec.name)
    figures = {figure.id: _figure_page(figure, specs, places) for figure in report.figures}
    return Book(
        report, ts, specs, MappingProxyType(folios), MappingProxyType(places), MappingProxyType(figures)
    )


def _figure_page(figure: Figure, specs: tuple[PageSpec, ...], places: Mapping[tuple[int, int], str]) -> str:
    """The page that prints the figure's clause in the running text."""
    if figure.section is None:
        return "foreword-1"
    place = INTRODUCTION if figure.subsection is None else figure.subsection
    first = places.get((figure.section, place), f"opener-{figure.section + 1}")
    for spec in specs:
        if spec.body and spec.section == figure.section and figure.clause in _printed(spec.body, figure):
            return spec.name
    return first


def _printed(page: BodyPage, figure: Figure) -> str:
    block = f"{figure.section}" if figure.subsection is None else f"{figure.section}.{figure.subsection}"
    items = (item for part in page.parts for row in part.rows for item in row.frame.items)
    boxes = [item for item in items if isinstance(item, TextBox) and item.block == block]
    runs = (run for box in boxes for line in box.lines for run in line.runs)
    return "".join(run.text for run in runs if not run.style.rise)


def _refuse_overflow(book: Book) -> None:
    """What fits no page would be clipped."""
    problems = [*_tall_blocks(book), *_long_titles(book)]
    if not contact_fits(contact_columns(book.report, book.ts)):
        said = Message("封底放不下这么多联系方式", "the back cover has no room for so many contact fields")
        file = Place(f"{book.report.folder}/report.md")
        problems.append(
            Problem(said, book.report.contact_place or file, Message("删去几行", "delete some of them"))
        )
    if problems:
        raise ReportgenError(*problems)


def _tall_blocks(book: Book) -> Iterator[Problem]:
    for spec in book.pages_of("body"):
        if spec.body is None or spec.body.least <= LIVE_HEIGHT + 0.5:
            continue
        title = title_of(spec.body, book.report)
        yield Problem(
            Message(
                f"“{title}”有一块内容高于一页，放不下",
                f"a block of '{title}' is taller than a page",
            ),
            heading_place(book.report, spec.body.section, title),
            Message("把表格或清单分成几个", "split its table or list into several"),
        )


def _long_titles(book: Book) -> Iterator[Problem]:
    for i, section in enumerate(book.report.sections):
        if not opener_fits(i, book):
            yield Problem(
                Message(
                    f"部分标题有 {len(section.title)} 字，篇章页放不下",
                    f"a section title of {len(section.title)} characters does not fit its opener",
                ),
                section.place or Place(f"{book.report.folder}/report.md"),
                Message("写短一些，其余的话放进引言", "shorten it; say the rest in the introduction"),
            )


def _outline(book: Book) -> tuple[Bookmark, ...]:
    """Parts and sections at the top level, subsections below their section."""
    front, back = book.parts()
    marks = [Bookmark(book.report.title, "cover"), *(Bookmark(page.entry, page.name) for page in front)]
    for i, section in enumerate(book.report.sections):
        marks.append(Bookmark(section.title, f"opener-{i + 1}"))
        marks += [
            Bookmark(sub.title, book.subsection_pages[i, j], 1) for j, sub in enumerate(section.subsections)
        ]
    return (*marks, *(Bookmark(page.entry, page.name) for page in back))
