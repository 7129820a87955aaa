"""Photographs in both files: upright, opaque, in the right inks."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms
from samples import fonts

from reportgen.content import load_report
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.brochure.resolution import resolution_findings
from reportgen.model.press import DEFAULT_CONDITION
from reportgen.model.sheet import PictureItem
from reportgen.pdf.picture import PRINTED, image_data
from reportgen.pdf.write import PRESS, SCREEN, PdfOptions, write_pdf
from reportgen.pictures.colour import PictureProfiles
from reportgen.pictures.jpeg import jpeg_parts
from reportgen.pictures.upright import pixels
from reportgen.printers.profiles import profile_path
from reportgen.themes import load_theme

FOGRA = str(profile_path(DEFAULT_CONDITION))
PRESS_INKS, SCREEN_INKS = PictureProfiles(FOGRA, FOGRA), PictureProfiles("", FOGRA)
PLACE = (720.0, 480.0)  # points, where nothing here is too fine
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


def prepared(path: str, inks: PictureProfiles) -> Image.Image:
    return pixels(path, inks, PLACE, PRINTED, opaque=True).image


def test_a_turned_photograph_stands_upright(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 20), (0, 0, 0))
    exif = image.getexif()
    exif[0x0112] = 6  # turned by 90°
    image.save(tmp_path / "turned.jpg", exif=exif)
    assert prepared(str(tmp_path / "turned.jpg"), SCREEN_INKS).size == (20, 40)


def test_white_stays_paper_white_on_the_press(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4), (255, 255, 255)).save(tmp_path / "white.png")
    assert prepared(str(tmp_path / "white.png"), PRESS_INKS).getpixel((1, 1)) == (0, 0, 0, 0)


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def other_rgb() -> bytes:
    """An RGB profile of another name and other primaries: red and green exchanged."""
    data = srgb().replace("sRGB".encode("utf-16-be"), "Else".encode("utf-16-be"))
    return data.replace(b"rXYZ", b"?XYZ", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"?XYZ", b"gXYZ", 1)


def test_a_pictures_own_profile_is_honoured(tmp_path: Path) -> None:
    """The same numbers under another profile are another colour; sRGB under its name is sRGB."""
    colour = (60, 120, 90)
    for name, profile in (("plain", None), ("srgb", srgb()), ("wide", other_rgb())):
        Image.new("RGB", (4, 4), colour).save(tmp_path / f"{name}.png", icc_profile=profile)
    inks = {name: prepared(str(tmp_path / f"{name}.png"), PRESS_INKS) for name in ("plain", "srgb", "wide")}
    shown = {name: image.getpixel((1, 1)) for name, image in inks.items()}
    assert shown["plain"] == shown["srgb"]
    assert shown["plain"] != shown["wide"]
    assert prepared(str(tmp_path / "plain.png"), SCREEN_INKS).getpixel((1, 1)) == colour
    assert prepared(str(tmp_path / "wide.png"), SCREEN_INKS).getpixel((1, 1)) != colour


@pytest.mark.parametrize("with_profile", [True, False])
def test_a_cmyk_jpeg_in_the_presss_own_inks_is_passed_on_as_it_is(tmp_path: Path, with_profile: bool) -> None:
    path = tmp_path / "inks.jpg"
    icc = Path(FOGRA).read_bytes() if with_profile else None
    Image.new("CMYK", (320, 200), (10, 200, 180, 30)).save(path, quality=95, icc_profile=icc)
    press = image_data(str(path), PRESS_INKS, (72.0, 45.0))
    assert (press.space, press.filter, press.inverted) == ("DeviceCMYK", "DCTDecode", True)
    assert press.data[-2000:] == path.read_bytes()[-2000:]
    assert b"ICC_PROFILE" not in press.data
    red, green, blue = prepared(str(path), SCREEN_INKS).getpixel((5, 5))
    assert red > 2 * green > 0
    assert red > 2 * blue > 0


def test_a_jpeg_that_needs_no_change_keeps_its_data_but_not_where_it_was_taken(tmp_path: Path) -> None:
    path = tmp_path / "plain.jpg"
    image = Image.new("RGB", (300, 200), (90, 120, 30))
    exif = image.getexif()
    exif[0x010E] = "SECRET PLACE"
    image.save(path, quality=90, exif=exif)
    data = image_data(str(path), SCREEN_INKS, (72.0, 48.0))
    assert data.data == jpeg_parts(path.read_bytes()).bare
    assert b"SECRET" in path.read_bytes()
    assert b"SECRET" not in data.data
    assert Image.open(io.BytesIO(data.data)).tobytes() == Image.open(path).tobytes()


@pytest.mark.parametrize(("mode", "bits"), [("L", 8), ("LA", 8), ("1", 1)])
def test_grey_and_one_bit_pictures_stay_on_the_black_plate(tmp_path: Path, mode: str, bits: int) -> None:
    Image.new(mode, (30, 20)).save(tmp_path / "grey.png")
    data = image_data(str(tmp_path / "grey.png"), PRESS_INKS, (72.0, 48.0))
    assert (data.space, data.bits, data.width) == ("DeviceGray", bits, 30)


def test_what_is_far_finer_than_printed_is_brought_down(tmp_path: Path) -> None:
    Image.effect_noise((1000, 500), 40).convert("RGB").save(tmp_path / "fine.jpg")
    path = str(tmp_path / "fine.jpg")
    assert image_data(path, PRESS_INKS, (72.0, 36.0)).width == 300
    assert image_data(path, PRESS_INKS, (200.0, 100.0)).width == 1000  # 360 ppi
    Image.new("1", (1000, 500)).save(tmp_path / "line.png")
    assert image_data(str(tmp_path / "line.png"), PRESS_INKS, (72.0, 36.0)).width == 1000


def test_a_photograph_on_its_side_is_placed_upright(folder: Path) -> None:
    image = Image.new("RGB", (640, 360), (10, 90, 160))
    exif = image.getexif()
    exif[0x0112] = 8
    image.save(folder / "pic.jpg", exif=exif)
    (folder / "report.md").write_text(TEXT.replace("pic.png", "pic.jpg"), encoding="utf-8")
    theme = load_theme()
    document = plan_brochure(load_report(folder), theme, fonts())
    (item,) = (i for sheet in document.sheets for i in sheet.items if isinstance(i, PictureItem))
    assert item.rect.height / item.rect.width == pytest.approx(640 / 360)
    with pikepdf.open(io.BytesIO(write_pdf(document, theme, fonts(), PRESS))) as pdf:
        (drawn,) = (x for page in pdf.pages for x in page.Resources.get("/XObject", {}).values())
        assert drawn.Height / drawn.Width == pytest.approx(640 / 360, abs=0.01)


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (2400, ""),
        (1700, "under 300 ppi"),
        (1400, "prints visibly soft"),
        (640, "unfit for the press"),
    ],
)
def test_a_picture_too_coarse_for_its_place_is_a_finding(folder: Path, width: int, said: str) -> None:
    Image.new("RGB", (width, width * 9 // 16)).save(folder / "pic.png")
    report = load_report(folder)
    found = resolution_findings(plan_brochure(report, load_theme(), fonts()), report)
    if not said:
        assert found == ()
        return
    (problem,) = found
    assert said in problem.message.en
    assert "ppi" in problem.message.zh
    assert problem.severity == "warning"
    assert problem.place is not None
    assert problem.place.line == TEXT[: TEXT.index("::: picture")].count("\n") + 1
