"""A chart as a picture for the slide: SVG and PNG of one figure, its words as outlines of the document's fonts.

Both are drawn by the figure the PDF draws, so the slide shows what the handout prints.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.path import Path as VectorPath
from matplotlib.transforms import Affine2D, TransformedBbox, TransformedPath
from msgspec import Struct

from reportgen.charts import ChartStyle, build
from reportgen.fonts import Fonts
from reportgen.model.sheet import ChartItem
from reportgen.model.text import GlyphRun
from reportgen.model.theme import Theme
from reportgen.pptx.xml import quoteattr
from reportgen.typeset.chart_words import ChartWords

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DENSITY = 3  # pixels of the PNG to the point: 216 to the inch
MOVE, LINE, CURVE, CLOSE = (
    int(code) for code in (VectorPath.MOVETO, VectorPath.LINETO, VectorPath.CURVE4, VectorPath.CLOSEPOLY)
)
CODES = {"m": (MOVE,), "l": (LINE,), "c": (CURVE,) * 3, "h": (CLOSE,)}
LETTERS = {MOVE: "M", LINE: "L", CURVE: "C", CLOSE: "Z"}


class ChartPicture(Struct, frozen=True):
    """The same drawing twice: ``png`` for programs that know no SVG."""

    svg: bytes
    png: bytes


def chart_picture(item: ChartItem, theme: Theme, fonts: Fonts) -> ChartPicture:
    """The item's chart at its final size; the same item gives the same bytes."""
    words = ChartWords(fonts, theme.colour("ink-text"))
    style = ChartStyle(theme, theme.role(item.section), words, item.on_field, item.on_slide)
    size = item.rect.width, item.rect.height
    figure = build(item.spec, size, style)
    return ChartPicture(_svg(figure, size, item.alt, words), _png(figure, size, words))


def _svg(figure: Figure, size: tuple[float, float], alt: str, words: ChartWords) -> bytes:
    renderer = SvgRenderer(size, words)
    figure.draw(renderer)
    width, height = (_short(value) for value in size)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label={quoteattr(alt)}>'
        f"{''.join(renderer.elements)}</svg>\n"
    ).encode()


def _png(figure: Figure, size: tuple[float, float], words: ChartWords) -> bytes:
    from PIL import Image

    renderer: Any = PngRenderer(size, words)
    figure.draw(renderer)
    buffer = BytesIO()
    pixels = Image.frombytes(
        "RGBA", (int(renderer.width), int(renderer.height)), bytes(renderer.buffer_rgba())
    )
    pixels.save(buffer, "PNG", dpi=(72 * DENSITY, 72 * DENSITY))
    return buffer.getvalue()


class OutlinedWords(RendererBase):
    """Draws words as the outlines of their glyphs; y runs up."""

    words: ChartWords

    def flipy(self) -> bool:
        return False

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Fills the words, set from (x, y) and turned by degrees."""
        vertices: list[tuple[float, float]] = []
        codes: list[int] = []
        line = self.words.line(prop.get_family()[0], float(prop.get_size_in_points()), s)
        for run in line.runs:
            for at, glyph in _placed(run):
                outline = self.words.fonts.face(run.style.face).outline(glyph)
                for letter, numbers in outline:
                    codes += CODES[letter]
                    points = numbers or (0.0, 0.0)
                    vertices += [
                        (at + px * run.style.size, py * run.style.size + line.baseline - run.y)
                        for px, py in zip(points[::2], points[1::2], strict=True)
                    ]
        if codes:
            ink = self.new_gc()
            ink.copy_properties(gc)
            ink.set_linewidth(0)
            place = Affine2D().rotate_deg(angle).translate(float(x), float(y))
            self.draw_path(ink, VectorPath(vertices, codes), place, gc.get_rgb())

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> tuple[float, float, float]:
        """From the document's fonts: matplotlib never looks for a font file."""
        size = float(prop.get_size_in_points())
        return self.words.measure(prop.get_family()[0], size, s), size, 0.0


def _placed(run: GlyphRun) -> Iterator[tuple[float, int]]:
    """The glyphs of a run with the x of their origins."""
    x = run.x
    offsets = run.offsets or (0.0,) * len(run.glyphs)
    for glyph, advance, offset in zip(run.glyphs, run.advances, offsets, strict=True):
        yield x + offset, glyph
        x += advance


class SvgRenderer(OutlinedWords):
    """Collects elements of SVG, a unit to the point; looks stand in attributes, which office programs read."""

    def __init__(self, size: tuple[float, float], words: ChartWords) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.words = words
        self._size = size
        self._clips = 0

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def draw_path(self, gc: GraphicsContextBase, path: Any, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
        """One path with its fill and stroke."""
        filled, width = rgbFace is not None and _opaque(rgbFace), gc.get_linewidth()
        stroked = width > 0 and _opaque(gc.get_rgb())
        if not filled and not stroked:
            return
        look = f'fill="{_hex(rgbFace)}"' if filled else 'fill="none"'
        if stroked:
            look += (
                f' stroke="{_hex(gc.get_rgb())}" stroke-width="{_short(width)}" '
                f'stroke-linecap="{_cap(gc)}" stroke-linejoin="{gc.get_joinstyle()}"'
            )
        self.elements.append(f'<path d="{self._steps(path, transform)}" {look}{self._clip(gc)}/>')

    def _steps(self, path: Any, transform: Any) -> str:
        """Path data, y down."""
        height = self._size[1]
        points = [f"{_short(x)} {_short(height - y)}" for x, y in transform.transform(path.vertices).tolist()]
        codes = path.codes.tolist() if path.codes is not None else [1, *[2] * (len(points) - 1)]
        steps, i = [], 0
        while i < len(points):
            letter = LETTERS[codes[i]]
            count = {"C": 3, "Z": 1}.get(letter, 1)
            steps.append("Z" if letter == "Z" else letter + " ".join(points[i : i + count]))
            i += count
        return "".join(steps)

    def _clip(self, gc: GraphicsContextBase) -> str:
        path, transform = gc.get_clip_path()
        if path is None:
            return ""
        self._clips += 1
        self.elements.append(
            f'<clipPath id="c{self._clips}"><path d="{self._steps(path, transform)}"/></clipPath>'
        )
        return f' clip-path="url(#c{self._clips})"'


class PngRenderer(OutlinedWords, RendererAgg):
    """Draws the figure of a pixel to the point into ``DENSITY`` times as many."""

    def __init__(self, size: tuple[float, float], words: ChartWords) -> None:
        width, height = (round(value * DENSITY) for value in size)
        RendererAgg.__init__(self, width, height, 72 * DENSITY)  # type: ignore[no-untyped-call]
        self.words = words
        self._larger = Affine2D().scale(width / size[0], height / size[1])

    def draw_path(self, gc: GraphicsContextBase, path: Any, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
        """The path, its clip with it; stroke widths are scaled by Agg, which knows the density."""
        scaled: Any = self.new_gc()
        scaled.copy_properties(gc)
        rectangle = gc.get_clip_rectangle()
        if rectangle is not None:
            scaled.set_clip_rectangle(TransformedBbox(rectangle, self._larger))
        clip, place = gc.get_clip_path()
        if clip is not None and place is not None:
            scaled.set_clip_path(TransformedPath(clip, place + self._larger))  # type: ignore[arg-type]
        RendererAgg.draw_path(self, scaled, path, transform + self._larger, rgbFace)  # type: ignore[no-untyped-call]


def _opaque(rgba: Any) -> bool:
    return len(rgba) < 4 or float(rgba[3]) == 1


def _hex(rgba: Any) -> str:
    return "#" + "".join(f"{round(float(value) * 255):02X}" for value in rgba[:3])


def _cap(gc: GraphicsContextBase) -> str:
    return {"projecting": "square"}.get(gc.get_capstyle(), gc.get_capstyle())


def _short(value: float) -> str:
    """A length to a hundredth of a point, without idle digits."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
