"""What drawings stand on: whatever the master or the layout paints under the place of content."""

from __future__ import annotations

from pathlib import Path

import pytest
import template_offices
from template_files import old, rewritten
from test_template_mapping import template_of

BACKGROUND = r"<p:bg>.*?</p:bg>"
RAMP = '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:srgbClr val="204060"/></a:gs>'
FILLS = {
    '<a:solidFill><a:srgbClr val="10203c"/></a:solidFill>': "10203C",
    '<a:solidFill><a:prstClr val="black"/></a:solidFill>': "000000",
    '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr></a:solidFill>': "808080",
    f"<a:gradFill><a:gsLst>{RAMP}</a:gsLst></a:gradFill>": "102030",
    "<a:noFill/>": "FFFFFF",
}  # fmt: skip


@pytest.mark.parametrize(("fill", "ground"), FILLS.items(), ids=FILLS.values())
def test_a_master_s_background_is_the_ground_whatever_its_fill(
    fill: str, ground: str, tmp_path: Path
) -> None:
    template = rewritten(
        old(), "slideMaster1.xml", BACKGROUND, f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    )
    assert template_of(tmp_path, template).use("figure").layout.ground == ground


def test_a_layout_s_own_background_comes_before_its_master_s(tmp_path: Path) -> None:
    own = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="AA0000"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    template = rewritten(old(), "slideLayout6.xml", r"(<p:cSld[^>]*>)", rf"\1{own}")
    resolved = template_of(tmp_path, template)
    assert resolved.use("figure").layout.ground == "AA0000"
    assert resolved.use("text").layout.ground == "FFFFFF"


def test_a_layout_that_hides_its_master_s_shapes_does_not_stand_on_them(tmp_path: Path) -> None:
    template = rewritten(
        template_offices.photographed(),
        "slideLayout6.xml",
        r"<p:sldLayout ",
        '<p:sldLayout showMasterSp="0" ',
    )
    resolved = template_of(tmp_path, template)
    assert resolved.use("figure").layout.ground == "FFFFFF"
    assert resolved.use("text").layout.ground == "14285A"


def test_a_picture_that_cannot_be_read_leaves_the_ground_below_it(tmp_path: Path) -> None:
    template = rewritten(template_offices.photographed(), "image1.png", r"(?s).*", "no picture")
    assert template_of(tmp_path, template).use("figure").layout.ground == "FFFFFF"


def test_a_field_at_the_side_is_no_ground(tmp_path: Path) -> None:
    assert template_of(tmp_path, template_offices.beside_picture()).use("text").layout.ground == "FFFFFF"
