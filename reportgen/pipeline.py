"""The only module that knows every stage: a report folder in, finished files out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from reportgen.broken_words import broken_words
from reportgen.cache import Cache
from reportgen.characters import missing_characters
from reportgen.content import check_report, load_report
from reportgen.crash_report import stage
from reportgen.errors import Message, Place, Problem, ReportgenError
from reportgen.fonts import Fonts
from reportgen.model.sheet import Document
from reportgen.pdf.chart_workshop import Workshop
from reportgen.products.job import Job, once
from reportgen.products.options import THEME
from reportgen.products.product import Product
from reportgen.store import write_atomically
from reportgen.themes import DEFAULT_THEME, load_theme

Progress = Callable[[str], object]


class BuiltFile(Struct, frozen=True):
    """A finished file, the name of its output, and what is to be said of it; none of that kept it from being written.

    ``findings``: of the output and the finished file (pictures too coarse, preflight, words cut for want of room),
    of the theme it is set in, and whether ``check`` warns of something in the text.
    """

    path: Path
    product: str
    findings: tuple[Problem, ...] = ()


def load(
    folder: Path, fonts: Fonts, options: Mapping[str, Any] | None = None, charts: Workshop | None = None
) -> Job:
    """Reads and validates the report and its theme; raises ReportgenError with every problem of both."""
    options = options or {}
    report = load_report(folder)
    if missing := missing_characters(report, fonts):
        raise ReportgenError(*missing)
    theme = THEME.of(options)
    place = None if theme else report.theme_place
    return Job(
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
                job = load(folder, fonts, options, charts)
            made += [_made(product, job, out, progress, preflight=preflight) for product in products]
        except ReportgenError as fault:
            problems += fault.problems
    if problems:
        raise ReportgenError(*problems)
    for file, data in made:
        write_atomically(file.path, data)
    return tuple(file for file, _ in made)


def _made(
    product: Product[Any], job: Job, out: Path, progress: Progress, *, preflight: bool
) -> tuple[BuiltFile, bytes]:
    """The finished file with its findings, not yet on the disk."""
    name = product.file_name(job.report.name)
    progress(name)
    path = out / name
    with stage(f"plan {product.name}"):
        planned = product.plan(job)
    with stage(f"write {product.name}"):
        data = product.write(job, planned)
    with stage(f"judge {product.name}"):
        own = (*product.findings(job), *product.remarks(job))
        judged = _preflighted(data, str(path)) if preflight and product.judged else ()
        cut = broken_words((planned,), job.report) if isinstance(planned, Document) else ()
        findings = (*own, *judged, *cut, *job.theme.warnings, *_unseen_warnings(job))
    return BuiltFile(path, product.name, findings), data


def _preflighted(data: bytes, name: str) -> Iterable[Problem]:
    from reportgen.preflight import preflight, problems_of  # only where files are checked

    return problems_of(preflight(data, None, name), name)


@once
def _unseen_warnings(job: Job) -> tuple[Problem, ...]:
    """One line for what ``check`` warns of in the text, which the outputs do not show."""
    report = job.report
    found = (*report.warnings, *check_report(report))
    count = sum(1 for problem in found if problem.severity == "warning")
    if not count:
        return ()
    said = Message(f"文稿有 {count} 条提醒", f"the text has {count} warnings")
    hint = Message(f"用 check {report.name} 逐条查看", f"run check {report.name} to see each of them")
    file = Place((Path(report.folder) / "report.md").as_posix())
    return (Problem(said, file, hint, "warning"),)
