"""The metadata of the file: XMP, Info, and the standards it claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from reportgen.preflight import xmp as ns
from reportgen.preflight.finding import Finding, rule
from reportgen.preflight.reading import Reading, named

NO_XMP = rule(
    "xmp-missing", "ISO 15930-7 · Matterhorn 06-001 · ISO 19005-2, 6.6.2", "x4! ua! a2!",
    "没有 XMP 元数据", "there is no XMP metadata",
    "写入 XMP 元数据", "write XMP metadata",
)  # fmt: skip
DAMAGED = rule(
    "xmp-damaged", "ISO 16684-1", "press! ua! a2! any?",
    "XMP 元数据无法解析：{value}", "the XMP metadata cannot be parsed: {value}",
    "写入合法的 XML", "write well-formed XML",
)  # fmt: skip
NOT_X4 = rule(
    "x4-claim", "P-01 · GWG 2022 R0001 · ISO 15930-7", "x4! press?",
    "文件没有声明 PDF/X-4（GTS_PDFXVersion：{value}）", "the file does not claim PDF/X-4 (GTS_PDFXVersion: {value})",
    "以 PDF/X-4 导出", "export as PDF/X-4",
)  # fmt: skip
X4_KEYS = rule(
    "x4-metadata", "P-28 · ISO 15930-7", "x4!",
    "XMP 缺 {value}", "the XMP lacks {value}",
    "补上 PDF/X-4 必备的元数据", "write the metadata PDF/X-4 requires",
)  # fmt: skip
TRAPPED = rule(
    "x4-trapped", "P-28 · ISO 15930-7", "press!",
    "没有说明是否做过陷印（Trapped：{value}）", "the file does not state whether it is trapped (Trapped: {value})",
    "写 /Trapped /False", "write /Trapped /False",
)  # fmt: skip
DISAGREE = rule(
    "xmp-info", "P-28 · ISO 15930-7 · ISO 19005-2, 6.6.2.3", "x4! a2!",
    "XMP 与 Info 不一致：{value}", "XMP and Info differ: {value}",
    "两处写同样的内容", "write the same in both",
)  # fmt: skip
NO_TITLE = rule(
    "title-missing", "Matterhorn 06-003", "ua!",
    "没有文档标题", "the document has no title",
    "写入 dc:title", "write dc:title",
)  # fmt: skip
UNTITLED = rule(
    "title-nowhere", "ISO 32000-1, 14.3.3", "any?",
    "文档没有标题，标题栏里只有文件名", "the document has no title: viewers show its file name",
    "写入标题", "give it a title",
)  # fmt: skip
NO_UA = rule(
    "ua-claim", "Matterhorn 06-002 · ISO 14289-1, 5", "ua!",
    "XMP 没有 PDF/UA-1 标识（part：{value}）", "the XMP does not identify PDF/UA-1 (part: {value})",
    "写 pdfuaid:part = 1", "write pdfuaid:part = 1",
)  # fmt: skip
NO_A = rule(
    "a2-claim", "ISO 19005-2, 6.6.4", "a2!",
    "XMP 没有 PDF/A-2 标识（{value}）", "the XMP does not identify PDF/A-2 ({value})",
    "写 pdfaid:part 与 conformance", "write pdfaid:part and conformance",
)  # fmt: skip
SCHEMA = rule(
    "xmp-schema", "ISO 19005-2, 6.6.2.3.1", "a2!",
    "XMP 属性 {value} 没有扩展模式说明", "XMP property {value} has no extension schema",
    "加上 pdfaExtension 说明", "describe it with pdfaExtension",
)  # fmt: skip

RULES = (NO_XMP, DAMAGED, NOT_X4, X4_KEYS, TRAPPED, DISAGREE, NO_TITLE, UNTITLED, NO_UA, NO_A, SCHEMA)
X4_REQUIRED = (
    (ns.MM, "DocumentID", "xmpMM:DocumentID"), (ns.MM, "VersionID", "xmpMM:VersionID"),
    (ns.MM, "RenditionClass", "xmpMM:RenditionClass"), (ns.XAP, "CreateDate", "xmp:CreateDate"),
    (ns.XAP, "ModifyDate", "xmp:ModifyDate"), (ns.XAP, "MetadataDate", "xmp:MetadataDate"),
    (ns.DC, "title", "dc:title"),
)  # fmt: skip
PAIRS = (
    ("/Title", ns.DC, "title"), ("/Author", ns.DC, "creator"), ("/Subject", ns.DC, "description"),
    ("/Keywords", ns.PDF, "Keywords"), ("/Creator", ns.XAP, "CreatorTool"),
    ("/Producer", ns.PDF, "Producer"), ("/CreationDate", ns.XAP, "CreateDate"),
    ("/ModDate", ns.XAP, "ModifyDate"),
)  # fmt: skip
TRAPPED_PAIR = ("/Trapped", ns.PDF, "Trapped")  # bound by PDF/X alone; PDF/A's table does not name it
PREDEFINED = (
    ns.DC, ns.XAP, ns.MM, ns.PDF, ns.PDFA_ID, ns.EXTENSION, ns.SCHEMA,
    "http://ns.adobe.com/xap/1.0/rights/", "http://ns.adobe.com/xap/1.0/bj/", "http://ns.adobe.com/xap/1.0/t/pg/",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/", "http://ns.adobe.com/photoshop/1.0/",
    "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/exif/1.0/aux/",
    "http://ns.adobe.com/camera-raw-settings/1.0/", "http://www.w3.org/XML/1998/namespace",
)  # fmt: skip
PDF_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([Zz+-])(?:(\d\d)'?(\d\d)?'?)?)?")


def claims(reading: Reading) -> tuple[str, ...]:
    """The standards the file claims to follow, e.g. ``("PDF/UA-1", "PDF/A-2a")``."""
    found = []
    if version := x_version(reading):
        found.append(version)
    if part := reading.xmp.get(ns.PDFUA_ID, "part"):
        found.append(f"PDF/UA-{part}")
    if part := reading.xmp.get(ns.PDFA_ID, "part"):
        found.append(f"PDF/A-{part}{reading.xmp.get(ns.PDFA_ID, 'conformance').lower()}")
    return tuple(found)


def x_version(reading: Reading) -> str:
    """The PDF/X version claimed in XMP, or by older parts in Info; empty without."""
    xmp = reading.xmp
    older = xmp.get("http://ns.adobe.com/pdfx/1.3/", "GTS_PDFXVersion")
    return (
        xmp.get(ns.PDFX_ID, "GTS_PDFXVersion") or older or str(reading.info.get("/GTS_PDFXVersion", ""))
    ).strip()


def check(reading: Reading) -> Iterator[Finding]:
    """XMP against Info, and against what each standard asks for."""
    if not reading.xmp.present:
        yield Finding(NO_XMP, object=named("key", "Metadata"))
    elif reading.xmp.damaged:
        yield Finding(DAMAGED, object=named("key", "Metadata"), value=reading.xmp.damaged[:80])
    yield from _claims(reading)
    yield from _x4(reading)
    yield from _disagreements(reading)
    for space, name in reading.xmp.properties:
        if space not in PREDEFINED and space not in reading.xmp.extensions:
            yield Finding(SCHEMA, object=named("key", name), value=f"{space} {name}")


def _claims(reading: Reading) -> Iterator[Finding]:
    xmp = reading.xmp
    title = xmp.get(ns.DC, "title").strip()
    if not title:
        yield Finding(NO_TITLE, object=named("key", "dc:title"))
        if not str(reading.info.get("/Title", "")).strip():
            yield Finding(UNTITLED, object=named("key", "Title"))
    if (part := xmp.get(ns.PDFUA_ID, "part")) != "1":
        yield Finding(NO_UA, object=named("key", "pdfuaid:part"), value=part or "—")
    part, level = xmp.get(ns.PDFA_ID, "part"), xmp.get(ns.PDFA_ID, "conformance")
    if part not in ("2", "3") or level not in ("A", "B", "U"):
        yield Finding(NO_A, object=named("key", "pdfaid:part"), value=f"{part}{level}" or "—")


def _x4(reading: Reading) -> Iterator[Finding]:
    version = x_version(reading)
    if not version.startswith("PDF/X-4"):
        yield Finding(NOT_X4, object=named("key", "GTS_PDFXVersion"), value=version or "—")
    for space, name, label in X4_REQUIRED:
        if not reading.xmp.get(space, name):
            yield Finding(X4_KEYS, object=named("key", label), value=label)
    trapped = reading.xmp.get(ns.PDF, "Trapped") or str(reading.info.get("/Trapped", "")).lstrip("/")
    if trapped.lower() not in ("true", "false"):
        yield Finding(TRAPPED, object=named("key", "Trapped"), value=trapped or "—")


def _disagreements(reading: Reading) -> Iterator[Finding]:
    for key, space, name in (*PAIRS, TRAPPED_PAIR) if x_version(reading) else PAIRS:
        if key not in reading.info or not reading.xmp.present or reading.xmp.damaged:
            continue
        stated, in_xmp = str(reading.info[key]).strip().lstrip("/"), reading.xmp.get(space, name)
        if stated and not _agree(key, stated, in_xmp):
            yield Finding(
                DISAGREE, object=named("key", key.lstrip("/")), value=f"{stated[:40]} ≠ {in_xmp[:40] or '—'}"
            )


def _agree(key: str, info: str, xmp: str) -> bool:
    if key.endswith("Date"):
        one, other = _pdf_date(info), _iso_date(xmp)
        return one is None or other is None or abs(one - other) < timedelta(minutes=1)
    lines = [line.strip() for line in xmp.split("\n")]
    return info in (xmp, *lines) or _joined(info) == _joined(xmp)


def _joined(text: str) -> list[str]:
    return sorted(part.strip() for part in re.split(r"[;,，；、\n]", text) if part.strip())


def _pdf_date(text: str) -> datetime | None:
    match = PDF_DATE.match(text)
    if match is None:
        return None
    numbers = [
        int(part) if part else low for part, low in zip(match.groups()[:6], (1, 1, 1, 0, 0, 0), strict=True)
    ]
    sign = {"-": -1}.get(match[7] or "", 1)
    offset = sign * timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0))
    return _moment(numbers, timezone(offset))


def _moment(numbers: list[int], zone: Any) -> datetime | None:
    year, month, day, hour, minute, second = numbers
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _iso_date(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
