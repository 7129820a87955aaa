"""Charts onto a page: a matplotlib renderer that writes PDF operators with the document's fonts and inks.

Vectors only, opaque only: a chart that asks for transparency or an image is a fault in its drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.path import Path as VectorPath
from msgspec import Struct

from reportgen.charts import ChartStyle, build
from reportgen.charts.lettering import Lettering
from reportgen.fonts import Fonts
from reportgen.model.sheet import ChartItem
from reportgen.model.theme import Colour, Theme
from reportgen.pdf.chart_operators import UnsetWords
from reportgen.pdf.chart_text import DocumentText, placed
from reportgen.pdf.fonts import PdfFonts
from reportgen.pdf.ink import OVER_FILL, OVER_STROKE, Ink, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

CAPS = {"butt": 0, "round": 1, "projecting": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
EM_DESCENT = 0.12
RGB = tuple[int, int, int]


class ChartText(Lettering, Protocol):
    """Words of a chart in the fonts of the document."""

    def operators(
        self, face: str, size: float, text: str, x: float, y: float, angle: float
    ) -> str | UnsetWords:
        """Operators that show the text from the origin (x, y), turned by degrees; colour is not set."""


class DeferredText(Struct, frozen=True):
    """:class:`ChartText` whose words are measured now and set where the page is painted."""

    measuring: DocumentText

    def measure(self, face: str, size: float, text: str) -> float:
        return self.measuring.measure(face, size, text)

    def broken(self, face: str, size: float, text: str, width: float) -> tuple[str, ...]:
        return self.measuring.broken(face, size, text, width)

    def operators(self, face: str, size: float, text: str, x: float, y: float, angle: float) -> UnsetWords:
        return UnsetWords(face, size, text, x, y, angle)


def deferred_operators(item: ChartItem, theme: Theme, fonts: Fonts, ink: Ink) -> list[str | UnsetWords]:
    """The chart's operators from its own bottom left, its words not yet set."""
    measuring = DocumentText(None, fonts, PdfFonts(fonts), theme.colour("ink-text"))
    text = DeferredText(measuring)
    style = ChartStyle(theme, theme.role(item.section), text, item.on_field, item.on_slide)
    figure = build(item.spec, (item.rect.width, item.rect.height), style)
    return _rendered(figure, colours_of(theme), ink, text)


def colours_of(theme: Theme) -> Mapping[RGB, Colour]:
    """The theme's colours by their sRGB values, the first of equal ones."""
    found: dict[RGB, Colour] = {}
    for colour in theme.colours.values():
        found.setdefault(colour.srgb, colour)
    return found


def draw_chart(
    canvas: Any,
    figure: Figure,
    corner: tuple[float, float],
    colours: Mapping[RGB, Colour],
    ink: Ink,
    text: ChartText,
) -> None:
    """Draws a 72-dpi figure with its bottom left at ``corner`` (points, y up) of the open page.

    Every colour must be one of ``colours``, written in the inks ``ink`` chooses; ValueError otherwise.
    """
    operators = [str(operator) for operator in _rendered(figure, colours, ink, text)]
    canvas.addLiteral(placed(operators, corner))


def _rendered(
    figure: Figure, colours: Mapping[RGB, Colour], ink: Ink, text: ChartText
) -> list[str | UnsetWords]:
    renderer = PdfRenderer((float(figure.bbox.width), float(figure.bbox.height)), colours, ink, text)
    figure.draw(renderer)
    return renderer.operators


class PdfRenderer(RendererBase):
    """Collects PDF operators; a pixel is a point, y runs up."""

    def __init__(
        self, size: tuple[float, float], colours: Mapping[RGB, Colour], ink: Ink, text: ChartText
    ) -> None:
        super().__init__()
        self.operators: list[str | UnsetWords] = []
        self._size, self._colours, self._ink, self._text = size, colours, ink, text

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def flipy(self) -> bool:
        return False

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def draw_path(self, gc: GraphicsContextBase, path: Any, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
        """Fills and strokes a path; curves stay curves."""
        fill, stroke = _visible(rgbFace), gc.get_linewidth() > 0 and _visible(gc.get_rgb())
        if not fill and not stroke:
            return
        state = list(self._clip(gc))
        if fill:
            state.append(self._ink.fill(self._colour(rgbFace)))
        if stroke:
            state.append(self._stroke(gc))
        paint = "B" if fill and stroke else "f" if fill else "S"
        self.operators += ("q", *state, *_path(path, transform), paint, "Q")

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Shows the words in the face their font family names."""
        face, size = prop.get_family()[0], float(prop.get_size_in_points())
        shown = self._text.operators(face, size, s, float(x), float(y), angle)
        colour = self._colour(gc.get_rgb())
        over = (f"/{OVER_FILL} gs",) if self._ink.overprints_text(colour, size) else ()
        self.operators += ("q", *self._clip(gc), *over, self._ink.fill(colour), shown, "Q")

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        """From the document's fonts: matplotlib never looks for a font file."""
        size = float(prop.get_size_in_points())
        return self._text.measure(prop.get_family()[0], size, s), size, EM_DESCENT * size

    def draw_image(self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None) -> None:
        raise ValueError("a chart is vectors only; it holds an image")

    def _colour(self, rgba: Any) -> Colour:
        r, g, b = (round(float(value) * 255) for value in rgba[:3])
        colour = self._colours.get((r, g, b))
        if colour is None:
            raise ValueError(f"#{r:02X}{g:02X}{b:02X} is no colour of the theme")
        return colour

    def _stroke(self, gc: GraphicsContextBase) -> str:
        line, width = self._colour(gc.get_rgb()), float(gc.get_linewidth())
        over = f"/{OVER_STROKE} gs " if self._ink.overprints_line(line, width) else ""
        cap, join = CAPS[gc.get_capstyle()], JOINS[gc.get_joinstyle()]
        offset, dashes = cast("tuple[float, Sequence[float] | None]", gc.get_dashes())
        dash = ""
        if dashes is not None:
            lengths = " ".join(number(float(each)) for each in dashes)
            dash = f" [{lengths}] {number(float(offset))} d"
        return f"{over}{self._ink.stroke(line)} {number(width)} w {cap} J {join} j{dash}"

    def _clip(self, gc: GraphicsContextBase) -> Iterator[str]:
        rectangle = gc.get_clip_rectangle()
        if rectangle is not None:
            yield " ".join(number(float(side)) for side in rectangle.bounds) + " re W n"
        path, transform = gc.get_clip_path()
        if path is not None:
            yield from _path(path, transform)
            yield "W n"


def _visible(rgba: Any) -> bool:
    """Whether a colour is drawn at all; ValueError where it is neither opaque nor invisible."""
    if rgba is None:
        return False
    alpha = float(rgba[3]) if len(rgba) > 3 else 1.0
    if 0 < alpha < 1:
        raise ValueError("a chart's colours are opaque; blend them before")
    return alpha == 1


def _path(path: Any, transform: Any) -> Iterator[str]:
    """Construction operators of a matplotlib path (ISO 32000-1 8.5.2)."""
    points = [(number(x), number(y)) for x, y in transform.transform(path.vertices).tolist()]
    codes = path.codes.tolist() if path.codes is not None else [1, *[2] * (len(points) - 1)]
    i = 0
    while i < len(points):
        code = codes[i]
        if code == VectorPath.MOVETO:
            yield "{} {} m".format(*points[i])
        elif code == VectorPath.LINETO:
            yield "{} {} l".format(*points[i])
        elif code == VectorPath.CURVE4:
            yield " ".join((*points[i], *points[i + 1], *points[i + 2], "c"))
            i += 2
        elif code == VectorPath.CLOSEPOLY:
            yield "h"
        elif code == VectorPath.CURVE3:
            raise ValueError("charts draw cubic curves only")
        i += 1
