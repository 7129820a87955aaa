"""The file as a whole: damage, encryption, version, actions, attachments, streams, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from reportgen.lengths import mm
from reportgen.preflight.finding import Finding, rule
from reportgen.preflight.geometry import Box
from reportgen.preflight.reading import Reading, named

DAMAGED = rule(
    "file-damaged", "ISO 32000-1, 7.5", "press! ua! a2! any?",
    "文件结构有损坏，靠修复才能打开：{value}", "the file's structure is damaged and had to be repaired: {value}",
    "重新导出文件", "export the file again",
)  # fmt: skip
CONTENT = rule(
    "content-damaged", "ISO 32000-1, 7.8.2", "press! ua! a2! any!",
    "内容流无法读取：{value}", "a content stream cannot be read: {value}",
    "重新导出文件", "export the file again",
)  # fmt: skip
UNREADABLE = rule(
    "object-unreadable", "ISO 32000-1, 7.3", "press! ua! a2! any!",
    "有对象无法读取，这一类规则没有查完：{value}", "an object cannot be read, so rules of its kind were not all checked: {value}",
    "重新导出文件", "export the file again",
)  # fmt: skip
UNBALANCED = rule(
    "content-unbalanced", "ISO 32000-1, 8.4.2 · ISO 19005-2, 6.2.2", "press? a2? any?",
    "内容流里 q/Q 或标记内容没有配对", "q and Q, or marked content, are not paired in a content stream",
    "重新导出文件", "export the file again",
)  # fmt: skip
NO_RESOURCE = rule(
    "content-resource", "ISO 32000-1, 7.8.3 · ISO 19005-2, 6.2.2", "press! a2! any?",
    "内容流用到的资源不存在：{value}", "a content stream names a resource that is not there: {value}",
    "重新导出文件", "export the file again",
)  # fmt: skip
ENCRYPTED = rule(
    "file-encrypted", "P-28 · ISO 15930-7 · ISO 19005-2, 6.1.3", "press! a2! any?",
    "文件已加密（{value}）", "the file is encrypted ({value})",
    "去掉加密再交付", "remove the encryption",
)  # fmt: skip
NO_ACCESS = rule(
    "file-no-assistive-access", "Matterhorn 26-002", "ua!",
    "加密权限不准辅助软件读取内容", "the permissions do not let assistive software read the content",
    "打开第 10 位权限，或去掉加密", "set permission bit 10, or remove the encryption",
)  # fmt: skip
VERSION = rule(
    "file-version", "P-28 · ISO 15930-7", "press!",
    "PDF 版本 {value}，高于 {limit}", "PDF version {value}, above {limit}",
    "以 PDF 1.6 输出", "write PDF 1.6", 1.6, " ",
)  # fmt: skip
NO_ID = rule(
    "file-id", "P-28 · ISO 15930-7 · ISO 19005-2, 6.1.3", "press! a2!",
    "文件没有 ID", "the trailer has no ID",
    "重新导出文件", "export the file again",
)  # fmt: skip
SCRIPT = rule(
    "file-javascript", "ISO 15930-7 · ISO 19005-2, 6.5.1", "press! a2! any?",
    "文件含 JavaScript", "the file contains JavaScript",
    "删去脚本", "remove the script",
)  # fmt: skip
ACTION = rule(
    "file-action", "ISO 15930-7", "press!",
    "文件含动作（{value}）", "the file contains an action ({value})",
    "印刷文件不应含动作", "leave actions out of the press file",
)  # fmt: skip
FORBIDDEN = rule(
    "file-action-forbidden", "ISO 19005-2, 6.5.1–6.5.2", "a2!",
    "存档不允许的动作：{value}", "an action not allowed in an archived file: {value}",
    "只留跳转与网址链接", "keep only jumps and web links",
)  # fmt: skip
LZW = rule(
    "file-lzw", "ISO 19005-2, 6.1.7.2", "a2!",
    "用了 LZW 压缩", "LZW compression is used",
    "改用 Flate", "use Flate",
)  # fmt: skip
EXTERNAL = rule(
    "file-external-stream", "ISO 19005-2, 6.1.7.1 · ISO 15930-7", "press! a2!",
    "数据流指向外部文件", "a stream points to an external file",
    "把内容嵌入文件", "embed the content",
)  # fmt: skip
ATTACHMENT = rule(
    "file-attachment", "ISO 19005-2, 6.8", "a2!",
    "附件 {value} 不是 PDF：PDF/A-2 只允许附 PDF/A", "attachment {value} is not a PDF: PDF/A-2 allows PDF/A only",
    "去掉附件，或改称 PDF/A-3", "leave it out, or claim PDF/A-3",
)  # fmt: skip
ATTACHMENT_NAMES = rule(
    "file-attachment-name", "Matterhorn 21-001 · ISO 19005-2, 6.8", "ua! a2!",
    "附件缺文件名条目 {value}", "an attachment lacks its name entry {value}",
    "同时写 F 与 UF", "write both F and UF",
)  # fmt: skip
EMPTY = rule(
    "page-empty", "P-25 · GWG 2022 R0005", "press?",
    "空白页", "an empty page",
    "确认是有意留白", "make sure it is meant to be blank",
)  # fmt: skip
FOURS = rule(
    "page-count", "P-29", "press?",
    "共 {value} 页，不是 4 的倍数，不能骑马订", "{value} pages, not a multiple of four: cannot be saddle-stitched",
    "补足到 4 的倍数", "add pages up to a multiple of four",
)  # fmt: skip

RULES = (
    DAMAGED, CONTENT, UNREADABLE, UNBALANCED, NO_RESOURCE, ENCRYPTED, NO_ACCESS, VERSION, NO_ID, SCRIPT, ACTION, FORBIDDEN,
    LZW, EXTERNAL, ATTACHMENT, ATTACHMENT_NAMES, EMPTY, FOURS,
)  # fmt: skip
PERMITTED = ("/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/SubmitForm", "/Named")
NAMED_JUMPS = ("/NextPage", "/PrevPage", "/FirstPage", "/LastPage")
HEADER = re.compile(rb"%PDF-(\d+\.\d+)")
SIGNATURE_PAGES = 4
LARGEST_PAGE = (
    mm(307),
    mm(430),
)  # of a bound book, upright A3 with its bleed; larger ones are printer's sheets
HARMLESS = ("linearized", "hint table")  # qpdf says so of intact files


def check(reading: Reading) -> Iterator[Finding]:
    """The file as a whole."""
    yield from _structure(reading)
    yield from _contents(reading)
    yield from _actions(reading)
    yield from _streams(reading)
    yield from _attachments(reading)
    yield from _pages(reading)


def _structure(reading: Reading) -> Iterator[Finding]:
    warnings = [str(each) for each in reading.pdf.get_warnings()]
    if serious := [each for each in warnings if not any(word in each for word in HARMLESS)]:
        yield Finding(
            DAMAGED, value=serious[0].partition(": ")[2][:80] or serious[0][:80], count=len(serious)
        )
    if reading.pdf.is_encrypted:
        encryption = reading.pdf.encryption
        yield Finding(ENCRYPTED, object=named("key", "Encrypt"), value=f"{encryption.bits} bit")
        if not reading.pdf.allow.accessibility:
            yield Finding(NO_ACCESS, object=named("key", "P"))
    found = HEADER.search(reading.data[:1024])
    stated = str(reading.root.get("/Version", "/0")).lstrip("/")
    version = max(float(found[1]) if found else 0.0, float(stated))
    if version > VERSION.limit:
        yield Finding(VERSION, object=named("key", "%PDF"), value=f"{version:g}")
    if "/ID" not in reading.pdf.trailer:
        yield Finding(NO_ID, object=named("key", "ID"))


def _contents(reading: Reading) -> Iterator[Finding]:
    for page in reading.pages:
        for stream, fault in page.content.damaged:
            yield Finding(CONTENT, page.number, named("stream", stream), fault[:80])
        for stream, name in dict.fromkeys(page.content.missing):
            yield Finding(NO_RESOURCE, page.number, named("stream", stream), name)
        for stream in dict.fromkeys(page.content.unbalanced):
            yield Finding(UNBALANCED, page.number, named("stream", stream))


def actions(reading: Reading) -> Iterator[tuple[int, str, Any]]:
    """Every action with its page (0: the document) and its owner."""
    root = reading.root
    if isinstance(opening := root.get("/OpenAction"), pikepdf.Dictionary):
        yield from _chain(0, "OpenAction", opening)
    yield from _triggers(0, "Root", root)
    names = root.get("/Names", pikepdf.Dictionary())
    if "/JavaScript" in names:
        yield 0, "Names", pikepdf.Dictionary(S=pikepdf.Name.JavaScript)
    for page in reading.pages:
        yield from _triggers(page.number, "AA", page.obj)
    for page, annotation in reading.annotations():
        if isinstance(action := annotation.get("/A"), pikepdf.Dictionary):
            yield from _chain(page.number, str(annotation.get("/Subtype", "")).lstrip("/"), action)
        yield from _triggers(page.number, str(annotation.get("/Subtype", "")).lstrip("/"), annotation)
    yield from _outline(root.get("/Outlines"))


def _triggers(page: int, where: str, holder: Any) -> Iterator[tuple[int, str, Any]]:
    table = holder.get("/AA")
    for key, action in table.items() if isinstance(table, pikepdf.Dictionary) else ():
        if isinstance(action, pikepdf.Dictionary):
            yield from _chain(page, f"{where} AA{key}", action)


def _chain(page: int, where: str, action: Any) -> Iterator[tuple[int, str, Any]]:
    for _ in range(32):
        yield page, where, action
        following = action.get("/Next")
        if not isinstance(following, pikepdf.Dictionary):
            return
        action = following


def _outline(node: Any) -> Iterator[tuple[int, str, Any]]:
    """Actions of outline entries; a damaged chain that loops ends where it began."""
    waiting, seen = [node], set()
    while waiting:
        entry = waiting.pop()
        if not isinstance(entry, pikepdf.Dictionary) or entry.objgen in seen:
            continue
        seen.add(entry.objgen)
        if isinstance(action := entry.get("/A"), pikepdf.Dictionary):
            yield from _chain(0, "Outline", action)
        waiting += [entry.get("/Next"), entry.get("/First")]


def _actions(reading: Reading) -> Iterator[Finding]:
    for page, where, action in actions(reading):
        kind = str(action.get("/S", ""))
        if kind == "/JavaScript":
            yield Finding(SCRIPT, page, named("action", where))
            continue
        jump = kind == "/GoTo" and where in ("Outline", "OpenAction")
        if not jump:
            yield Finding(ACTION, page, named("action", where), kind.lstrip("/"))
        named_badly = kind == "/Named" and str(action.get("/N")) not in NAMED_JUMPS
        if kind not in PERMITTED or named_badly or " AA" in where:
            yield Finding(FORBIDDEN, page, named("action", where), kind.lstrip("/"))


def _streams(reading: Reading) -> Iterator[Finding]:
    for obj in reading.pdf.objects:
        if not isinstance(obj, pikepdf.Stream):
            continue
        name = named("stream", f"{obj.objgen[0]} {obj.objgen[1]}")
        if "LZW" in str(obj.get("/Filter", "")) or (obj.get("/Filter") is not None and _holds_lzw(obj)):
            yield Finding(LZW, object=name)
        if "/F" in obj and isinstance(obj["/F"], (pikepdf.Dictionary, pikepdf.String)):
            yield Finding(EXTERNAL, object=name)


def _holds_lzw(stream: Any) -> bool:
    filters = stream["/Filter"]
    return isinstance(filters, pikepdf.Array) and any("LZW" in str(name) for name in filters)


def _attachments(reading: Reading) -> Iterator[Finding]:
    for specification in attachments(reading):
        label = str(specification.get("/UF", specification.get("/F", "?")))
        for key in ("/F", "/UF"):
            if key not in specification:
                yield Finding(ATTACHMENT_NAMES, object=named("file", label), value=key.lstrip("/"))
        stream = specification.get("/EF", pikepdf.Dictionary()).get("/F")
        if isinstance(stream, pikepdf.Stream) and stream.read_bytes().lstrip()[:5] != b"%PDF-":
            yield Finding(ATTACHMENT, object=named("file", label), value=label)


def attachments(reading: Reading) -> list[Any]:
    """Every file specification that embeds a file."""
    return [
        obj
        for obj in reading.pdf.objects
        if isinstance(obj, pikepdf.Dictionary) and not isinstance(obj, pikepdf.Stream) and "/EF" in obj
    ]


def _pages(reading: Reading) -> Iterator[Finding]:
    for page in reading.pages:
        if not page.art:
            yield Finding(EMPTY, page.number)
    if len(reading.pages) % SIGNATURE_PAGES and all(_is_book_page(page.trim) for page in reading.pages):
        yield Finding(FOURS, value=str(len(reading.pages)))


def _is_book_page(trim: Box) -> bool:
    return trim[2] - trim[0] <= LARGEST_PAGE[0] and trim[3] - trim[1] <= LARGEST_PAGE[1]
