"""An inspection as lines for people and as plain data for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.errors import Language, Message
from reportgen.preflight.finding import Finding, Inspection, PagePlates

SEVERITIES = {"error": Message("错误", "error"), "warning": Message("注意", "warning")}
OBJECTS = {
    "pages": Message("页", "pages"), "text": Message("文字串", "strings"), "fill": Message("填色", "fills"),
    "stroke": Message("线条", "lines"), "image": Message("图像", "images"), "shading": Message("渐变", "shadings"),
    "fonts": Message("字体", "fonts"), "annotations": Message("批注", "annotations"),
    "elements": Message("结构元素", "structure elements"),
}  # fmt: skip
SCOPES = {
    "any": Message("通用", "general"), "press": Message("印刷（GWG 2022、ISO 15930-7）", "press (GWG 2022, ISO 15930-7)"),
    "x4": Message("PDF/X-4", "PDF/X-4"), "ua": Message("PDF/UA-1", "PDF/UA-1"),
    "a2": Message("PDF/A-2", "PDF/A-2"), "a2a": Message("PDF/A-2 A 级", "PDF/A-2 level A"),
}  # fmt: skip
NONE = Message("无", "none")


def lines(name: str, inspection: Inspection, language: Language) -> Iterator[str]:
    """The whole report, findings first and what was not checked last."""

    def say(zh: str, en: str) -> str:
        return zh if language == "zh" else en

    yield say(f"{name}：{inspection.pages} 页", f"{name}: {inspection.pages} pages")
    for finding in inspection.findings:
        yield from _finding(finding, language)
    if inspection.plates:
        yield say("印版：", "plates:")
        yield from (_plates(page, language) for page in inspection.plates)
    claimed = ", ".join(inspection.claims) or NONE.in_language(language)
    ran = say("、", ", ").join(SCOPES[scope].in_language(language) for scope in inspection.scopes)
    yield say(f"文件声明：{claimed}", f"claimed: {claimed}")
    yield say(
        f"已自查：{inspection.checked.rules} 条规则（{ran}），{_counted(inspection, language)}",
        f"self-checked: {inspection.checked.rules} rules ({ran}) on {_counted(inspection, language)}",
    )
    yield say("没有检查：", "not checked:")
    yield from (f"  {left.in_language(language)}" for left in inspection.unchecked)
    errors = len(inspection.errors)
    others = len(inspection.findings) - errors
    yield say(f"结果：{errors} 个错误，{others} 个注意", f"result: {errors} errors, {others} warnings")


def _finding(finding: Finding, language: Language) -> Iterator[str]:
    zh = language == "zh"
    severity = SEVERITIES[finding.severity].in_language(language)
    where = "" if not finding.page else f"第 {finding.page} 页" if zh else f"page {finding.page}"
    times = f"×{finding.count}" if finding.count > 1 else ""
    parts = (severity, finding.rule.id, where, finding.object.in_language(language), times)
    yield "  ".join(part for part in parts if part)
    measured = f"值 {finding.value}" if zh else f"value {finding.value}"
    limit = f"限 {finding.rule.limit_text}" if zh else f"limit {finding.rule.limit_text}"
    known = [text for text, there in ((measured, finding.value), (limit, finding.rule.unit)) if there]
    message = finding.message.in_language(language)
    yield f"    {message}" + (
        f"（{'，'.join(known)}）" if zh and known else f" ({', '.join(known)})" if known else ""
    )
    hint = finding.rule.hint.in_language(language)
    yield f"    提示：{hint}  [{finding.rule.source}]" if zh else f"    hint: {hint}  [{finding.rule.source}]"


def _plates(page: PagePlates, language: Language) -> str:
    zh = language == "zh"
    inks = "+".join((*page.process, *page.spots)) or NONE.in_language(language)
    if page.process == "K" and not page.spots:
        inks = "K（单黑）" if zh else "K only"
    number = f"  第 {page.page} 页" if zh else f"  page {page.page}"
    if page.heaviest is None:
        return f"{number}  {inks}"
    x, y = page.at
    square = "最重 15 mm 方块" if zh else "heaviest 15 mm square"
    return f"{number}  {inks}  {square} {page.heaviest:.0f} % ({x:.0f}, {y:.0f} mm)"


def _counted(inspection: Inspection, language: Language) -> str:
    counted = inspection.checked.objects.items()
    if language == "zh":
        return "、".join(f"{OBJECTS[kind].zh} {count}" for kind, count in counted)
    return ", ".join(f"{count} {OBJECTS[kind].en}" for kind, count in counted)


def data(name: str, inspection: Inspection) -> dict[str, Any]:
    """The same as values JSON can hold; both languages where there are words."""
    return {
        "file": name,
        "pages": inspection.pages,
        "claimed": list(inspection.claims),
        "rule_sets": list(inspection.scopes),
        "findings": [_finding_data(finding) for finding in inspection.findings],
        "plates": [_plates_data(page) for page in inspection.plates],
        "self_checked": {"rules": inspection.checked.rules, "objects": dict(inspection.checked.objects)},
        "not_checked": [{"zh": left.zh, "en": left.en} for left in inspection.unchecked],
        "errors": len(inspection.errors),
        "warnings": len(inspection.findings) - len(inspection.errors),
    }


def _finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "source": finding.rule.source,
        "severity": finding.severity,
        "page": finding.page or None,
        "object": {"zh": finding.object.zh, "en": finding.object.en},
        "value": finding.value,
        "limit": finding.rule.limit_text,
        "count": finding.count,
        "message": {"zh": finding.message.zh, "en": finding.message.en},
        "hint": {"zh": finding.rule.hint.zh, "en": finding.rule.hint.en},
    }


def _plates_data(page: PagePlates) -> dict[str, Any]:
    return {
        "page": page.page,
        "process": list(page.process),
        "spots": list(page.spots),
        "heaviest_square_percent": page.heaviest,
        "heaviest_square_at_mm": list(page.at) if page.heaviest is not None else None,
    }
