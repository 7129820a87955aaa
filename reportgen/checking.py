"""``check``: what the content says about itself, the table of every figure, and finished PDF files."""

from __future__ import annotations

import json
from pathlib import Path

from reportgen.broken_words import broken_words
from reportgen.characters import fallback_characters
from reportgen.content import check_report, figures_table, fix_punctuation
from reportgen.errors import Message, error
from reportgen.fonts import Fonts
from reportgen.pipeline import Options, load
from reportgen.preflight import Purpose, preflight
from reportgen.preflight.inspection_report import data, lines
from reportgen.progress import Reporter
from reportgen.store import write_atomically


def check_folder(folder: Path, reporter: Reporter, *, as_json: bool = False) -> int:
    """Prints findings and the figures table; returns the number of warnings.

    Raises ReportgenError where the report, its theme, template or printer profile cannot be loaded.
    """
    loaded = load(folder, Options(Path()), Fonts.load())
    if loaded.template is not None:
        served = "；".join(f"{role} = {use.layout.name}" for role, use in loaded.template.uses.items())
        name = loaded.template.file.name
        reporter.say(Message(f"模板“{name}”的版式：{served}", f"layouts of template '{name}': {served}"))
    report = loaded.report
    findings = (
        *report.warnings,
        *check_report(report),
        *fallback_characters(report, loaded.fonts),
        *loaded.theme.warnings,
        *loaded.press_findings(),
        *broken_words((loaded.brochure, loaded.deck()[0], loaded.notes, loaded.facts), report),
    )
    reporter.problems(findings)
    rows = figures_table(report)
    if as_json:
        reporter.result(
            json.dumps([dict(zip(HEAD, row, strict=True)) for row in rows], ensure_ascii=False, indent=1)
        )
    else:
        for row in (HEAD, *rows):
            reporter.result("\t".join(row))
    return sum(1 for finding in findings if finding.severity != "note")


HEAD = ("id", "value", "unit", "label", "sentence", "used")


def fix_folder(folder: Path, reporter: Reporter) -> None:
    """Replaces half-width punctuation between Chinese characters in the report's file."""
    path = folder / "report.md"
    source = path.read_text(encoding="utf-8")
    mended = fix_punctuation(source)
    if mended == source:
        reporter.say(Message(f"{path}：没有要改的标点", f"{path}: no punctuation to mend"))
        return
    write_atomically(path, mended.encode("utf-8"))
    changed = sum(a != b for a, b in zip(source, mended, strict=False))
    reporter.say(Message(f"{path}：改正标点 {changed} 处", f"{path}: {changed} marks mended"))


def check_pdf(path: Path, purpose: Purpose | None, reporter: Reporter, *, as_json: bool = False) -> int:
    """Prints the preflight of a finished file; returns the number of errors.

    Raises ReportgenError for a file that is not there or cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise error(
            f"{path}：打不开（{fault.strerror}）", f"{path}: cannot be opened ({fault.strerror})"
        ) from fault
    inspection = preflight(content, purpose, str(path))
    if as_json:
        reporter.result(json.dumps(data(str(path), inspection), ensure_ascii=False, indent=1))
    else:
        for line in lines(str(path), inspection, reporter.language):
            reporter.result(line)
    return len(inspection.errors)
