"""Whatever a camera or program leaves: in print, on the screen and on slides alike, and silent of its origin."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import odd_pictures as odd
import pikepdf
import pytest
from PIL import Image
from pptx import Presentation
from samples import fonts

from reportgen.content import load_report
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.slides.plan import plan_deck
from reportgen.model.report import Report
from reportgen.pdf.write import PRESS, SCREEN, PdfOptions, write_pdf
from reportgen.pptx import write_deck
from reportgen.pptx.photographs import SHOWN
from reportgen.themes import load_theme

HEAD = "---\ntitle: 照片\n---\n\n一组照片。\n\n# 照片\n\n照片如下。\n"


def text_of(names: list[str]) -> str:
    sections = (
        f"## 第{i}张\n\n请看。\n\n::: picture {{file={n} alt={n}}}\n:::\n" for i, n in enumerate(names)
    )
    return "\n".join((HEAD, *sections))


def report_with(folder: Path, files: dict[str, bytes]) -> Report:
    (folder / "report.md").write_text(text_of(list(files)), encoding="utf-8")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return load_report(folder)


@lru_cache
def odd_report() -> Report:
    folder = Path(tempfile.mkdtemp(prefix="pictures-"))
    atexit.register(shutil.rmtree, folder)
    return report_with(folder, {name: make() for name, make in odd.ODD.items()})


def deck(report: Report) -> bytes:
    theme = load_theme()
    return write_deck(plan_deck(report, theme, fonts()), theme, fonts(), supply="system")


@lru_cache
def odd_deck() -> bytes:
    return deck(odd_report())


def brochure(report: Report, options: PdfOptions) -> bytes:
    theme = load_theme()
    return write_pdf(plan_brochure(report, theme, fonts()), theme, fonts(), options)


def shown_on_slides(data: bytes) -> dict[str, tuple[bytes, tuple[int, int]]]:
    """Alternative text → the stored picture and its size on the slide in EMU."""
    slides = Presentation(BytesIO(data)).slides
    pictures = (shape for slide in slides for shape in slide.shapes if hasattr(shape, "image"))
    return {p._element.nvPicPr.cNvPr.get("descr"): (p.image.blob, (p.width, p.height)) for p in pictures}


def images_of(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    images = [x for page in pdf.pages for x in page.Resources.get("/XObject", {}).values()]
    return [image for image in images if image.Subtype == "/Image"]


@pytest.mark.parametrize("name", odd.ODD)
def test_a_slide_shows_the_picture_upright_in_its_colours(name: str) -> None:
    blob, (across, down) = shown_on_slides(odd_deck())[name]
    image = Image.open(BytesIO(blob))
    ground = Image.new("RGBA", image.size, "white")
    assert odd.shows_quarters(Image.alpha_composite(ground, image.convert("RGBA")))
    assert image.mode != "CMYK"
    assert across / down == pytest.approx(3 / 2, abs=0.01)
    assert getattr(image, "n_frames", 1) == 1


@pytest.mark.parametrize("options", [SCREEN, PRESS])
def test_pages_show_every_picture_upright_in_its_colours(options: PdfOptions) -> None:
    with pikepdf.open(BytesIO(brochure(odd_report(), options))) as pdf:
        images = images_of(pdf)
        assert len(images) == len(odd.ODD)
        for image in images:
            pixels = pikepdf.PdfImage(image).as_pil_image()
            assert odd.shows_quarters(pixels), image.objgen


def test_no_output_says_where_a_picture_was_taken_by_whom_or_how_it_came_about() -> None:
    files = {name: make() for name, make in odd.ODD.items()}
    assert sum(odd.SECRET in data for data in files.values()) > 10
    with zipfile.ZipFile(BytesIO(odd_deck())) as archive:
        media = [archive.read(name) for name in archive.namelist() if "/media/" in name]
    assert media
    for data in media:
        assert odd.SECRET not in data
        assert not {"exif", "xmp", "comment", "Author", "History"} & Image.open(BytesIO(data)).info.keys()
    for options in (SCREEN, PRESS):
        assert odd.SECRET not in brochure(odd_report(), options)


def test_transparency_stays_clear_on_slides() -> None:
    shown = shown_on_slides(odd_deck())
    for name in ("透明.png", "透明调色板.png", "透明色.png"):
        image = Image.open(BytesIO(shown[name][0])).convert("RGBA")
        assert image.getpixel((image.width * 3 // 4, image.height * 3 // 4))[3] == 0, name


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert deck(odd_report()) == odd_deck()


def test_a_photograph_and_its_copy_print_in_two_sizes_and_are_stored_once(tmp_path: Path) -> None:
    photograph = odd.saved(odd.quarters(), "JPEG")
    report_with(tmp_path, {"a.jpg": photograph, "b.jpg": photograph})
    text = text_of(["a.jpg", "b.jpg", "a.jpg"]) + "产值[3亿元]{#a label=产值}。"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    report = load_report(tmp_path)
    with pikepdf.open(BytesIO(brochure(report, PRESS))) as pdf:
        images = images_of(pdf)
        assert len(images) == 3
        assert len({image.objgen for image in images}) == 1
        assert odd.shows_quarters(pikepdf.PdfImage(images[0]).as_pil_image())
    with zipfile.ZipFile(BytesIO(deck(report))) as archive:
        assert [name for name in archive.namelist() if "/media/" in name] == ["ppt/media/image1.jpg"]


def test_each_of_two_places_of_a_photograph_is_a_figure_of_its_own(tmp_path: Path) -> None:
    report_with(tmp_path, {"a.jpg": odd.saved(odd.quarters(), "JPEG")})
    box = "\n::: picture {file=a.jpg alt=河边}\n:::\n"
    (tmp_path / "report.md").write_text(f"{HEAD}\n## 小节\n\n请看。\n{box}{box}", encoding="utf-8")
    theme = load_theme()
    document = plan_brochure(load_report(tmp_path), theme, fonts())
    figures = [node for node in document.structure.nodes() if node.tag == "Figure" and node.alt == "河边"]
    assert len(figures) == 2


def test_a_photograph_is_as_fine_on_a_slide_as_it_needs(tmp_path: Path) -> None:
    large = Image.effect_noise((4200, 2800), 60).convert("RGB")
    report = report_with(tmp_path, {"大.jpg": odd.saved(large, "JPEG", quality=98)})
    blob, (across, _) = shown_on_slides(deck(report))["大.jpg"]
    image = Image.open(BytesIO(blob))
    assert image.width / (across / 914400) == pytest.approx(SHOWN.wanted, abs=1)
    assert len(blob) * 2 < (tmp_path / "大.jpg").stat().st_size


def test_a_jpeg_that_needs_no_change_is_not_encoded_again(tmp_path: Path) -> None:
    report = report_with(tmp_path, {"多话.jpg": odd.told_jpeg()})
    blob, _ = shown_on_slides(deck(report))["多话.jpg"]
    plain = odd.saved(odd.quarters(), "JPEG")
    scan = plain[plain.index(b"\xff\xda") :]
    assert blob.endswith(scan)
    assert len(blob) < len(plain) + 50


def test_a_drawing_stays_lossless_and_a_photograph_in_a_png_does_not(tmp_path: Path) -> None:
    noise = Image.effect_noise((900, 600), 60).convert("RGB")
    files = {"画.png": odd.saved(odd.quarters(), "PNG"), "照.png": odd.saved(noise, "PNG")}
    shown = shown_on_slides(deck(report_with(tmp_path, files)))
    assert Image.open(BytesIO(shown["画.png"][0])).format == "PNG"
    assert Image.open(BytesIO(shown["画.png"][0])).tobytes() == odd.quarters().tobytes()
    assert Image.open(BytesIO(shown["照.png"][0])).format == "JPEG"
