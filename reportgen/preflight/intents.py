"""Output intents and the ICC profiles in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from reportgen.preflight.finding import Finding, Rule, rule
from reportgen.preflight.reading import Reading, named

MISSING = rule(
    "intent-missing", "ISO 15930-7 · P-24", "press!",
    "没有 PDF/X 输出意图", "there is no PDF/X output intent",
    "写入印刷条件和它的 ICC 配置", "name the printing condition and embed its ICC profile",
)  # fmt: skip
SEVERAL = rule(
    "intent-several", "ISO 15930-7", "press!",
    "有 {value} 个 PDF/X 输出意图", "there are {value} PDF/X output intents",
    "只留一个", "keep only one",
)  # fmt: skip
CONDITION = rule(
    "intent-condition", "ISO 15930-7 · ISO 32000-1, 14.11.5", "press!",
    "输出意图没有 OutputConditionIdentifier", "the output intent has no OutputConditionIdentifier",
    "写出印刷条件的名称，如 FOGRA39", "name the condition, for example FOGRA39",
)  # fmt: skip
NO_PROFILE = rule(
    "intent-no-profile", "ISO 15930-7 · ISO 19005-2, 6.2.3", "press! a2!",
    "输出意图没有嵌入 ICC 配置", "the output intent does not embed an ICC profile",
    "嵌入印刷条件的 ICC 配置", "embed the condition's ICC profile",
)  # fmt: skip
DAMAGED = rule(
    "intent-profile-damaged", "ICC.1, 7.2", "press! a2!",
    "输出意图里嵌入的不是 ICC 配置：{value}", "the data embedded in the output intent are not an ICC profile: {value}",
    "换一份完好的 ICC 配置", "embed an intact profile",
)  # fmt: skip
NOT_CMYK = rule(
    "intent-not-cmyk", "P-24 · GWG 2022 R0035", "press!",
    "输出意图的配置是 {value}，不是 CMYK", "the output intent's profile is {value}, not CMYK",
    "换成印刷机的 CMYK 配置", "use the press's CMYK profile",
)  # fmt: skip
NOT_OUTPUT = rule(
    "intent-class", "ICC.1, 7.2.5 · ISO 15930-7", "press!",
    "输出意图的配置类别是 {value}，不是输出设备", "the profile's class is {value}, not an output device",
    "换成类别为 prtr 的配置", "use a profile of class prtr",
)  # fmt: skip
COMPONENTS = rule(
    "intent-components", "ISO 32000-1, 8.6.5.5", "press! a2!",
    "ICC 配置的 N 与内容不符：{value}", "N does not match the profile: {value}",
    "按配置的颜色空间写 N", "write the N of the profile's colour space",
)  # fmt: skip
DIFFERENT = rule(
    "intent-different", "ISO 19005-2, 6.2.3", "a2!",
    "多个输出意图的 ICC 配置不是同一份", "several output intents embed different profiles",
    "各输出意图共用一份配置", "let all intents share one profile",
)  # fmt: skip

RULES = (MISSING, SEVERAL, CONDITION, NO_PROFILE, DAMAGED, NOT_CMYK, NOT_OUTPUT, COMPONENTS, DIFFERENT)
HEADER = 128
CHANNELS = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4, b"Lab ": 3}
PRINTING = "/GTS_PDFX"
ARCHIVE = "/GTS_PDFA1"


def check(reading: Reading) -> Iterator[Finding]:
    """Every output intent and its profile."""
    printing = [intent for intent in reading.intents if str(intent.get("/S")) == PRINTING]
    if not printing:
        yield Finding(MISSING, object=named("intent"))
    if len(printing) > 1:
        yield Finding(SEVERAL, object=named("intent"), value=str(len(printing)))
    for intent in printing[:1]:
        if not str(intent.get("/OutputConditionIdentifier", "")).strip():
            yield Finding(CONDITION, object=named("intent"))
    for intent in reading.intents:
        yield from _profile(intent)
    yield from _same(reading)


def profile_space(reading: Reading, kind: str) -> str:
    """The ICC signature of the colour space of an output intent of a kind, e.g. ``CMYK``; empty without."""
    for intent in reading.intents:
        profile = intent.get("/DestOutputProfile")
        if str(intent.get("/S")) == kind and isinstance(profile, pikepdf.Stream):
            return _data(profile)[16:20].decode("latin-1").strip()
    return ""


def _data(profile: Any) -> bytes:
    try:
        return bytes(profile.read_bytes())
    except pikepdf.PdfError:
        return b""


def _profile(intent: Any) -> Iterator[Finding]:
    profile, name = intent.get("/DestOutputProfile"), str(intent.get("/S", "")).lstrip("/")
    if not isinstance(profile, pikepdf.Stream):
        yield Finding(NO_PROFILE, object=named("intent", name))
        return
    data = _data(profile)
    if fault := _fault(data):
        yield Finding(DAMAGED, object=named("intent", name), value=fault)
        return
    space, kind = data[16:20], data[12:16]
    channels = int(profile.get("/N", 0))
    if channels != CHANNELS.get(space, channels):
        value = f"N {channels}, {space.decode('latin-1').strip()}"
        yield Finding(COMPONENTS, object=named("intent", name), value=value)
    if str(intent.get("/S")) == PRINTING:
        yield from _wrong(NOT_CMYK, space, b"CMYK", name)
        yield from _wrong(NOT_OUTPUT, kind, b"prtr", name)


def _wrong(broken: Rule, found: bytes, wanted: bytes, name: str) -> Iterator[Finding]:
    if found != wanted:
        yield Finding(broken, object=named("intent", name), value=found.decode("latin-1").strip())


def _fault(data: bytes) -> str:
    if len(data) < HEADER:
        return f"{len(data)} B"
    if data[36:40] != b"acsp":
        return "acsp"
    size = int.from_bytes(data[:4], "big")
    return f"{size} ≠ {len(data)} B" if size > len(data) else ""


def _same(reading: Reading) -> Iterator[Finding]:
    profiles = {
        each.objgen: each
        for intent in reading.intents
        if isinstance(each := intent.get("/DestOutputProfile"), pikepdf.Stream)
    }
    if len(profiles) > 1 and len({_data(each) for each in profiles.values()}) > 1:
        yield Finding(DIFFERENT, object=named("intent"), value=str(len(profiles)))
