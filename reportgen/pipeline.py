"""The only module that knows every stage: a report folder in, finished files out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from reportgen.broken_words import broken_words
from reportgen.characters import missing_characters
from reportgen.content import check_report, load_report
from reportgen.errors import Message, Place, Problem, ReportgenError
from reportgen.fonts import Fonts
from reportgen.model.press import DEFAULT_PRINTER, PrinterProfile
from reportgen.model.report import Report
from reportgen.model.sheet import Document
from reportgen.model.slide import ChartForm, Deck, FontSupply
from reportgen.model.template import Template
from reportgen.model.theme import Theme
from reportgen.pdf.chart_workshop import Workshop
from reportgen.store import write_atomically
from reportgen.themes import DEFAULT_THEME, load_theme

Progress = Callable[[str], None]
Planned = TypeVar("Planned", bound=Document)


class Options(Struct, frozen=True):
    """What the command line decides; everything else is in the report."""

    out: Path
    theme: str = ""  # empty: the report's own, else the default
    marks: bool = True  # around the pages of press files
    fonts: FontSupply = "embed"  # what the deck carries of its faces
    charts: ChartForm = "native"  # how the deck holds its charts
    profile: Path | None = None  # the printing template's; None: the report's own, else the default
    preflight: bool = False  # finished PDF files are checked before they are written


class Loaded(Struct, frozen=True, eq=False, dict=True):
    """A report with the theme it is set in and the fonts; each output is planned and drawn once."""

    report: Report
    theme: Theme
    fonts: Fonts
    options: Options
    _drawn: dict[str, bytes] = field(default_factory=dict)
    _planned: list[Document] = field(default_factory=list)

    def once(self, name: str, draw: Callable[[], bytes]) -> bytes:
        """The file of that name, drawn when it is first wanted; several products start from it."""
        if name not in self._drawn:
            self._drawn[name] = draw()
        return self._drawn[name]

    @cached_property
    def brochure(self) -> Document:
        """The brochure's pages, from which press and screen files are drawn."""
        from reportgen.layout.brochure.plan import plan_brochure  # each output loads only its own back end

        return self._kept(plan_brochure(self.report, self.theme, self.fonts))

    @cached_property
    def slides(self) -> Deck:
        """Our own deck, written as PPTX and shown in the notes handout (there also beside a deck on a template)."""
        from reportgen.layout.slides.plan import plan_deck

        return self._kept(plan_deck(self.report, self.theme, self.fonts))

    @cached_property
    def template(self) -> Template | None:
        """The office's own template with every kind of slide on a layout of it; None where the report names none."""
        if not self.report.template:
            return None
        from reportgen.template import load_template  # only decks on a template open one

        return load_template(self.report)

    def deck(self, *, internal: bool = False) -> tuple[Deck, Theme]:
        """The deck as it is written, on the template where there is one, and the theme it is written in."""
        if self.template is None:
            from reportgen.layout.slides.plan import plan_deck

            if not internal:
                return self.slides, self.theme
            return plan_deck(self.report, self.theme, self.fonts, internal=True), self.theme
        from reportgen.layout.template.deck import plan_template_deck
        from reportgen.template import template_theme

        theme = template_theme(self.template, self.theme)
        planned = plan_template_deck(
            self.report, self.template, theme, self.fonts, internal=internal, charts=self.options.charts
        )
        return self._kept(planned), theme

    @cached_property
    def notes(self) -> Document:
        """The slides with the speaker's words beside them."""
        from reportgen.layout.handouts.notes import plan_notes

        return self._kept(plan_notes(self.report, self.slides, self.theme, self.fonts))

    @cached_property
    def facts(self) -> Document:
        """The report on one page."""
        from reportgen.layout.handouts.fact_sheet import plan_fact_sheet

        return self._kept(plan_fact_sheet(self.report, self.theme, self.fonts))

    def _kept(self, document: Planned) -> Planned:
        self._planned.append(document)
        return document

    @cached_property
    def printer(self) -> PrinterProfile:
        """What the printing house asks for, checked against the theme's inks."""
        from reportgen.printers import ink_problems, load_printer, printer_file  # only press files ask

        path = self.options.profile or printer_file(self.report)
        printer = load_printer(path) if path else DEFAULT_PRINTER
        if problems := ink_problems(self.theme, printer):
            raise ReportgenError(*problems)
        return printer

    @cached_property
    def press_pages(self) -> Document:
        """The brochure's pages at the printing house's trim and bleed."""
        from reportgen.layout.brochure.trim import trimmed

        return trimmed(self.brochure, self.printer.trim, self.printer.bleed)

    def press_findings(self) -> tuple[Problem, ...]:
        """Pictures too coarse for their printed size; pages are planned only where there is a picture."""
        from reportgen.layout.brochure.resolution import has_pictures, resolution_findings

        return resolution_findings(self.press_pages, self.report) if has_pictures(self.report) else ()

    def unseen_warnings(self) -> tuple[Problem, ...]:
        """One line for what ``check`` warns of in the text, which the outputs do not show."""
        found = (*self.report.warnings, *check_report(self.report))
        count = sum(1 for problem in found if problem.severity == "warning")
        if not count:
            return ()
        said = Message(f"文稿有 {count} 条提醒", f"the text has {count} warnings")
        hint = Message(
            f"用 check {self.report.name} 逐条查看", f"run check {self.report.name} to see each of them"
        )
        return (Problem(said, self._report_file, hint, "warning"),)

    def handout_findings(self) -> tuple[Problem, ...]:
        """That the notes handout shows other slides than a deck on a template has."""
        report = self.report
        if not report.template:
            return ()
        said = Message(
            "会场材料画的是本程序自己的版式，张数和编号与模板上的演示文稿不同",
            "the notes handout shows slides of our own design: their number differs from the deck on the template",
        )
        hint = Message(
            "要与演示文稿一致，在 PowerPoint 里打印备注页",
            "to match the deck, print its notes pages in PowerPoint",
        )
        return (Problem(said, report.template_place, hint, "warning"),)

    @property
    def _report_file(self) -> Place:
        return Place((Path(self.report.folder) / "report.md").as_posix())

    def broken_words(self) -> tuple[Problem, ...]:
        """Words cut in what was planned so far, because they are wider than their column."""
        return broken_words(self._planned, self.report)

    def stitching_findings(self, booklets: Iterable[str]) -> tuple[Problem, ...]:
        """Whether staples hold the booklets wanted, on the heaviest of their papers."""
        from reportgen.imposition import office, padded_pages, press, stitching_findings

        paper = self.printer.paper_gsm or press.PAPER_GSM
        weights = (office.PAPER_GSM if name in office.PAPERS else paper for name in booklets)
        pages = len(padded_pages(len(self.brochure.sheets)))
        return stitching_findings(pages, max(weights), self._report_file)


def load(folder: Path, options: Options, fonts: Fonts) -> Loaded:
    """Reads and validates the report and its theme; raises ReportgenError with every problem of both."""
    report = load_report(folder)
    if missing := missing_characters(report, fonts):
        raise ReportgenError(*missing)
    place = None if options.theme else report.theme_place
    theme = load_theme(options.theme or report.theme or DEFAULT_THEME, folder, place)
    return Loaded(report, theme, fonts, options)


def screen_brochure(loaded: Loaded, charts: Workshop | None) -> bytes:
    """The brochure for the screen: sRGB, links, no bleed."""
    from reportgen.pdf.write import SCREEN, write_pdf

    return loaded.once(
        "screen", lambda: write_pdf(loaded.brochure, loaded.theme, loaded.fonts, SCREEN, charts)
    )


def press_brochure(loaded: Loaded, charts: Workshop | None) -> bytes:
    """The brochure for the printing house: CMYK, its trim and bleed, marks, output intent."""
    from reportgen.pdf.write import PRESS, write_pdf

    options = replace(PRESS, marks=loaded.options.marks, printer=loaded.printer)
    return loaded.once(
        "press", lambda: write_pdf(loaded.press_pages, loaded.theme, loaded.fonts, options, charts)
    )


def office_brochure(loaded: Loaded, charts: Workshop | None) -> bytes:
    """The brochure for the office's own printer: A4, page by page, no links."""
    from reportgen.imposition import office_pages

    return office_pages(screen_brochure(loaded, charts))


def press_booklet(loaded: Loaded, charts: Workshop | None, *, spreads: bool) -> bytes:
    """The press file's pages on the printing house's sheets."""
    from reportgen.imposition import PressJob, impose_press

    printer = loaded.printer
    job = PressJob(
        loaded.brochure.title,
        spreads=spreads,
        marks=loaded.options.marks and printer.marks is not None,
        spot=printer.spot,
    )
    if printer.paper_gsm:
        job = replace(job, paper_gsm=printer.paper_gsm)
    return impose_press(press_brochure(loaded, charts), job, loaded.theme, loaded.fonts)


def office_booklet(loaded: Loaded, charts: Workshop | None, *, paper: str) -> bytes:
    """The screen file's pages as a duplex booklet for the office printer."""
    from reportgen.imposition import PAPERS, impose_office

    return impose_office(screen_brochure(loaded, charts), PAPERS[paper])


def deck(loaded: Loaded, _: Workshop | None) -> bytes:
    """The deck as PPTX bytes."""
    return _written_deck(loaded, internal=False)


def speaker_deck(loaded: Loaded, _: Workshop | None) -> bytes:
    """The deck for the speaker alone: its notes hold the internal blocks."""
    return _written_deck(loaded, internal=True)


def _written_deck(loaded: Loaded, *, internal: bool) -> bytes:
    from reportgen.pptx import write_deck

    options = loaded.options
    planned, theme = loaded.deck(internal=internal)
    return write_deck(planned, theme, loaded.fonts, supply=options.fonts, charts=options.charts)


def notes_handout(loaded: Loaded, charts: Workshop | None) -> bytes:
    """The slides with the speaker's words beside them, for office paper."""
    from reportgen.pdf.write import PAPER, write_pdf

    return write_pdf(loaded.notes, loaded.theme, loaded.fonts, PAPER, charts)


def fact_sheet(loaded: Loaded, charts: Workshop | None) -> bytes:
    """The report on one page, for office paper."""
    from reportgen.pdf.write import PAPER, write_pdf

    return write_pdf(loaded.facts, loaded.theme, loaded.fonts, PAPER, charts)


class Product(Struct, frozen=True):
    """One kind of output: its command and purpose, the end of its file name, how it is made."""

    command: str
    purpose: str
    suffix: str
    make: Callable[[Loaded, Workshop | None], bytes]


PRODUCTS = (
    Product("pdf", "screen", "-brochure.pdf", screen_brochure),
    Product("pdf", "press", "-brochure-print.pdf", press_brochure),
    Product("pdf", "office", "-brochure-office.pdf", office_brochure),
    Product("pptx", "", "-deck.pptx", deck),
    Product("handout", "", "-handout-notes.pdf", notes_handout),
    Product("handout", "", "-handout-factsheet.pdf", fact_sheet),
)

# Made only when asked for: which sheets are wanted depends on where the brochure is printed.
BOOKLETS = (
    Product("pdf", "press", "-brochure-booklet-press.pdf", partial(press_booklet, spreads=False)),
    Product("pdf", "spreads", "-brochure-booklet-spreads.pdf", partial(press_booklet, spreads=True)),
    Product("pdf", "a3", "-brochure-booklet-a3.pdf", partial(office_booklet, paper="a3")),
    Product("pdf", "a4", "-brochure-booklet-a4.pdf", partial(office_booklet, paper="a4")),
)

SPEAKER_DECK = Product("pptx", "speaker", "-deck-speaker.pptx", speaker_deck)  # only when asked for by name


def chosen(command: str, purposes: Sequence[str], booklets: Sequence[str] = ()) -> tuple[Product, ...]:
    """The products of a command; ``purposes`` (screen, press, office) and ``booklets`` matter to PDF only."""
    if command == "build":
        return PRODUCTS
    mine = tuple(product for product in PRODUCTS if product.command == command)
    wanted = tuple(product for product in mine if product.purpose in ("", *purposes))
    return (*wanted, *(product for product in BOOKLETS if product.purpose in booklets))


def build(
    folders: tuple[Path, ...],
    products: tuple[Product, ...],
    options: Options,
    progress: Progress,
    charts: Workshop | None = None,
    tell: Callable[[Iterable[Problem]], object] = tuple,
) -> tuple[Path, ...]:
    """Makes every product of every report, then writes them; nothing is written if anything fails.

    ``tell`` gets what no output shows: that ``check`` warns of something, the theme's warnings, words cut for
    want of room, that a handout is not of the template, findings of press files and booklets, and of the preflight where it is wanted; none of them
    keeps a file from being written.
    Raises ReportgenError with the problems of all reports.
    """
    fonts = Fonts.load()
    made: list[tuple[Path, bytes]] = []
    problems: list[Problem] = []
    for folder in folders:
        try:
            loaded = load(folder, options, fonts)
            for product in products:
                name = f"{loaded.report.name}{product.suffix}"
                progress(name)
                data = product.make(loaded, charts)
                made.append((options.out / name, data))
                if product.make is press_brochure:
                    tell(loaded.press_findings())
                if product.make is notes_handout:
                    tell(loaded.handout_findings())
                if options.preflight and name.endswith(".pdf"):
                    tell(_preflighted(data, str(options.out / name)))
            tell(loaded.broken_words())
            tell(loaded.theme.warnings)
            tell(loaded.unseen_warnings())
            if booklets := [product.purpose for product in products if product in BOOKLETS]:
                tell(loaded.stitching_findings(booklets))
        except ReportgenError as fault:
            problems += fault.problems
    if problems:
        raise ReportgenError(*problems)
    return tuple(write_atomically(path, data) for path, data in made)


def _preflighted(data: bytes, name: str) -> tuple[Problem, ...]:
    from reportgen.preflight import preflight, problems_of  # only where files are checked

    return problems_of(preflight(data, None, name), name)
