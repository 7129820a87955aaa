"""Photographs in both files: upright, opaque, in the right inks."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from samples import fonts

from reportgen.content import load_report
from reportgen.layout.brochure import plan_brochure
from reportgen.model.press import DEFAULT_CONDITION
from reportgen.pdf.picture import Inks, prepared
from reportgen.pdf.press import profile_path
from reportgen.pdf.write import PRESS, SCREEN, PdfOptions, write_pdf
from reportgen.themes import load_theme

FOGRA = str(profile_path(DEFAULT_CONDITION))
PRESS_INKS, SCREEN_INKS = Inks(FOGRA, FOGRA), Inks("", FOGRA)
TEXT = """---
title: 小镇新貌
---

小镇一年一个样。

# 新貌

步道通了。

## 步道

河边新修的步道通了。

::: picture {file=pic.png alt="河边的步道" credit="某某 摄"}
:::
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.md").write_text(TEXT, encoding="utf-8")
    Image.new("RGBA", (640, 360), (200, 30, 30, 128)).save(tmp_path / "pic.png")
    return tmp_path


@pytest.mark.parametrize(("options", "space"), [(PRESS, "/DeviceCMYK"), (SCREEN, "/DeviceRGB")])
def test_a_picture_has_the_files_colour_space_and_no_soft_mask(
    folder: Path, options: PdfOptions, space: str
) -> None:
    theme = load_theme()
    data = write_pdf(plan_brochure(load_report(folder), theme, fonts()), theme, fonts(), options)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        images = [x for page in pdf.pages for x in page.Resources.get("/XObject", {}).values()]
        assert [str(image.ColorSpace) for image in images] == [space]
        assert all("/SMask" not in image for image in images)


def test_a_turned_photograph_stands_upright(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 20), (0, 0, 0))
    exif = image.getexif()
    exif[0x0112] = 6  # turned by 90°
    image.save(tmp_path / "turned.jpg", exif=exif)
    assert prepared(str(tmp_path / "turned.jpg"), SCREEN_INKS).size == (20, 40)


def test_white_stays_paper_white_on_the_press(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4), (255, 255, 255)).save(tmp_path / "white.png")
    assert prepared(str(tmp_path / "white.png"), PRESS_INKS).getpixel((1, 1)) == (0, 0, 0, 0)
