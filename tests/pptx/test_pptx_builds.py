"""Builds in the written file: what appears exists, appears once and whole, and the slide prints as without them."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from samples import fonts, report_of
from test_pptx_structure import A, P, planned, report_theme
from test_pptx_validity import audited, sdk_errors

from reportgen.content import load_report
from reportgen.layout.slides.plan import plan_deck
from reportgen.model.slide import Deck
from reportgen.pptx import write_deck

BUILT = ("yuci", "long", "rare")
THERE_AT_ONCE = {
    PP_PLACEHOLDER.TITLE,
    PP_PLACEHOLDER.CENTER_TITLE,
    PP_PLACEHOLDER.FOOTER,
    PP_PLACEHOLDER.DATE,
    PP_PLACEHOLDER.SLIDE_NUMBER,
}


@lru_cache
def building(name: str) -> Deck:
    return plan_deck(replace(report_of(name), build=True), report_theme(name), fonts())


@lru_cache
def built(name: str) -> bytes:
    return write_deck(building(name), report_theme(name), fonts(), supply="system")


def slides(data: bytes) -> list[Any]:
    return list(Presentation(BytesIO(data)).slides)


def targets(slide: Any) -> list[tuple[int, int | None]]:
    """Shape and paragraph of everything that appears, in order."""
    found: list[tuple[int, int | None]] = []
    for target in slide._element.iter(f"{P}spTgt"):
        span = target.find(f"{P}txEl/{P}pRg")
        if span is not None:
            assert span.get("st") == span.get("end")
        found.append((int(target.get("spid")), None if span is None else int(span.get("st"))))
    return found


def waits(shape: Any) -> bool:
    """Whether the shape is to appear: content that neither frames the slide nor adorns it."""
    if shape.is_placeholder and shape.placeholder_format.type in THERE_AT_ONCE:
        return False
    decorative = any(etree.QName(element).localname == "decorative" for element in shape._element.iter())
    return not decorative and not shape.name.startswith("栏目")


@pytest.mark.parametrize("name", BUILT)
def test_every_piece_of_content_appears_once_and_whole(name: str) -> None:
    checked = 0
    for slide in slides(built(name)):
        if slide._element.find(f"{P}timing") is None:
            assert slide.slide_layout._element.get("showMasterSp") == "0"  # full-colour slides stand at once
            continue
        seen = Counter(targets(slide))
        assert set(seen.values()) == {1}
        for shape in slide.shapes:
            paragraphs = [paragraph for id, paragraph in seen if id == shape.shape_id]
            if not waits(shape):
                assert paragraphs == []
            elif shape.has_text_frame:
                assert sorted(paragraphs) == list(range(len(shape.text_frame.paragraphs))), shape.name
            else:
                assert paragraphs == [None], shape.name
            checked += len(paragraphs)
        assert {id for id, _ in seen} <= {shape.shape_id for shape in slide.shapes}
    assert checked > 40


@pytest.mark.parametrize("name", BUILT)
def test_text_is_built_by_paragraph_and_a_chart_as_one(name: str) -> None:
    for slide in slides(built(name)):
        shapes = {shape.shape_id: shape for shape in slide.shapes}
        listed = {
            int(entry.get("spid")): entry for entry in slide._element.iter(f"{P}bldP", f"{P}bldGraphic")
        }
        wanted = {id for id, _ in targets(slide) if shapes[id].has_text_frame or shapes[id].has_chart}
        assert set(listed) == wanted
        for id, entry in listed.items():
            if shapes[id].has_chart:
                assert entry.find(f"{P}bldAsOne") is not None
            else:
                assert entry.get("build") == "p"
                rules = shapes[id]._element.iter(f"{A}pPr")
                assert int(entry.get("bldLvl", "1")) == 1 + max(int(rule.get("lvl", "0")) for rule in rules)


def test_a_heading_comes_with_what_it_heads_and_a_label_with_its_numeral() -> None:
    slide = next(s for s in slides(built("yuci")) if s.shapes.title.text_frame.text.startswith("“特优”"))
    shapes = {shape.shape_id: shape for shape in slide.shapes}
    clicks: list[list[str]] = []
    for effect in slide._element.iter(f"{P}cTn"):
        if effect.get("nodeType") in ("clickEffect", "withEffect"):
            clicks += [[]] if effect.get("nodeType") == "clickEffect" else []
            shape = shapes[int(effect.find(f".//{P}spTgt").get("spid"))]
            span = effect.find(f".//{P}pRg")
            text = "" if span is None else shape.text_frame.paragraphs[int(span.get("st"))].text
            clicks[-1].append(text or shape.name)
    assert clicks == [
        ["立足强一产", "荣誉"],
        ["名片"],
        ["聚焦稳二产，", "突破 300 亿元", "农特产品精深加工产值"],
        ["农特产品精深加工产值"],
        ["聚力“传统升级”与“新兴培育”双轮驱动"],  # a paragraph at a time
        ["工业转型步伐破局突围"],
        ["事项"],
    ]


@pytest.mark.parametrize("name", BUILT)
def test_slides_print_as_without_builds(name: str) -> None:
    plain = write_deck(planned(name), report_theme(name), fonts(), supply="system")
    for still, moving in zip(slides(plain), slides(built(name)), strict=True):
        assert still._element.find(f"{P}timing") is None
        timing = moving._element.find(f"{P}timing")
        if timing is not None:
            moving._element.remove(timing)
        assert etree.tostring(moving._element) == etree.tostring(still._element)


def test_pictures_of_charts_appear_too(tmp_path: Path) -> None:
    data = write_deck(building("yuci"), report_theme("yuci"), fonts(), supply="system", charts="picture")
    appeared = 0
    for slide in slides(data):
        pictures = {int(pic.find(f".//{P}cNvPr").get("id")) for pic in slide._element.iter(f"{P}pic")}
        assert pictures <= {id for id, _ in targets(slide)}
        assert slide._element.find(f".//{P}bldGraphic") is None
        appeared += len(pictures)
    assert appeared == 8
    assert sdk_errors(data, tmp_path) == []


@pytest.mark.parametrize("name", BUILT)
def test_validators_find_nothing_in_builds(name: str, tmp_path: Path) -> None:
    assert sdk_errors(built(name), tmp_path) == []
    if name == "rare":
        assert audited(built(name), tmp_path) == []


def test_a_report_asks_for_builds_in_its_head(tmp_path: Path) -> None:
    asked = {}
    for word in ("", "build: true", "build: false"):
        (tmp_path / "report.md").write_text(f"---\ntitle: 标题\n{word}\n---\n\n甲。\n", encoding="utf-8")
        asked[word] = load_report(tmp_path).build
    assert asked == {"": False, "build: true": True, "build: false": False}
