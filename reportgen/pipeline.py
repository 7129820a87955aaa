"""The only module that knows every stage: a report folder in, finished files out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from reportgen.characters import missing_characters
from reportgen.content import load_report
from reportgen.errors import Problem, ReportgenError
from reportgen.fonts import Fonts
from reportgen.model.report import Report
from reportgen.model.theme import Theme
from reportgen.pdf.chart_workshop import Workshop
from reportgen.store import write_atomically
from reportgen.themes import DEFAULT_THEME, load_theme

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line decides; everything else is in the report."""

    out: Path
    theme: str = ""  # empty: the report's own, else the default


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report with the theme it is set in and the fonts."""

    report: Report
    theme: Theme
    fonts: Fonts


def load(folder: Path, options: Options, fonts: Fonts) -> Loaded:
    """Reads and validates the report and its theme; raises ReportgenError with every problem of both."""
    report = load_report(folder)
    if missing := missing_characters(report, fonts):
        raise ReportgenError(*missing)
    theme = load_theme(options.theme or report.theme or DEFAULT_THEME, folder)
    return Loaded(report, theme, fonts)


def brochure(loaded: Loaded, charts: Workshop | None) -> bytes:
    """The brochure as PDF bytes."""
    from reportgen.layout.brochure import plan_brochure  # each output loads only its own back end
    from reportgen.pdf.write import write_pdf

    document = plan_brochure(loaded.report, loaded.theme, loaded.fonts)
    return write_pdf(document, loaded.theme, loaded.fonts, charts=charts)


def deck(loaded: Loaded, _: Workshop | None) -> bytes:
    """The deck as PPTX bytes."""
    from reportgen.layout.deck import plan_deck
    from reportgen.pptx import write_deck

    document = plan_deck(loaded.report, loaded.theme, loaded.fonts)
    return write_deck(document, loaded.theme, loaded.fonts)


@dataclass(frozen=True, slots=True)
class Product:
    """One kind of output: its command, the end of its file name, how it is made."""

    command: str
    suffix: str
    make: Callable[[Loaded, Workshop | None], bytes]


PRODUCTS: Mapping[str, Product] = MappingProxyType(
    {
        "pdf": Product("pdf", "-brochure.pdf", brochure),
        "pptx": Product("pptx", "-deck.pptx", deck),
    }
)


def build(
    folders: tuple[Path, ...],
    products: tuple[Product, ...],
    options: Options,
    progress: Progress,
    charts: Workshop | None = None,
) -> tuple[Path, ...]:
    """Makes every product of every report, then writes them; nothing is written if anything fails.

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
                made.append((options.out / name, product.make(loaded, charts)))
        except ReportgenError as fault:
            problems += fault.problems
    if problems:
        raise ReportgenError(*problems)
    return tuple(write_atomically(path, data) for path, data in made)
