"""Rules as data, and their results: findings, plates, and what was claimed, checked and not checked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from reportgen.errors import Message, Severity

RuleScope = Literal["any", "press", "x4", "ua", "a2", "a2a"]
"""Which files a rule binds: every file, a file for the press, PDF/X-4, PDF/UA-1, PDF/A-2 (any level), level A."""

NOTHING = Message("", "")
STRENGTH: Mapping[Severity, int] = MappingProxyType({"note": 0, "warning": 1, "error": 2})


class Rule(Struct, frozen=True):
    """One thing a file must or should be; ``binds`` gives the severity for each scope it holds in.

    ``message`` may name ``{value}`` and ``{limit}``; ``limit`` is in the unit the message says.
    """

    id: str
    source: str
    binds: Mapping[RuleScope, Severity]
    message: Message
    hint: Message
    limit: float = 0.0
    unit: str = ""

    def severity(self, scopes: frozenset[RuleScope]) -> Severity | None:
        """The strongest severity among the scopes; None where the rule binds none of them."""
        found: list[Severity] = [self.binds[scope] for scope in self.binds if scope in scopes]
        return sorted(found, key=STRENGTH.__getitem__)[-1] if found else None

    @property
    def limit_text(self) -> str:
        return f"{self.limit:g}{self.unit}" if self.unit else ""


def rule(
    id: str,
    source: str,
    binds: str,
    zh: str,
    en: str,
    hint_zh: str,
    hint_en: str,
    limit: float = 0.0,
    unit: str = "",
) -> Rule:
    """A rule from one row of a table; ``binds`` is written ``"press! any?"``: ! error, ? warning."""
    severities: dict[RuleScope, Severity] = {}
    for word in binds.split():
        scope: RuleScope = word[:-1]  # type: ignore[assignment]
        severities[scope] = "error" if word[-1] == "!" else "warning"
    hint = Message(hint_zh, hint_en)
    return Rule(id, source, MappingProxyType(severities), Message(zh, en), hint, limit, unit)


class Finding(Struct, frozen=True):
    """A rule broken: on which page (0: the file), by which object, the value measured, how often."""

    rule: Rule
    page: int = 0
    object: Message = NOTHING
    value: str = ""
    count: int = 1
    severity: Severity = "error"

    @property
    def message(self) -> Message:
        words = {"value": self.value, "limit": self.rule.limit_text}
        return Message(self.rule.message.zh.format(**words), self.rule.message.en.format(**words))


class PagePlates(Struct, frozen=True):
    """What one page needs on press; ``heaviest`` is the ink (%) of its fullest 15 mm square at ``at`` (mm
    from the trim's left and top), None where ink was not measured."""

    page: int
    process: str  # of "CMYK", those with ink on them
    spots: tuple[str, ...]
    heaviest: float | None
    at: tuple[float, float] = (0.0, 0.0)


class Checked(Struct, frozen=True):
    """How much was looked at: rules that applied, and objects by kind."""

    rules: int
    objects: Mapping[str, int]


class Inspection(Struct, frozen=True):
    """The result of a preflight of one file."""

    claims: tuple[str, ...]
    scopes: tuple[RuleScope, ...]
    pages: int
    findings: tuple[Finding, ...]
    plates: tuple[PagePlates, ...]
    checked: Checked
    unchecked: tuple[Message, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == "error")
