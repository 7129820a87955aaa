"""Content and structure tree against each other: everything painted is tagged once, or an artifact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pikepdf

from reportgen.preflight.finding import Finding, rule
from reportgen.preflight.object_key import ObjectKey
from reportgen.preflight.reading import Page, Reading, named
from reportgen.preflight.structure import STANDARD, Structure, parent_tree

NOT_MARKED = rule(
    "tag-marked", "ISO 14289-1, 7.1 · ISO 19005-2, 6.7.2.2", "ua! a2a!",
    "没有声明已加标签（MarkInfo/Marked）", "the file does not declare that it is tagged (MarkInfo/Marked)",
    "写 /MarkInfo << /Marked true >>", "write /MarkInfo << /Marked true >>",
)  # fmt: skip
NO_TREE = rule(
    "tag-tree-missing", "ISO 14289-1, 7.1 · ISO 19005-2, 6.7.3.3", "ua! a2a!",
    "没有结构树：屏幕阅读软件无法确定顺序", "there is no structure tree: screen readers have no reading order",
    "导出带标签的 PDF", "export a tagged PDF",
)  # fmt: skip
SUSPECTS = rule(
    "tag-suspects", "Matterhorn 01-007", "ua!",
    "标签被标为可疑（Suspects）", "the tags are marked as suspect (Suspects)",
    "核对标签后去掉 Suspects", "check the tags and remove Suspects",
)  # fmt: skip
UNTAGGED = rule(
    "tag-content-untagged", "Matterhorn 01-005 · ISO 14289-1, 7.1", "ua! a2a!",
    "既没有标签也不是装饰（Artifact）", "neither tagged nor an artifact",
    "加标签，或标为 Artifact", "tag it, or mark it as an artifact",
)  # fmt: skip
ARTIFACT_INSIDE = rule(
    "tag-artifact-inside", "Matterhorn 01-003", "ua!",
    "装饰（Artifact）套在有标签的内容里", "an artifact is inside tagged content",
    "先结束标记内容，再写 Artifact", "end the marked content before the artifact",
)  # fmt: skip
TAGGED_INSIDE = rule(
    "tag-inside-artifact", "Matterhorn 01-004", "ua!",
    "有标签的内容套在装饰（Artifact）里", "tagged content is inside an artifact",
    "先结束 Artifact，再写标签", "end the artifact before the tagged content",
)  # fmt: skip
REPEATED = rule(
    "tag-mcid-repeated", "ISO 32000-1, 14.7.4.2", "ua! a2a!",
    "MCID {value} 用了不止一次", "MCID {value} is used more than once",
    "每段标记内容一个编号", "give each piece of marked content its own number",
)  # fmt: skip
FORM_TWICE = rule(
    "tag-form-twice", "Matterhorn 30-002", "ua!",
    "带 MCID 的表单对象被引用多次", "a form with MCIDs is painted more than once",
    "每处用自己的表单对象", "use a separate form in each place",
)  # fmt: skip
ORPHAN = rule(
    "tag-mcid-orphan", "ISO 14289-1, 7.1 · ISO 32000-1, 14.7.4.2", "ua! a2a!",
    "MCID {value} 不在结构树里", "MCID {value} is not in the structure tree",
    "把它接到结构元素上", "attach it to a structure element",
)  # fmt: skip
DANGLING = rule(
    "tag-mcid-dangling", "ISO 32000-1, 14.7.4.2", "ua? a2a?",
    "结构树指向不存在的内容（MCID {value}）", "the structure tree points to content that is not there (MCID {value})",
    "去掉多余的引用", "remove the reference",
)  # fmt: skip
PARENT_TREE = rule(
    "tag-parent-tree", "ISO 32000-1, 14.7.4.4", "ua! a2a!",
    "ParentTree 与结构树不一致（{value}）", "the ParentTree does not match the structure tree ({value})",
    "按结构树重写 ParentTree", "write the ParentTree from the structure tree",
)  # fmt: skip
UNMAPPED = rule(
    "tag-role-unmapped", "Matterhorn 02-001 · ISO 19005-2, 6.7.3.4", "ua! a2a!",
    "标签 {value} 没有映射到标准类型", "tag {value} is not mapped to a standard type",
    "在 RoleMap 里写明", "map it in the RoleMap",
)  # fmt: skip
CIRCULAR = rule(
    "tag-role-circular", "Matterhorn 02-003", "ua! a2a!",
    "RoleMap 里 {value} 循环映射", "{value} is mapped in a circle in the RoleMap",
    "改成直接映射", "map it directly",
)  # fmt: skip
REMAPPED = rule(
    "tag-role-standard", "Matterhorn 02-004", "ua!",
    "RoleMap 改动了标准类型 {value}", "the RoleMap remaps standard type {value}",
    "不要改动标准类型", "do not remap standard types",
)  # fmt: skip
LOOP = rule(
    "tag-tree-loop", "ISO 32000-1, 14.7.2", "ua! a2a!",
    "结构树里有元素出现两次", "an element occurs twice in the structure tree",
    "重建结构树", "rebuild the tree",
)  # fmt: skip

RULES = (
    NOT_MARKED, NO_TREE, SUSPECTS, UNTAGGED, ARTIFACT_INSIDE, TAGGED_INSIDE, REPEATED, FORM_TWICE, ORPHAN,
    DANGLING, PARENT_TREE, UNMAPPED, CIRCULAR, REMAPPED, LOOP,
)  # fmt: skip


def check(reading: Reading) -> Iterator[Finding]:
    """Every painted object, every marked-content id, every entry of ParentTree and RoleMap."""
    info = reading.root.get("/MarkInfo", pikepdf.Dictionary())
    if not bool(info.get("/Marked", False)):
        yield Finding(NOT_MARKED, object=named("key", "MarkInfo"))
    if bool(info.get("/Suspects", False)):
        yield Finding(SUSPECTS, object=named("key", "Suspects"))
    for page in reading.pages:
        yield from _painted(page)
    structure = reading.structure
    if structure is None:
        yield Finding(NO_TREE, object=named("key", "StructTreeRoot"))
        return
    yield from _numbers(reading, structure)
    yield from _parents(reading, structure)
    yield from _roles(structure)
    if structure.looping:
        yield Finding(LOOP, value=str(structure.looping), object=named("element"))


def _painted(page: Page) -> Iterator[Finding]:
    for paint in page.content.paints:
        tag = paint.tag
        if tag is None or (not tag.artifact and tag.mcid < 0):
            yield Finding(UNTAGGED, page.number, page.name(paint))
        elif tag.artifact and tag.mcid >= 0:
            yield Finding(TAGGED_INSIDE, page.number, page.name(paint))
    for stream in page.content.artifacts_inside:
        yield Finding(ARTIFACT_INSIDE, page.number, named("stream", stream))


def _numbers(reading: Reading, structure: Structure) -> Iterator[Finding]:
    held = structure.marks()
    met: set[tuple[ObjectKey, int]] = set()
    forms: Counter[ObjectKey] = Counter()
    for page in reading.pages:
        own = page.obj.objgen
        for mark, count in Counter(page.content.mcids).items():
            if mark[0] == own and count > 1:
                yield Finding(REPEATED, page.number, named("stream"), str(mark[1]))
            met.add(mark)
        for form in page.content.tagged_forms:
            forms[form] += 1
        for owner, number in dict.fromkeys(page.content.mcids):
            if (owner, number) not in held:
                yield Finding(ORPHAN, page.number, named("stream"), str(number))
    for form, count in forms.items():
        if count > 1:
            yield Finding(FORM_TWICE, object=named("form", f"{form[0]} {form[1]}"), value=str(count))
    for mark, element in held.items():
        if mark not in met:
            yield Finding(DANGLING, object=named("element", element.kind), value=str(mark[1]))


def _parents(reading: Reading, structure: Structure) -> Iterator[Finding]:
    """Each content's StructParents entry must list, at its MCID, the element that holds it."""
    tree, held = parent_tree(structure.root), structure.marks()
    for page in reading.pages:
        for owner, number in dict.fromkeys(page.content.mcids):
            element = held.get((owner, number))
            if element is None:
                continue
            holder = reading.pdf.get_object(owner) if owner != (0, 0) else page.obj
            key = holder.get("/StructParents")
            entry = tree.get(int(key)) if key is not None else None
            listed = isinstance(entry, pikepdf.Array) and number < len(entry)
            if not listed or getattr(entry[number], "objgen", None) != element.obj.objgen:  # type: ignore[index]
                yield Finding(PARENT_TREE, page.number, named("element", element.kind), f"MCID {number}")


def _roles(structure: Structure) -> Iterator[Finding]:
    for name, target in structure.roles.items():
        if name in STANDARD and name != target:
            yield Finding(REMAPPED, object=named("key", "RoleMap"), value=name)
        if _circular(name, structure.roles):
            yield Finding(CIRCULAR, object=named("key", "RoleMap"), value=name)
    for element in structure.elements:
        if element.type not in STANDARD and not _circular(element.kind, structure.roles):
            yield Finding(UNMAPPED, object=named("element", element.kind), value=element.kind)


def _circular(name: str, roles: dict[str, str]) -> bool:
    seen = set()
    while name in roles and name not in STANDARD:
        if name in seen:
            return True
        seen.add(name)
        name = roles[name]
    return False
