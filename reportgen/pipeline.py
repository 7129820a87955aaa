"""The only module that knows every stage: a report folder in, finished files out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from reportgen.broken_words import broken_words
from reportgen.cache import Cache
from reportgen.characters import missing_characters
from reportgen.content import check_report, load_report
from reportgen.crash_report import stage
from reportgen.errors import Message, Place, Problem, ReportgenError
from reportgen.fonts import Fonts
from reportgen.model.report import Picture
from reportgen.model.sheet import Document
from reportgen.omissions import omissions
from reportgen.pdf.chart_workshop import Workshop
from reportgen.products.edition import Edition, once
from reportgen.products.options import THEME
from reportgen.products.product import Product
from reportgen.store import write_atomically
from reportgen.themes import DEFAULT_THEME, load_theme

Progress = Callable[[str], object]


class BuiltFile(Struct, frozen=True):
    """A finished file, the name of its output, and its findings, none of which kept it from being written.

    ``findings``: of the output and the finished file (pictures too coarse, words cut for want of room, preflight, what read back
    differs from the text),
    of the theme it is set in, what of pictures cannot be used, and whether ``check`` warns of something in the text.
    """

    path: Path
    product: str
    findings: tuple[Problem, ...] = ()


def load(
    folder: Path, fonts: Fonts, options: Mapping[str, Any] | None = None, charts: Workshop | None = None
) -> Edition:
    """Reads and validates the report and its theme; raises ReportgenError with every problem of both."""
    options = options or {}
    report = load_report(folder)
    if missing := missing_characters(report, fonts):
        raise ReportgenError(*missing)
    theme = THEME.of(options)
    place = None if theme else report.theme_place
    return Edition(
        report,
        load_theme(theme or report.theme or DEFAULT_THEME, folder, place),
        fonts,
        Cache(),
        options,
        charts,
    )


def build(
    folders: Sequence[Path],
    products: Sequence[Product[Any]],
    options: Mapping[str, Any],
    out: Path,
    progress: Progress,
    charts: Workshop | None = None,
    *,
    preflight: bool = True,
    verify: bool = True,
) -> tuple[BuiltFile, ...]:
    """Makes every output of every report, then writes them; nothing is written if anything fails.

    Raises ReportgenError with the problems of all reports.
    """
    fonts = Fonts.load()
    made: list[tuple[BuiltFile, bytes]] = []
    problems: list[Problem] = []
    for folder in folders:
        try:
            with stage("load"):
                edition = load(folder, fonts, options, charts)
            made += _finished(edition, products, out, progress, preflight=preflight, verify=verify)
        except ReportgenError as fault:
            problems += fault.problems
    if problems:
        raise ReportgenError(*problems)
    for file, data in made:
        write_atomically(file.path, data)
    return tuple(file for file, _ in made)


def _finished(
    edition: Edition,
    products: Sequence[Product[Any]],
    out: Path,
    progress: Progress,
    *,
    preflight: bool,
    verify: bool,
) -> list[tuple[BuiltFile, bytes]]:
    """The report's files, each opened again where it is to be judged: preflighted, its figures found in it."""
    made = [_made(product, edition, out, progress) for product in products]
    if not verify and not (preflight and any(product.judged for product in products)):
        return made
    from reportgen.finished import FinishedFiles  # only where files are judged

    finished = FinishedFiles(edition.report, preflight=preflight, verify=verify)
    for product, (file, data) in zip(products, made, strict=True):
        with stage(f"judge {product.name}"):
            finished.judge(product, file.path, data)
    found = finished.findings(out)
    return [(replace(file, findings=(*file.findings, *found[file.path.name])), data) for file, data in made]


def _made(product: Product[Any], edition: Edition, out: Path, progress: Progress) -> tuple[BuiltFile, bytes]:
    """The finished file with what is known of it without opening it, not yet on the disk."""
    name = product.file_name(edition.report.name)
    progress(name)
    with stage(f"plan {product.name}"):
        planned = plan_whole(product, edition)
    with stage(f"write {product.name}"):
        data = product.write(edition, planned)
    with stage(f"judge {product.name}"):
        own = (*product.findings(edition), *product.remarks(edition))
        cut = broken_words((planned,), edition.report) if isinstance(planned, Document) else ()
        shown = (*_picture_warnings(edition), *_unseen_warnings(edition))
    return BuiltFile(out / name, product.name, (*own, *cut, *edition.theme.warnings, *shown)), data


def plan_whole(product: Product[Any], edition: Edition) -> Any:
    """What the output is written from; raises ReportgenError for what the text declares and it does not show."""
    planned = product.plan(edition)
    if isinstance(planned, Document) and not product.selects:
        key = (omissions, id(planned))  # the pages of the brochure are those of several files
        if missing := edition.cache.once(key, lambda: omissions(planned, edition.report, product.name)):
            raise ReportgenError(*missing)
    return planned


@once
def _picture_warnings(edition: Edition) -> tuple[Problem, ...]:
    """What of the pictures cannot be used, each at its line."""
    places = {part.place for part in edition.report.components() if isinstance(part, Picture)}
    return tuple(problem for problem in edition.report.warnings if problem.place in places)


@once
def _unseen_warnings(edition: Edition) -> tuple[Problem, ...]:
    """One line for the warnings of ``check``, which the outputs do not show."""
    report = edition.report
    found = (*report.warnings, *check_report(report))
    shown = _picture_warnings(edition)
    count = sum(1 for problem in found if problem.severity == "warning" and problem not in shown)
    if not count:
        return ()
    message = Message(f"文稿有 {count} 条提醒", f"the text has {count} warnings")
    hint = Message(f"用 check {report.name} 逐条查看", f"run check {report.name} to see each of them")
    file = Place((Path(report.folder) / "report.md").as_posix())
    return (Problem(message, file, hint, "warning"),)
