"""One file through every rule that binds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from msgspec.structs import replace

from reportgen.errors import Message, Place, Problem
from reportgen.preflight import (
    access,
    archival,
    bleed,
    colours,
    document,
    font_rules,
    images,
    ink,
    intents,
    metadata,
    page_boxes,
    semantics,
    tags,
    text_rules,
)
from reportgen.preflight.finding import STRENGTH, Checked, Finding, Inspection, Rule, RuleScope
from reportgen.preflight.limits import unchecked
from reportgen.preflight.reading import Reading, read_file

Purpose = Literal["press", "screen"]


class Subject(NamedTuple):
    """The rules of one module and what applies them."""

    rules: tuple[Rule, ...]
    check: Callable[[Reading], Iterator[Finding]]


MODULES = (
    document, metadata, page_boxes, intents, colours, text_rules, images, font_rules, ink, bleed,
    tags, semantics, access, archival,
)  # fmt: skip
SUBJECTS = tuple(Subject(module.RULES, module.check) for module in MODULES)


def preflight(data: bytes, purpose: Purpose | None = None, name: str = "PDF") -> Inspection:
    """Checks a finished PDF against what it claims, or against what ``purpose`` asks for.

    Raises ReportgenError for a file that cannot be read at all.
    """
    return inspected(read_file(data, name), purpose)


def inspected(reading: Reading, purpose: Purpose | None = None) -> Inspection:
    """The same for a file that has been read: others may read on in it."""
    claimed = metadata.claims(reading)
    scopes = scopes_of(claimed, purpose)
    findings = [finding for subject in _bound(scopes) for finding in _found(subject, reading)]
    bound = [each for subject in SUBJECTS for each in subject.rules if each.severity(scopes)]
    return Inspection(
        claims=claimed,
        scopes=tuple(sorted(scopes)),
        pages=len(reading.pages),
        findings=_gathered(_judged(findings, scopes)),
        plates=ink.plates(reading) if "press" in scopes else (),
        checked=Checked(len(bound), _objects(reading)),
        unchecked=tuple(unchecked(claimed, scopes)),
    )


def scopes_of(claimed: Iterable[str], purpose: Purpose | None) -> frozenset[RuleScope]:
    """Whose rules bind a file with these claims."""
    scopes: set[RuleScope] = {"any"}
    for claim in claimed:
        if claim.startswith("PDF/X"):
            scopes.add("press")
        if claim.startswith("PDF/X-4"):
            scopes.add("x4")
        if claim.startswith("PDF/UA-1"):
            scopes.add("ua")
        if claim.startswith(("PDF/A-2", "PDF/A-3")):
            scopes.add("a2")
        if claim in ("PDF/A-2a", "PDF/A-3a"):
            scopes.add("a2a")
    if purpose == "press":
        scopes |= {"press", "x4"}
    if purpose == "screen":
        scopes |= {"ua", "a2", "a2a"}
    return frozenset(scopes)


def _bound(scopes: frozenset[RuleScope]) -> Iterator[Subject]:
    for subject in SUBJECTS:
        if any(each.severity(scopes) for each in subject.rules):
            yield subject


def _found(subject: Subject, reading: Reading) -> Iterator[Finding]:
    """What the subject's rules find, and where an object they look at cannot be read, that."""
    try:
        yield from subject.check(reading)
    except Exception as fault:  # damage makes pikepdf, codecs and unpacking fail each in its own way
        yield Finding(document.UNREADABLE, value=str(fault)[:80])


def _judged(findings: Iterable[Finding], scopes: frozenset[RuleScope]) -> Iterator[Finding]:
    for finding in findings:
        if severity := finding.rule.severity(scopes):
            yield replace(finding, severity=severity)


def _gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Like findings of a page as one with its count, errors first, then by page and rule."""
    groups: dict[tuple[str, int, str, str], Finding] = {}
    for finding in findings:
        kind = finding.object.en.partition(" ")[0]
        key = (finding.rule.id, finding.page, finding.value, kind)
        known = groups.get(key)
        groups[key] = finding if known is None else replace(known, count=known.count + finding.count)
    ordered = sorted(groups.values(), key=lambda f: (-STRENGTH[f.severity], f.page, f.rule.id, f.value))
    return tuple(ordered)


def _objects(reading: Reading) -> dict[str, int]:
    painted = Counter(paint.kind for _, paint in reading.paints())
    return {
        "pages": len(reading.pages),
        **dict(sorted(painted.items())),
        "fonts": len(reading.fonts),
        "annotations": sum(1 for _ in reading.annotations()),
        "elements": len(reading.structure.elements) if reading.structure else 0,
    }


def problems_of(inspection: Inspection, name: str) -> tuple[Problem, ...]:
    """The findings as the program's problems, each at its page."""
    return tuple(_problem(finding, name) for finding in inspection.findings)


def _problem(finding: Finding, name: str) -> Problem:
    page_zh, page_en = (f"第 {finding.page} 页 ", f"page {finding.page} ") if finding.page else ("", "")
    message, thing = finding.message, finding.object
    message = Message(
        f"[{finding.rule.id}] {page_zh}{thing.zh}：{message.zh}",
        f"[{finding.rule.id}] {page_en}{thing.en}: {message.en}",
    )
    return Problem(message, Place(name), finding.rule.hint, finding.severity)
