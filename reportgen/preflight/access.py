"""What a reading program finds around the content: title, tabs, annotations, forms, layers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from reportgen.errors import Message
from reportgen.preflight.finding import Finding, rule
from reportgen.preflight.geometry import common, upright
from reportgen.preflight.reading import Page, Reading, named
from reportgen.preflight.structure import StructureElement, parent_tree

NO_TITLE_BAR = rule(
    "title-display", "Matterhorn 07-001, 07-002 · ISO 14289-1, 7.1", "ua!",
    "没有要求在标题栏显示文档标题（DisplayDocTitle）", "viewers are not asked to show the title (DisplayDocTitle)",
    "写 /ViewerPreferences << /DisplayDocTitle true >>", "write /ViewerPreferences << /DisplayDocTitle true >>",
)  # fmt: skip
TABS = rule(
    "annotation-tabs", "Matterhorn 28-008, 28-009", "ua!",
    "有批注的页面没有按结构跳转（Tabs：{value}）", "a page with annotations does not tab by structure (Tabs: {value})",
    "页面写 /Tabs /S", "write /Tabs /S on the page",
)  # fmt: skip
NOT_TAGGED = rule(
    "annotation-untagged", "Matterhorn 28-002", "ua!",
    "批注不在结构树里", "an annotation is not in the structure tree",
    "用 OBJR 接到 Annot 元素", "attach it to an Annot element by OBJR",
)  # fmt: skip
LINK_NOT_TAGGED = rule(
    "link-untagged", "Matterhorn 28-011", "ua!",
    "链接不在 Link 元素里", "a link annotation is not inside a Link element",
    "用 OBJR 接到 Link 元素", "attach it to a Link element by OBJR",
)  # fmt: skip
WIDGET_NOT_TAGGED = rule(
    "field-untagged", "Matterhorn 28-010", "ua!",
    "表单域不在 Form 元素里", "a form field is not inside a Form element",
    "用 OBJR 接到 Form 元素", "attach it to a Form element by OBJR",
)  # fmt: skip
LINK_CONTENTS = rule(
    "link-contents", "Matterhorn 28-012 · ISO 14289-1, 7.18.5", "ua!",
    "链接没有说明文字（Contents）", "a link has no description (Contents)",
    "写 /Contents，说明链接去向", "write /Contents that says where it leads",
)  # fmt: skip
ANNOTATION_CONTENTS = rule(
    "annotation-contents", "Matterhorn 28-004", "ua!",
    "批注没有说明文字（Contents 或 Alt）", "an annotation has no description (Contents or Alt)",
    "写 /Contents", "write /Contents",
)  # fmt: skip
FIELD_NAME = rule(
    "field-name", "Matterhorn 28-005", "ua!",
    "表单域没有说明（TU）", "a form field has no description (TU)",
    "写 /TU", "write /TU",
)  # fmt: skip
PARENT = rule(
    "annotation-parent", "ISO 32000-1, 14.7.4.4", "ua!",
    "批注的 StructParent 没有指向它的结构元素", "the StructParent of an annotation does not point to its element",
    "按结构树写 StructParent 与 ParentTree", "write StructParent and ParentTree from the tree",
)  # fmt: skip
TRAP_NET = rule(
    "annotation-trapnet", "Matterhorn 28-007", "ua! a2!",
    "含陷印批注 TrapNet", "there is a TrapNet annotation",
    "删去", "remove it",
)  # fmt: skip
LAYERS = rule(
    "layer-name", "Matterhorn 20-001, 20-003 · ISO 19005-2, 6.9", "ua! a2!",
    "图层设置不合要求：{value}", "a layer configuration is not allowed: {value}",
    "写 Name，不用 AS", "give it a Name, and no AS",
)  # fmt: skip
XFA = rule(
    "form-xfa", "Matterhorn 25-001 · ISO 19005-2, 6.4.2", "ua! a2!",
    "含 XFA 表单", "there is an XFA form",
    "改用普通表单", "use a plain form",
)  # fmt: skip
REFERENCE = rule(
    "form-reference", "Matterhorn 30-001 · ISO 19005-2, 6.2.9", "ua! a2! press!",
    "引用外部 PDF 的内容", "content is taken from another PDF",
    "把内容嵌入文件", "embed the content",
)  # fmt: skip

RULES = (
    NO_TITLE_BAR, TABS, NOT_TAGGED, LINK_NOT_TAGGED, WIDGET_NOT_TAGGED, LINK_CONTENTS, ANNOTATION_CONTENTS,
    FIELD_NAME, PARENT, TRAP_NET, LAYERS, XFA, REFERENCE,
)  # fmt: skip
HIDDEN = 0b10
EXEMPT = ("/Popup", "/PrinterMark", "/TrapNet")


def check(reading: Reading) -> Iterator[Finding]:
    """Viewer settings, every annotation, forms and layers."""
    preferences = reading.root.get("/ViewerPreferences", pikepdf.Dictionary())
    if not bool(preferences.get("/DisplayDocTitle", False)):
        yield Finding(NO_TITLE_BAR, object=named("key", "DisplayDocTitle"))
    for page in reading.pages:
        tabs = str(page.obj.get("/Tabs", "—")).lstrip("/")
        if tabs != "S" and len(page.obj.get("/Annots", ())):
            yield Finding(TABS, page.number, named("key", "Tabs"), tabs)
    yield from _annotations(reading)
    yield from _forms(reading)
    yield from _layers(reading)


def _annotations(reading: Reading) -> Iterator[Finding]:
    held = reading.structure.objects() if reading.structure else {}
    tree = parent_tree(reading.structure.root) if reading.structure else {}
    for page, annotation in reading.annotations():
        kind = str(annotation.get("/Subtype", ""))
        if kind == "/TrapNet":
            yield Finding(TRAP_NET, page.number, named("annotation", "TrapNet"))
        if kind in EXEMPT or _out_of_sight(page, annotation):
            continue
        element = held.get(annotation.objgen)
        yield from _described(page, annotation, kind, element)
        if reading.structure:
            yield from _held(page, annotation, kind, element)
        entry = tree.get(int(annotation.get("/StructParent", -1)))
        if element is not None and getattr(entry, "objgen", None) != element.obj.objgen:
            yield Finding(PARENT, page.number, _label(page, annotation))


def _out_of_sight(page: Page, annotation: Any) -> bool:
    rect = annotation.get("/Rect")
    if int(annotation.get("/F", 0)) & HIDDEN or rect is None or len(rect) != 4:
        return True
    crop = page.boxes.get("/CropBox", page.media)
    return common(upright([float(side) * page.unit for side in rect]), crop) is None


def _label(page: Page, annotation: Any) -> Message:
    rect = upright([float(side) * page.unit for side in annotation.Rect])
    return named("annotation", f"{str(annotation.get('/Subtype', '')).lstrip('/')} {page.spot(rect)}")


def _described(page: Page, annotation: Any, kind: str, element: StructureElement | None) -> Iterator[Finding]:
    description = str(annotation.get("/Contents", "")).strip() or (element.text("/Alt") if element else "")
    if kind == "/Link" and not str(annotation.get("/Contents", "")).strip():
        yield Finding(LINK_CONTENTS, page.number, _label(page, annotation))
    elif kind == "/Widget":
        field = annotation if "/TU" in annotation else annotation.get("/Parent", annotation)
        if not str(field.get("/TU", "")).strip():
            yield Finding(FIELD_NAME, page.number, _label(page, annotation))
    elif not description:
        yield Finding(ANNOTATION_CONTENTS, page.number, _label(page, annotation))


def _held(page: Page, annotation: Any, kind: str, element: StructureElement | None) -> Iterator[Finding]:
    around = _around(element)
    if kind == "/Link":
        if "Link" not in around and "Reference" not in around:
            yield Finding(LINK_NOT_TAGGED, page.number, _label(page, annotation))
    elif kind == "/Widget":
        if "Form" not in around:
            yield Finding(WIDGET_NOT_TAGGED, page.number, _label(page, annotation))
    elif not around:
        yield Finding(NOT_TAGGED, page.number, _label(page, annotation))


def _around(element: StructureElement | None) -> list[str]:
    found = []
    while element is not None:
        found.append(element.type)
        element = element.parent
    return found


def _forms(reading: Reading) -> Iterator[Finding]:
    form = reading.root.get("/AcroForm", pikepdf.Dictionary())
    if "/XFA" in form:
        yield Finding(XFA, object=named("key", "XFA"))
    for obj in reading.pdf.objects:
        if isinstance(obj, pikepdf.Stream) and "/Ref" in obj and str(obj.get("/Subtype")) == "/Form":
            yield Finding(REFERENCE, object=named("form", f"{obj.objgen[0]} {obj.objgen[1]}"))


def _layers(reading: Reading) -> Iterator[Finding]:
    properties = reading.root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary):
        return
    for configuration in (properties.get("/D"), *properties.get("/Configs", ())):
        if not isinstance(configuration, pikepdf.Dictionary):
            continue
        if not str(configuration.get("/Name", "")).strip():
            yield Finding(LAYERS, object=named("key", "OCProperties"), value="Name")
        if "/AS" in configuration:
            yield Finding(LAYERS, object=named("key", "OCProperties"), value="AS")
