"""Charts as pictures: SVG and PNG of one figure in the written file, and the figure print has."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from lxml import etree
from PIL import Image, ImageChops, ImageStat
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas
from samples import fonts
from test_pptx_structure import ROOT, A, folder, planned, report_theme
from test_pptx_validity import audited, sdk_errors

from reportgen.charts import ChartStyle, build
from reportgen.model.sheet import ChartItem
from reportgen.pdf.chart_text import DocumentText
from reportgen.pdf.charts import colours_of, draw_chart
from reportgen.pdf.fonts import PdfFonts
from reportgen.pdf.ink import Ink
from reportgen.pptx import write_deck
from reportgen.pptx.chart_picture import DENSITY

# isort: split
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path as VectorPath

EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
SVG = "{http://www.w3.org/2000/svg}"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
PICTURED = ("yuci", "long")


@lru_cache
def pictured(name: str) -> bytes:
    return write_deck(planned(name), report_theme(name), fonts(), supply="system", charts="picture")


def charts(name: str) -> list[ChartItem]:
    return [item for sheet in planned(name).sheets for item in sheet.items if isinstance(item, ChartItem)]


def shown(name: str) -> list[tuple[Any, bytes, bytes]]:
    """Every chart picture of the reopened file with its PNG and SVG."""
    found = []
    for slide in Presentation(BytesIO(pictured(name))).slides:
        for blip in slide._element.iter(f"{A}blip"):
            vector = blip.find(f".//{SVG_BLIP}")
            if vector is not None:
                png, svg = (slide.part.related_part(id).blob for id in (blip.get(EMBED), vector.get(EMBED)))
                found.append((blip.getparent().getparent(), png, svg))
    return found


@pytest.mark.parametrize("name", PICTURED)
def test_every_chart_is_a_described_picture_in_the_chart_s_place_and_none_is_native(name: str) -> None:
    pictures = shown(name)
    assert len(pictures) == len(charts(name)) >= 3
    for (picture, _, _), item in zip(pictures, charts(name), strict=True):
        head = picture.nvPicPr.cNvPr
        assert head.get("descr") == item.alt
        assert head.get("name") == item.name
        assert bool(item.placeholder) is (picture.ph is not None)
        assert picture.ph is None or picture.ph.get("type") == "pic"
        assert (picture.x, picture.cx) == (round(item.rect.x * 12700), round(item.rect.width * 12700))
    with zipfile.ZipFile(BytesIO(pictured(name))) as archive:
        assert not [entry for entry in archive.namelist() if "charts/" in entry or "embeddings/" in entry]


@pytest.mark.parametrize("name", PICTURED)
def test_both_pictures_have_the_chart_s_proportions_and_the_theme_s_colours(name: str) -> None:
    known = {f"#{colour.hex}" for colour in report_theme(name).colours.values()}
    for (_, png, svg), item in zip(shown(name), charts(name), strict=True):
        size = item.rect.width, item.rect.height
        assert Image.open(BytesIO(png)).size == tuple(round(value * DENSITY) for value in size)
        root = etree.fromstring(svg)
        assert root.get("viewBox").split()[2:] == [f"{value:.2f}".rstrip("0").rstrip(".") for value in size]
        assert root.get("aria-label") == item.alt
        colours = set(re.findall(rb'(?:fill|stroke)="(#\w+)"', svg))
        assert {colour.decode() for colour in colours} <= known
        assert root.find(f".//{SVG}text") is None  # no program's own font can change a word


def drawn(svg: bytes, size: tuple[float, float]) -> Image.Image:
    """The SVG's paths in grey, ``DENSITY`` pixels to the point, by a drawing program that is none of ours."""
    figure = Figure(figsize=(size[0] / 72, size[1] / 72), dpi=72 * DENSITY)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, size[0]), ylim=(size[1], 0))
    axes.set_axis_off()
    root = etree.fromstring(svg)
    clips = {clip.get("id"): outline(clip[0]) for clip in root.iter(f"{SVG}clipPath")}
    for element in root.iterchildren(f"{SVG}path"):
        width = float(element.get("stroke-width", 0))
        patch = PathPatch(
            outline(element), facecolor=element.get("fill"), edgecolor=element.get("stroke", "none"), linewidth=width,
            capstyle={"square": "projecting"}.get(cap := element.get("stroke-linecap", "butt"), cap),
        )  # fmt: skip
        axes.add_patch(patch)
        if clip := element.get("clip-path"):
            patch.set_clip_path(clips[clip[5:-1]], axes.transData)
    buffer = BytesIO()
    FigureCanvasAgg(figure).print_png(buffer)
    return Image.open(buffer).convert("L")


def outline(element: Any) -> VectorPath:
    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    for letter, numbers in re.findall(r"([MLCZ])([^MLCZ]*)", element.get("d")):
        values = [float(value) for value in numbers.split()] or [0.0, 0.0]
        vertices += zip(values[::2], values[1::2], strict=True)
        codes += [{"M": 1, "L": 2, "C": 4, "Z": 79}[letter]] * (len(values) // 2)
    return VectorPath(vertices, codes)


@pytest.mark.parametrize("name", PICTURED)
def test_both_pictures_show_the_same(name: str) -> None:
    for (_, png, svg), item in zip(shown(name), charts(name), strict=True):
        picture = Image.open(BytesIO(png))
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("L")
        vectors = drawn(svg, (item.rect.width, item.rect.height)).resize(picture.size)
        difference = ImageChops.difference(picture, vectors)
        assert ImageStat.Stat(difference).mean[0] < 2, item.name
        assert difference.reduce(8).getextrema()[1] < 96, item.name


def test_the_picture_is_the_chart_as_it_is_printed() -> None:
    theme = report_theme("yuci")
    for (_, png, _), item in zip(shown("yuci"), charts("yuci"), strict=True):
        picture = Image.open(BytesIO(png))
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture).convert("L")
        size = item.rect.width, item.rect.height
        buffer = BytesIO()
        canvas = Canvas(buffer, pagesize=size)
        ink = theme.colour("ink-text")
        text = DocumentText(canvas, fonts(), PdfFonts(fonts()), ink)
        style = ChartStyle(theme, theme.role(item.section), text, item.on_field, item.on_slide)
        draw_chart(canvas, build(item.spec, size, style), (0, 0), colours_of(theme), Ink(), text)
        canvas.save()
        page = pdfium.PdfDocument(buffer.getvalue())[0]
        printed = page.render(scale=DENSITY).to_pil().convert("L").resize(picture.size)
        difference = ImageChops.difference(picture, printed)
        assert ImageStat.Stat(difference).mean[0] < 3, item.name
        # Edges differ by how each program smooths them; nowhere is a stroke of a word missing.
        softened = difference.reduce(8)
        assert softened.getextrema()[1] < 96, item.name


@pytest.mark.parametrize("name", PICTURED)
def test_validators_find_nothing(name: str, tmp_path: Path) -> None:
    if name == "yuci":
        assert audited(pictured(name), tmp_path) == []
    assert sdk_errors(pictured(name), tmp_path) == []


def test_two_processes_draw_the_same_bytes(tmp_path: Path) -> None:
    options = ("--charts", "picture", "--fonts", "system")
    for seed in ("1", "2"):
        out = tmp_path / seed
        subprocess.run(
            [
                sys.executable,
                "-m",
                "reportgen",
                "pptx",
                str(folder("yuci")),
                "-q",
                "--out",
                str(out),
                *options,
            ],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
        )
    first, second = (tmp_path / seed / "yuci-deck.pptx" for seed in ("1", "2"))
    assert first.read_bytes() == second.read_bytes()
    assert b"chart1.svg" in first.read_bytes()
