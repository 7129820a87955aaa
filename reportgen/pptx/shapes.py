"""Paths as DrawingML shapes: presets where they are exact, freeforms elsewhere, groups for drawings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

from msgspec import Struct

from reportgen.lengths import Rect, emu
from reportgen.model.sheet import Path, Shape, Stroke
from reportgen.model.theme import Colour
from reportgen.pptx.clip import Coordinates, box_around, clipped, coordinates
from reportgen.pptx.colours import DeckPalette
from reportgen.pptx.xml import common

CAPS = {"butt": "flat", "round": "rnd"}
GRID = 20  # steps of a path to the point: a twentieth is finer than any screen
LARGEST_FREEFORM = 4000  # segments; larger paths are split so that office programs stay quick


class Pattern(Struct, frozen=True):
    """A diagonal pattern in two theme colours (``wdUpDiag``)."""

    line: Colour
    ground: Colour


class DrawnPath(Struct, frozen=True):
    """One drawn path: its fill, pattern and stroke."""

    path: Path
    fill: Colour | None = None
    stroke: Stroke | None = None
    pattern: Pattern | None = None


class ShapeWriter:
    """Writes shapes; ``ids`` numbers the shapes of one part."""

    def __init__(self, palette: DeckPalette, ids: count[int]) -> None:
        self.palette = palette
        self.ids = ids

    def group(
        self,
        marks: Sequence[DrawnPath],
        name: str,
        alt: str = "",
        inner: str = "",
        *,
        decorative: bool = False,
    ) -> str:
        """All marks in one named group, followed by the given shapes (labels of a drawn chart)."""
        id = next(self.ids)
        points = [coordinates(mark.path) for mark in marks]
        numbered = enumerate(zip(marks, points, strict=True), start=1)
        shapes = "".join(self._mark(mark, own, f"{name} {i}") for i, (mark, own) in numbered)
        frame = _frame(_union([box_around(own) for own in points]))
        child = frame.replace("a:off", "a:chOff").replace("a:ext ", "a:chExt ")
        return (
            f"<p:grpSp><p:nvGrpSpPr>{common(id, name, alt, decorative=decorative)}<p:cNvGrpSpPr/><p:nvPr/>"
            f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}{child}</a:xfrm></p:grpSpPr>{shapes}{inner}</p:grpSp>"
        )

    def mark(self, mark: DrawnPath, name: str, alt: str = "", *, decorative: bool = False) -> str:
        """One path as a shape of its own."""
        return self._mark(mark, coordinates(mark.path), name, alt, decorative=decorative)

    def _mark(
        self, mark: DrawnPath, points: Coordinates, name: str, alt: str = "", *, decorative: bool = False
    ) -> str:
        head = common(next(self.ids), name, alt, decorative=decorative)
        box = box_around(points)
        look = self._fill(mark) + self._line(mark.stroke)
        if _is_line(mark.path):
            return (
                f"<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
                f"<a:xfrm{_flip(mark.path)}>{_frame(box)}</a:xfrm>"
                f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{self._line(mark.stroke)}</p:spPr></p:cxnSp>'
            )
        geometry = RECTANGLE if _is_rectangle(mark.path) else _freeform(mark.path, points, box)
        return (
            f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{_frame(box)}</a:xfrm>"
            f"{geometry}{look}</p:spPr></p:sp>"
        )

    def _fill(self, mark: DrawnPath) -> str:
        if mark.pattern is not None:
            fore, back = self.palette.colour(mark.pattern.line), self.palette.colour(mark.pattern.ground)
            return (
                f'<a:pattFill prst="wdUpDiag"><a:fgClr>{fore}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'
            )
        return self.palette.fill(mark.fill) if mark.fill is not None else "<a:noFill/>"

    def _line(self, stroke: Stroke | None) -> str:
        if stroke is None:
            return "<a:ln><a:noFill/></a:ln>"
        dash = "<a:custDash>" if stroke.dash else ""
        if stroke.dash:
            on, off = stroke.dash[0], stroke.dash[-1]
            share = 100_000 / stroke.width
            dash += f'<a:ds d="{round(on * share)}" sp="{round(off * share)}"/></a:custDash>'
        return (
            f'<a:ln w="{emu(stroke.width)}" cap="{CAPS[stroke.cap]}">{self.palette.fill(stroke.colour)}{dash}'
            '<a:miter lim="800000"/></a:ln>'
        )


RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def marks_of(shapes: Iterable[Shape]) -> tuple[DrawnPath, ...]:
    """The shapes cut at their clips, neighbouring lines of the same look joined into one path."""
    joined: list[DrawnPath] = []
    for shape in shapes:
        path = clipped(shape.path, shape.clip, filled=shape.fill is not None)
        if not path:
            continue
        last = joined[-1] if joined else None
        # Only lines are joined: where filled paths of one shape overlap they would cancel out.
        same = last is not None and shape.fill is None and (last.fill, last.stroke) == (None, shape.stroke)
        if last is not None and same and len(last.path) + len(path) <= LARGEST_FREEFORM:
            joined[-1] = DrawnPath(last.path + path, shape.fill, shape.stroke)
        else:
            joined.append(DrawnPath(path, shape.fill, shape.stroke))
    return tuple(joined)


def _union(boxes: Sequence[Rect]) -> Rect:
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    return Rect(left, top, max(b.right for b in boxes) - left, max(b.bottom for b in boxes) - top)


def _frame(box: Rect) -> str:
    return f'<a:off x="{emu(box.x)}" y="{emu(box.y)}"/><a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/>'


def frame(box: Rect) -> str:
    """``a:xfrm`` of a rectangle."""
    return f"<a:xfrm>{_frame(box)}</a:xfrm>"


def _is_line(path: Path) -> bool:
    return len(path) == 2 and path[0][0] == "M" and path[1][0] == "L"


def _flip(path: Path) -> str:
    (_, x0, y0), (_, x1, y1) = path  # type: ignore[misc]
    return (' flipH="1"' if x1 < x0 else "") + (' flipV="1"' if y1 < y0 else "")


def _is_rectangle(path: Path) -> bool:
    """Four corners with level and upright sides, closed."""
    if len(path) != 5 or "".join(segment[0] for segment in path) != "MLLLZ":
        return False
    corners = [(segment[1], segment[2]) for segment in path[:4]]  # type: ignore[misc]
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    return all((a[0] == b[0]) != (a[1] == b[1]) for a, b in sides)


def _freeform(path: Path, points: Coordinates, box: Rect) -> str:
    """``a:custGeom`` in fractions of a point from the box's corner: art in EMU would be twice as heavy."""
    steps = "".join([STEPS[leg[0]] for leg in path])
    xs, ys = points
    on_grid = [0] * (2 * len(xs))
    on_grid[::2] = [round((x - box.x) * GRID) for x in xs]
    on_grid[1::2] = [round((y - box.y) * GRID) for y in ys]
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{_grid(box.width)}" h="{_grid(box.height)}">{steps % tuple(on_grid)}</a:path>'
        "</a:pathLst></a:custGeom>"
    )


def _grid(points: float) -> int:
    return round(points * GRID)


POINT = '<a:pt x="%d" y="%d"/>'
STEPS = {
    "M": f"<a:moveTo>{POINT}</a:moveTo>",
    "L": f"<a:lnTo>{POINT}</a:lnTo>",
    "C": f"<a:cubicBezTo>{POINT * 3}</a:cubicBezTo>",
    "Z": "<a:close/>",
}
