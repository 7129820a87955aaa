"""The outline view shows the whole talk, and resetting a slide changes neither the place nor the look of a text."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from resetting import A, level, look, meanings
from test_pptx_structure import NAMES, name, planned, report_theme, written

from reportgen.layout.slides.scheme import SLOTS

__all__ = ["name"]
MOST_LAYOUTS = {"yuci": 19, "tiny": 2, "long": 25, "nofigures": 10, "rare": 14, "extremes": 13, "loose": 10}


def slides(name: str) -> list[Any]:
    return list(Presentation(BytesIO(written(name))).slides)


def holders(slide: Any) -> Iterator[tuple[Any, Any]]:
    """The slide's placeholders with text, each with the layout's."""
    offered = {holder.placeholder_format.idx: holder for holder in slide.slide_layout.placeholders}
    for shape in slide.placeholders:
        if shape.has_text_frame:
            yield shape, offered[shape.placeholder_format.idx]


def test_every_text_on_a_slide_stands_in_a_placeholder(name: str) -> None:
    """All but the labels inside the drawing of a chart, which are of its group."""
    said = 0
    for slide in slides(name):
        texts = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text.strip()]
        assert [shape.text_frame.text for shape in texts if not shape.is_placeholder] == []
        said += len(texts)
    assert said >= len(slides(name))


def test_few_layouts_serve_a_deck(name: str) -> None:
    assert len(Presentation(BytesIO(written(name))).slide_layouts) <= MOST_LAYOUTS[name]


def test_a_paragraph_looks_as_the_layout_has_its_level(name: str) -> None:
    """Size, face, colour, leading, space, indent and alignment: a reset changes none of them."""
    checked = 0
    for slide in slides(name):
        for shape, holder in holders(slide):
            for paragraph in shape._element.iter(f"{A}p"):
                rules = paragraph.find(f"{A}pPr")
                known = level(holder, rules)
                assert _rules(rules) == _rules(known), (slide.slide_layout.name, shape.text_frame.text)
                looks = [look(run.find(f"{A}rPr")) for run in paragraph if run.find(f"{A}rPr") is not None]
                expected = look(known.find(f"{A}defRPr"), meanings(slide))
                assert expected in looks, (
                    slide.slide_layout.name,
                    shape.text_frame.text,
                )
                checked += 1
    assert checked >= 2 * len(slides(name))


def _rules(element: Any) -> tuple[object, ...]:
    """The paragraph's own properties, without its level and the look of its text."""
    attributes = {key: value for key, value in element.attrib.items() if key != "lvl"}
    inner = [etree.tostring(child, method="c14n") for child in element if child.tag != f"{A}defRPr"]
    return (sorted(attributes.items()), inner)


def test_a_layout_of_several_sections_has_the_text_colour_of_each(name: str) -> None:
    """Its accent means the section's colour on the slide, so that one level serves the heads of all."""
    theme = report_theme(name)
    for sheet, slide in zip(planned(name).sheets, slides(name), strict=True):
        meant = meanings(slide).get("accent4", "accent4")
        shared = planned(name).layout(sheet.layout).recoloured
        assert shared or meant == "accent4"
        if shared:
            assert theme.colour(SLOTS[meant]) == theme.role(sheet.section).text


def test_the_placeholders_of_a_layout_lie_beside_each_other(name: str) -> None:
    """None across another; only words in the middle of a ring stand on it, and marks hang out of titles."""
    for layout in Presentation(BytesIO(written(name))).slide_layouts:
        places = [
            h for h in layout.placeholders if h.placeholder_format.type.name in ("BODY", "TABLE", "CHART")
        ]
        for i, one in enumerate(places):
            for other in places[i + 1 :]:
                on_ring = "CHART" in (one.placeholder_format.type.name, other.placeholder_format.type.name)
                assert on_ring or not _across(one, other), (layout.name, one.name, other.name)


def _across(one: Any, other: Any) -> bool:
    slack = 14 * 12700  # the white round letters, and the room for hanging marks
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > slack and down > slack


def test_lists_have_a_level_for_each_look_heads_first() -> None:
    """A column's numeral stands above its label in the outline."""
    levels = {}
    for sheet in planned("yuci").sheets:
        for item in sheet.items:
            for i, paragraph in enumerate(getattr(item, "paragraphs", ())):
                levels.setdefault(item.role_of(i), set()).add(paragraph.level)
    assert levels["heading"] == {0}
    assert min(levels["label"] - {0}) > min(levels["numeral"])
    for layout in planned("long").layouts:
        assert all(len(holder.levels) <= 9 for holder in layout.placeholders)
        marker = layout.placeholder("marker")
        assert marker is None or len(marker.levels) == 1  # of whatever section


@pytest.mark.parametrize("name", NAMES)
def test_what_an_outline_lists_is_read_title_first(name: str) -> None:
    for sheet, slide in zip(planned(name).sheets, slides(name), strict=True):
        said = [shape.text_frame.text for shape, _ in holders(slide)]
        assert "".join(said[0].split()) == "".join(sheet.title.split())
