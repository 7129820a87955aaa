"""What is read of a picture's file, and what is said of one that cannot be used."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import odd_pictures as odd
import pytest
from PIL import Image, ImageCms

from reportgen.content import load_report
from reportgen.errors import Problem, ReportgenError
from reportgen.model.press import DEFAULT_CONDITION
from reportgen.pdf.picture import PRINTED, image_data
from reportgen.pictures.colour import PictureProfiles
from reportgen.pictures.examine import Examined, examine
from reportgen.pictures.orientation import orientation
from reportgen.pictures.split import split
from reportgen.pictures.upright import pixels
from reportgen.printers.profiles import profile_path

FOGRA = str(profile_path(DEFAULT_CONDITION))
SCREEN_INKS, PRESS_INKS = PictureProfiles("", FOGRA), PictureProfiles(FOGRA, FOGRA)
PLACE = (720.0, 480.0)
HEAD = "---\ntitle: 照片\n---\n\n一张照片。\n\n"


def on_paper(path: Path, inks: PictureProfiles = PRESS_INKS) -> Image.Image:
    return pixels(str(path), inks, PLACE, PRINTED, opaque=True).image


@pytest.mark.parametrize("name", odd.ODD)
def test_every_odd_picture_stands_as_large_as_it_is_upright(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(odd.ODD[name]())
    found = examine(tmp_path / name, name)
    assert isinstance(found, Examined)
    assert found.size == odd.SIZE
    told = [problem.message.en for problem in found.warnings]
    assert len(told) == (name in ("坏特性.jpg", "断特性.jpg", "断特性.png", "动图.png"))


def test_a_profile_for_other_channels_is_told_and_taken_as_srgb(tmp_path: Path) -> None:
    data = odd.saved(odd.quarters(), "JPEG", icc_profile=Path(FOGRA).read_bytes())
    (tmp_path / "a.jpg").write_bytes(data)
    found = examine(tmp_path / "a.jpg", "a.jpg")
    assert isinstance(found, Examined)
    (problem,) = found.warnings
    assert "sRGB" in problem.message.en
    assert odd.shows_quarters(on_paper(tmp_path / "a.jpg", SCREEN_INKS))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_whole_profile_is_not_told(tmp_path: Path, kind: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (tmp_path / "a").write_bytes(odd.saved(odd.quarters(), kind, icc_profile=profile))
    assert examine(tmp_path / "a", "a") == Examined(odd.SIZE)
    parts = split((tmp_path / "a").read_bytes())
    assert parts is not None
    assert parts.profile == profile


def test_the_tone_of_a_grey_scan_of_sixteen_bits_is_kept(tmp_path: Path) -> None:
    ramp = b"".join(struct.pack(">H", value) for value in range(65536))
    scan = Image.frombytes("I;16B", (256, 256), ramp)
    (tmp_path / "a.png").write_bytes(odd.saved(scan.convert("I").convert("I;16"), "PNG"))
    for inks in (SCREEN_INKS, PRESS_INKS):
        data = image_data(str(tmp_path / "a.png"), inks, PLACE)
        assert (data.space, data.bits) == ("DeviceGray", 8)
    grey = on_paper(tmp_path / "a.png")
    assert [grey.getpixel((0, row)) for row in (0, 64, 128, 255)] == [0, 64, 128, 254]
    assert grey.getpixel((255, 255)) == 255


def test_one_bit_with_a_clear_colour_is_white_there(tmp_path: Path) -> None:
    image = Image.new("1", (40, 40), 0)
    image.paste(1, (20, 0, 40, 40))
    (tmp_path / "a.png").write_bytes(odd.saved(image, "PNG", transparency=0))
    grey = on_paper(tmp_path / "a.png")
    assert (grey.mode, grey.getextrema()) == ("L", (255, 255))


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", ["H", "I"])
def test_orientation_is_read_in_both_byte_orders_and_widths(order: str, kind: str) -> None:
    mark = {"<": b"II", ">": b"MM"}[order] + struct.pack(f"{order}HI", 42, 8)
    entry = struct.pack(f"{order}HHI{kind}", 0x0112, {"H": 3, "I": 4}[kind], 1, 6)
    assert orientation(mark + struct.pack(f"{order}H", 1) + entry.ljust(12, b"\0")) == 6


@pytest.mark.parametrize(
    "exif", [b"", b"II", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff", b"xx" * 40]
)
def test_an_exif_block_that_breaks_off_says_nothing(exif: bytes) -> None:
    assert orientation(exif) == 1


def test_the_bare_data_show_the_same_pixels() -> None:
    for data in (odd.told_jpeg(), odd.told_png(), odd.saved(odd.quarters(), "JPEG", progressive=True)):
        parts = split(data)
        assert parts is not None
        bare = Image.open(BytesIO(parts.bare))
        whole = odd.quarters() if parts.kind == "PNG" else Image.open(BytesIO(data))
        assert bare.tobytes() == whole.tobytes()
        assert odd.SECRET not in parts.bare


def refused(folder: Path, data: bytes) -> Problem:
    """The one problem of a report with that picture, told at the attribute that names its file."""
    (folder / "甲.jpg").write_bytes(data)
    (folder / "report.md").write_text(f"{HEAD}::: picture {{file=甲.jpg alt=甲}}\n:::\n", encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        load_report(folder)
    (problem,) = caught.value.problems
    assert str(problem.place).endswith("report.md:7:14")
    assert problem.hint is not None
    return problem


def cut() -> bytes:
    whole = odd.saved(Image.effect_noise((200, 200), 50), "JPEG")
    return whole[: len(whole) // 2]


def bomb() -> bytes:
    """A PNG that says it has 20 gigapixels."""
    png = odd.saved(Image.new("L", (1, 1)), "PNG")
    head = struct.pack(">2I5B", 200_000, 100_000, 8, 0, 0, 0, 0)
    return png[:8] + odd.chunk(b"IHDR", head) + png[33:]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no PNG or JPEG picture"),
        (b"text", "no PNG or JPEG picture"),
        (odd.saved(odd.quarters(), "GIF"), "is GIF"),
        (odd.saved(odd.quarters(), "WEBP"), "is WebP"),
        (odd.saved(odd.quarters(), "TIFF"), "is TIFF"),
        (odd.saved(odd.quarters(), "BMP"), "is BMP"),
        (b"\0\0\0\x18ftypheic", "is HEIC"),
        (cut(), "cut short or damaged"),
        (b"\xff\xd8", "cut short or damaged"),
        (b"\x89PNG\r\n\x1a\n", "cut short or damaged"),
        (b"\xff\xd8\xff\xe2\x00\x0eICC_PROFILE\0", "cut short or damaged"),
        (bomb(), "too large"),
    ],
)
def test_what_cannot_be_used_is_told_at_its_line(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in refused(tmp_path, data).message.en


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_file_cut_or_changed_anywhere_never_ends_in_a_traceback(tmp_path: Path, kind: str) -> None:
    image = Image.effect_noise((60, 40), 50).convert("RGB")
    whole = odd.saved(image, kind, exif=odd.exif(6), icc_profile=odd.srgb())
    usable = 0
    for at in range(2, len(whole), max(1, len(whole) // 150)):
        for data in (whole[:at], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
            (tmp_path / "a").write_bytes(data)
            found = examine(tmp_path / "a", "a")
            assert isinstance(found, Problem | Examined)
            if isinstance(found, Examined):
                usable += 1
                assert image_data(str(tmp_path / "a"), PRESS_INKS, PLACE).data
    assert usable > 10
