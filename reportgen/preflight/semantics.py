"""The meaning of the structure tree: headings, lists, tables, figures, contents, notes and languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

import pikepdf

from reportgen.preflight.finding import Finding, Rule, rule
from reportgen.preflight.reading import Reading, named
from reportgen.preflight.structure import Structure, StructureElement

FIRST_HEADING = rule(
    "heading-first", "Matterhorn 14-002", "ua!",
    "第一个标题是 {value}，不是 H1", "the first heading is {value}, not H1",
    "从 H1 开始", "begin with H1",
)  # fmt: skip
HEADING_GAP = rule(
    "heading-gap", "Matterhorn 14-003", "ua!",
    "标题级别跳过：{value}", "a heading level is skipped: {value}",
    "逐级使用 H1、H2、H3", "use H1, H2, H3 in turn",
)  # fmt: skip
HEADINGS_MIXED = rule(
    "heading-mixed", "Matterhorn 14-007", "ua!",
    "同时用了 H 与 H1–H6", "H and H1–H6 are both used",
    "只用一种标题", "use one kind of heading",
)  # fmt: skip
HEADINGS_MANY = rule(
    "heading-many", "Matterhorn 14-006", "ua!",
    "一个元素里有多个 H", "one element contains several H",
    "每节一个 H", "give each section one H",
)  # fmt: skip
FIGURE_ALT = rule(
    "figure-alt", "Matterhorn 13-004 · ISO 14289-1, 7.3", "ua! a2a?",
    "图没有替代文字", "a figure has no alternative text",
    "写 Alt，说明图中要点", "write an Alt that says what the figure shows",
)  # fmt: skip
FIGURE_BOX = rule(
    "figure-bbox", "ISO 32000-1, 14.8.5.4.3", "ua?",
    "图没有 BBox 属性", "a figure has no BBox attribute",
    "写 Layout 属性 BBox", "write the Layout attribute BBox",
)  # fmt: skip
FORMULA_ALT = rule(
    "formula-alt", "Matterhorn 17-002", "ua!",
    "公式没有替代文字", "a formula has no alternative text",
    "写 Alt", "write an Alt",
)  # fmt: skip
HEADER_SCOPE = rule(
    "table-scope", "Matterhorn 15-003 · ISO 14289-1, 7.5", "ua!",
    "表头没有 Scope，单元格也没有 Headers", "a header cell has no Scope, and the cells have no Headers",
    "TH 写 Scope：Row 或 Column", "give TH a Scope, Row or Column",
)  # fmt: skip
TABLE = rule(
    "table-nesting", "Matterhorn 09-004 · ISO 32000-1, 14.8.4.3.4", "ua!",
    "表格标签嵌套不对：{value}", "table tags are nested wrongly: {value}",
    "按 Table > TR > TH/TD 嵌套", "nest Table > TR > TH/TD",
)  # fmt: skip
LIST = rule(
    "list-nesting", "Matterhorn 09-005 · ISO 32000-1, 14.8.4.3.3", "ua!",
    "列表标签嵌套不对：{value}", "list tags are nested wrongly: {value}",
    "按 L > LI > Lbl、LBody 嵌套", "nest L > LI > Lbl, LBody",
)  # fmt: skip
CONTENTS = rule(
    "toc-nesting", "Matterhorn 09-006 · ISO 32000-1, 14.8.4.2", "ua!",
    "目录标签嵌套不对：{value}", "contents tags are nested wrongly: {value}",
    "按 TOC > TOCI 嵌套", "nest TOC > TOCI",
)  # fmt: skip
NOTE_ID = rule(
    "note-id", "Matterhorn 19-003, 19-004", "ua!",
    "注释没有编号，或编号重复：{value}", "a note has no ID, or the ID is already used: {value}",
    "每条 Note 写不同的 ID", "give each Note its own ID",
)  # fmt: skip
NO_LANGUAGE = rule(
    "language-missing", "Matterhorn 11-001 · ISO 14289-1, 7.2 · ISO 19005-2, 6.7.4", "ua! a2a!",
    "没有说明文字的语言", "the language of the text is not stated",
    "在文档目录写 /Lang，如 zh-CN", "write /Lang in the catalog, for example zh-CN",
)  # fmt: skip
LANGUAGE = rule(
    "language-syntax", "RFC 3066 · ISO 19005-2, 6.7.4", "ua! a2a!",
    "语言标记不合法：{value}", "not a valid language tag: {value}",
    "用 zh-CN、en 这样的标记", "use tags such as zh-CN or en",
)  # fmt: skip

RULES = (
    FIRST_HEADING, HEADING_GAP, HEADINGS_MIXED, HEADINGS_MANY, FIGURE_ALT, FIGURE_BOX, FORMULA_ALT, HEADER_SCOPE,
    TABLE, LIST, CONTENTS, NOTE_ID, NO_LANGUAGE, LANGUAGE,
)  # fmt: skip
PARENTS: Mapping[str, tuple[Rule, tuple[str, ...]]] = {
    "TR": (TABLE, ("Table", "THead", "TBody", "TFoot")),
    "THead": (TABLE, ("Table",)), "TBody": (TABLE, ("Table",)), "TFoot": (TABLE, ("Table",)),
    "TH": (TABLE, ("TR",)), "TD": (TABLE, ("TR",)),
    "LI": (LIST, ("L",)), "LBody": (LIST, ("LI",)),
    "TOCI": (CONTENTS, ("TOC",)),
}  # fmt: skip
CHILDREN: Mapping[str, tuple[Rule, tuple[str, ...]]] = {
    "Table": (TABLE, ("TR", "THead", "TBody", "TFoot", "Caption")), "TR": (TABLE, ("TH", "TD")),
    "THead": (TABLE, ("TR",)), "TBody": (TABLE, ("TR",)), "TFoot": (TABLE, ("TR",)),
    "L": (LIST, ("LI", "L", "Caption")), "LI": (LIST, ("Lbl", "LBody")),
    "TOC": (CONTENTS, ("TOCI", "TOC", "Caption")),
}  # fmt: skip
NUMBERED = re.compile(r"H([1-6])$")
LANGUAGE_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$")


def check(reading: Reading) -> Iterator[Finding]:
    """Every element of the tree, and the language of the whole."""
    structure = reading.structure
    yield from _language(reading, structure)
    if structure is None:
        return
    yield from _headings(structure)
    identifiers: set[str] = set()
    for element in structure.elements:
        yield from _nesting(element)
        yield from _figures(element)
        yield from _notes(element, identifiers)
        if element.type == "Table":
            yield from _scopes(element)


def _language(reading: Reading, structure: Structure | None) -> Iterator[Finding]:
    stated = str(reading.root.get("/Lang", "")).strip()
    if not stated and not (structure and structure.elements and _everywhere(structure)):
        yield Finding(NO_LANGUAGE, object=named("key", "Lang"))
    spoken = [stated, *(element.text("/Lang") for element in structure.elements)] if structure else [stated]
    for tag in dict.fromkeys(spoken):
        if tag and not LANGUAGE_TAG.match(tag):
            yield Finding(LANGUAGE, object=named("key", "Lang"), value=tag)


def _everywhere(structure: Structure) -> bool:
    """Whether every element with text of its own has a language, its own or a parent's."""
    return all(_spoken(element) for element in structure.elements if element.marks)


def _spoken(element: StructureElement | None) -> bool:
    while element is not None:
        if element.text("/Lang"):
            return True
        element = element.parent
    return False


def _headings(structure: Structure) -> Iterator[Finding]:
    levels = [
        (int(match[1]), element)
        for element in structure.elements
        if (match := NUMBERED.match(element.type)) is not None
    ]
    if levels and levels[0][0] != 1:
        yield Finding(FIRST_HEADING, object=named("element", levels[0][1].kind), value=f"H{levels[0][0]}")
    for (before, _), (level, element) in pairwise(levels):
        if level > before + 1:
            yield Finding(HEADING_GAP, object=named("element", element.kind), value=f"H{before} → H{level}")
    plain = [element for element in structure.elements if element.type == "H"]
    if plain and levels:
        yield Finding(HEADINGS_MIXED, object=named("element", "H"))
    holders = [id(element.parent) for element in plain]
    if len(set(holders)) < len(holders):
        yield Finding(HEADINGS_MANY, object=named("element", "H"))


def _nesting(element: StructureElement) -> Iterator[Finding]:
    if element.type in PARENTS:
        broken, allowed = PARENTS[element.type]
        holder = element.holder
        if holder is None or holder.type not in allowed:
            value = f"{element.type} ⊂ {holder.type if holder else '—'}"
            yield Finding(broken, object=named("element", element.kind), value=value)
    if element.type in CHILDREN:
        broken, allowed = CHILDREN[element.type]
        for child in element.members:
            if child.type not in allowed and child.type not in PARENTS:
                value = f"{child.type} ⊂ {element.type}"
                yield Finding(broken, object=named("element", child.kind), value=value)


def _figures(element: StructureElement) -> Iterator[Finding]:
    described = element.text("/Alt") or element.text("/ActualText")
    if element.type == "Formula" and not described:
        yield Finding(FORMULA_ALT, object=named("element", element.kind))
    if element.type != "Figure":
        return
    if not described:
        yield Finding(FIGURE_ALT, object=named("element", element.kind))
    if element.attribute("/BBox") is None:
        yield Finding(FIGURE_BOX, object=named("element", element.kind))


def _notes(element: StructureElement, identifiers: set[str]) -> Iterator[Finding]:
    if element.type != "Note":
        return
    identifier = element.text("/ID")
    if not identifier or identifier in identifiers:
        yield Finding(NOTE_ID, object=named("element", element.kind), value=identifier or "—")
    identifiers.add(identifier)


def _scopes(table: StructureElement) -> Iterator[Finding]:
    cells = [cell for row in _rows(table) for cell in row.members]
    if any(isinstance(cell.attribute("/Headers"), pikepdf.Array) for cell in cells):
        return
    for cell in cells:
        if cell.type == "TH" and cell.attribute("/Scope") is None and not cell.text("/C"):
            yield Finding(HEADER_SCOPE, object=named("element", cell.kind))


def _rows(table: StructureElement) -> Iterator[StructureElement]:
    for part in table.members:
        if part.type == "TR":
            yield part
        elif part.type in ("THead", "TBody", "TFoot"):
            yield from (row for row in part.members if row.type == "TR")
