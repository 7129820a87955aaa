"""What ``verify`` prints: figure by output with their places, findings as problems, one line in sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from reportgen.errors import Message, Place, Problem
from reportgen.model.report import Report
from reportgen.verify.evidence import Discrepancy, Fault, SiteKind, Verified

KINDS: Mapping[SiteKind, Message] = MappingProxyType(
    {
        "text": Message("版面文字", "page text"),
        "structure": Message("标签结构", "structure tree"),
        "alternative": Message("替代文字", "alternative text"),
        "slide": Message("幻灯片文字", "slide text"),
        "description": Message("对象说明", "description"),
        "chart": Message("图表数据", "chart cache"),
        "workbook": Message("图表工作簿", "workbook"),
        "notes": Message("备注", "notes"),
    }
)
SAID: Mapping[Fault, Message] = MappingProxyType(
    {
        "stranger": Message("“{shown}”文稿里没有", "'{shown}' is nobody's: the text does not say it"),
        "value": Message(
            "“{shown}”与文稿不符，应为“{expected}”", "'{shown}' differs from the text's '{expected}'"
        ),
        "sign": Message("“{shown}”正负号不符：{expected}", "'{shown}' has another sign than '{expected}'"),
        "unit": Message("“{shown}”单位不符：{expected}", "'{shown}' lacks the unit of '{expected}'"),
        "qualifier": Message(
            "“{shown}”缺限定词：{expected}", "'{shown}' lacks the words around '{expected}'"
        ),
        "direction": Message(
            "“{shown}”看不出增减：{expected}", "'{shown}' does not say which way: '{expected}'"
        ),
        "label": Message(
            "“{shown}”旁边没有它的名称：{expected}", "'{shown}' stands without its label: '{expected}'"
        ),
        "missing": Message("没有出现：{expected}", "not shown anywhere: '{expected}'"),
    }
)
HINTS: Mapping[str, Message] = MappingProxyType(
    {
        "stale": Message(
            "先用 build 重新生成；仍有出入，就不要发出这个文件",
            "build again; if it still differs do not give the file out",
        )
    }
)


def lines_of(report: Report, verified: Verified) -> Iterator[str]:
    """One line for each figure and output: id, value, output, kinds of places with their pages."""
    for figure in report.figures:
        for output in verified.outputs:
            places = _places(verified, figure.id, output)
            told = "; ".join(f"{kind} {','.join(map(str, numbers))}" for kind, numbers in places.items())
            yield "\t".join((figure.id, figure.text, output, told or "-"))


def _places(verified: Verified, figure: str, output: str) -> dict[SiteKind, list[int]]:
    places: dict[SiteKind, list[int]] = {}
    for sighting in verified.at(figure, output):
        places.setdefault(sighting.site.kind, []).append(sighting.site.number)
    return places


def summary(verified: Verified) -> Message:
    """The line in sum."""
    figures, places = len(verified.figures), len(verified.sightings)
    strangers, differences = verified.strangers, verified.differences
    return Message(
        f"{verified.report}：数字 {figures} 个，出现 {places} 处，无主数字 {strangers} 个，出入 {differences} 处",
        f"{verified.report}: {figures} figures, {places} places, {strangers} strangers, "
        f"{differences} differences",
    )


def problems_of(verified: Verified, folder: str) -> tuple[Problem, ...]:
    """The findings, each at its file; and that nothing was found where something had to be."""
    return (*_unchecked(verified, folder), *(_problem(finding, folder) for finding in verified.findings))


def _problem(finding: Discrepancy, folder: str) -> Problem:
    site, kind, said = finding.site, KINDS[finding.site.kind], SAID[finding.fault]
    unit = Message("张", "slide") if site.output.endswith(".pptx") else Message("页", "page")
    place = Message(f"第 {site.number} {unit.zh}", f"{unit.en} {site.number}") if site.number else None
    words = {"shown": finding.shown, "expected": finding.expected}
    context = f"（…{finding.context}…）" if finding.context not in ("", finding.shown) else ""
    zh = f"{place.zh}{kind.zh}：{said.zh.format(**words)}{context}" if place else said.zh.format(**words)
    en = f"{place.en}, {kind.en}: {said.en.format(**words)}{context}" if place else said.en.format(**words)
    return Problem(Message(zh, en), Place(f"{folder}/{site.output}"), HINTS["stale"])


def _unchecked(verified: Verified, folder: str) -> Iterator[Problem]:
    """Zero things checked is no success; a report without figures says so."""
    if not verified.extracts:
        yield Problem(Message("没有读到任何文字", "no text was read at all"), Place(folder))
    elif not verified.figures:
        said = Message(
            f"文稿没有标注数字，只查了版面上的 {verified.numbers} 个数是否出自文稿",
            f"the report marks no figures: only the {verified.numbers} numbers shown were held against it",
        )
        yield Problem(said, Place(folder), severity="warning")
    elif not verified.sightings:
        said = Message(
            f"{len(verified.figures)} 个数字一处也没有找到",
            f"none of {len(verified.figures)} figures was found",
        )
        yield Problem(said, Place(folder))


def data_of(report: Report, verified: Verified) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "report": verified.report,
        "figures": len(verified.figures),
        "places": len(verified.sightings),
        "numbers": verified.numbers,
        "strangers": verified.strangers,
        "differences": verified.differences,
        "outputs": list(verified.outputs),
        "seen": [
            {"figure": f.id, "value": f.text, "output": output, "places": _places(verified, f.id, output)}
            for f in report.figures
            for output in verified.outputs
        ],
        "findings": [
            {
                "output": finding.site.output, "kind": finding.site.kind, "number": finding.site.number,
                "fault": finding.fault, "figure": finding.figure, "shown": finding.shown,
                "expected": finding.expected, "context": finding.context,
            }
            for finding in verified.findings
        ],
    }  # fmt: skip
