"""Draws the pictures of the manual: every chart as a page has it, pages and slides of every output.

Usage: python -m scripts.write_pictures [charts | outputs]

The charts are those of ``docs/examples/charts``, the pages and slides those of ``content/yuci``. LibreOffice turns
decks into pages, with the fonts of the program. The same versions of all that draws give the same bytes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, inf
from pathlib import Path
from types import MappingProxyType

import pypdfium2
from msgspec import Struct
from PIL import Image

import reportgen
from reportgen.charts.describe import describe
from reportgen.charts.kinds import kind_of
from reportgen.fonts import Fonts
from reportgen.lengths import Rect
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Chart, Report
from reportgen.model.sheet import ChartItem
from reportgen.model.theme import Theme
from reportgen.pptx.chart_picture import chart_picture
from reportgen.products import PRODUCTS
from reportgen.themes import load_theme
from reportgen.typeset.chart_words import ChartWords

DOCS = Path(__file__).parents[1] / "docs"
EXAMPLES = DOCS / "examples" / "charts"
SAMPLE = DOCS.parent / "content" / "yuci"
INTERNAL = DOCS.parent / "tests" / "contents" / "rare"  # has lines that stay inside the office
PICTURES = DOCS / "pictures"
WIDTHS = (300.0, 400.0, 500.0)  # points; the first at which a chart can be read
SECTIONS = 3  # colours of sections, one a kind in turn
GAP, GROUND = 12, (226, 226, 222)  # pixels around a page, and what it lies on
FINER = 3  # times as many pixels as are kept
COLOURS = 96  # of a picture's palette
MARGIN = 14  # points around a chart
NOTES = 'pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"}}'

FONTS = (
    "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>{fonts}</dir>"
    "<cachedir>{cache}</cachedir></fontconfig>"
)
VIEW_BOX = re.compile('viewBox="0 0 ([^"]+)"')


class Show(Struct, frozen=True):
    """Pages of an output counted from 0, or from the last, side by side in so many columns of some pixels; or all."""

    pages: Sequence[int]
    columns: int
    width: int
    report: Path = SAMPLE


SHOWN: Mapping[str, Show] = MappingProxyType(
    {
        "brochure": Show((0, 2, 5, 10), 4, 240),
        "brochure-print": Show((0, 5), 2, 320),
        "brochure-office": Show((5, 6), 2, 300),
        "brochure-booklet-press": Show((0,), 1, 640),
        "brochure-booklet-spreads": Show((5,), 1, 560),
        "brochure-booklet-a3": Show((3,), 1, 560),
        "brochure-booklet-a4": Show((2,), 1, 560),
        "deck": Show((0, 2, 4, 9), 2, 400),
        "deck-speaker": Show((-2,), 1, 400, INTERNAL),
        "handout-notes": Show((3,), 1, 420),
        "handout-factsheet": Show((0,), 1, 420),
    }
)
USUAL = Show((0,), 1, 420)
CONTACT = {"brochure": Show((), 8, 236), "deck": Show((), 6, 310)}


def main(wanted: Sequence[str]) -> None:
    """Writes the pictures asked for, all of them where none is."""
    if not wanted or "charts" in wanted:
        write_charts(reportgen.load(EXAMPLES))
    if not wanted or "outputs" in wanted:
        write_outputs()


def write_charts(report: Report) -> None:
    """One SVG for each kind of chart in the report."""
    theme, fonts = load_theme(), Fonts.load()
    (PICTURES / "charts").mkdir(parents=True, exist_ok=True)
    charts = [part.spec for part in report.components() if isinstance(part, Chart)]
    for i, spec in enumerate(charts):
        drawn = chart_picture(_item(spec, i % SECTIONS, theme, fonts), theme, fonts)
        target = PICTURES / "charts" / f"{spec.kind}.svg"
        target.write_text(_on_white(drawn.svg.decode()), encoding="utf-8", newline="\n")


def _item(spec: ChartSpec, section: int, theme: Theme, fonts: Fonts) -> ChartItem:
    words = ChartWords(fonts, theme.colour("ink-text"))
    sizes = ((width, kind_of(spec).height(spec, width, words, 1.0)) for width in WIDTHS)
    width, height = next(size for size in sizes if size[1] < inf)
    return ChartItem(Rect(0, 0, width, height), spec, section, describe(spec))


def _on_white(svg: str) -> str:
    """The drawing on a white ground with a margin, whatever it is looked at on."""
    width, height = (float(size) + 2 * MARGIN for size in VIEW_BOX.search(svg)[1].split())  # type: ignore[index]
    inner = svg.replace("<svg ", f'<svg x="{MARGIN}" y="{MARGIN}" overflow="visible" ', 1).replace('pt"', '"')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}"><rect width="100%" height="100%" fill="#fff"/>{inner.strip()}</svg>\n'
    )


def write_outputs() -> None:
    """One PNG for each output, and the two that show all pages and all slides."""
    for product in PRODUCTS:
        show = SHOWN.get(product.name, USUAL)
        with tempfile.TemporaryDirectory() as folder:
            (file,) = reportgen.build(show.report, [product], folder)
            pages = file.path if file.path.suffix == ".pdf" else _as_pdf(file.path, product.name)
            _write(pages, show, PICTURES / f"{product.name}.png")
            if product.name in CONTACT:
                _write(pages, CONTACT[product.name], PICTURES / f"all-of-{product.name}.png")


def _as_pdf(deck: Path, product: str) -> Path:
    """The deck's slides as LibreOffice shows them; of the speaker's deck, its notes pages behind them."""
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("LibreOffice (soffice) is needed to show decks")
    form = NOTES if product == "deck-speaker" else "pdf"
    fonts = deck.with_name("fonts.conf")
    fonts.write_text(
        FONTS.format(fonts=DOCS.parent / "assets" / "fonts", cache=deck.parent), encoding="utf-8"
    )
    profile = f"-env:UserInstallation={deck.with_name('profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", form, "--outdir", str(deck.parent), str(deck)]
    subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
    )
    return deck.with_suffix(".pdf")


def _write(pdf: Path, show: Show, target: Path) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        wanted = [page % len(document) for page in show.pages] or range(len(document))
        pages = [_rendered(document[page], show.width) for page in wanted]
    sheet = _side_by_side(pages, show.columns)
    sheet.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(target, optimize=True)


def _rendered(page: pypdfium2.PdfPage, width: int) -> Image.Image:
    """Drawn larger and reduced, for the renderer draws no line thinner than a pixel."""
    picture: Image.Image = page.render(scale=FINER * width / page.get_width()).to_pil()
    return picture.convert("RGB").reduce(FINER)


def _side_by_side(pages: Sequence[Image.Image], columns: int) -> Image.Image:
    width, height = (max(sizes) for sizes in zip(*(page.size for page in pages), strict=True))
    rows = ceil(len(pages) / columns)
    size = columns * (width + GAP) + GAP, rows * (height + GAP) + GAP
    sheet = Image.new("RGB", size, GROUND)
    for at, page in _placed(pages, columns, width, height):
        sheet.paste(page, at)
    return sheet


def _placed(
    pages: Iterable[Image.Image], columns: int, width: int, height: int
) -> Iterable[tuple[tuple[int, int], Image.Image]]:
    for i, page in enumerate(pages):
        row, column = divmod(i, columns)
        yield (GAP + column * (width + GAP), GAP + row * (height + GAP)), page


if __name__ == "__main__":
    main(sys.argv[1:])
