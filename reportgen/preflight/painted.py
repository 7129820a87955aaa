"""What is painted, one record per painting operator, and the graphics state it was painted in."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from reportgen.preflight.fonts import Font
from reportgen.preflight.geometry import EVERYWHERE, IDENTITY, Box, Matrix, PathOperator
from reportgen.preflight.spaces import BLACK, PaintColour, Space

STATE_FIELDS = (
    "ctm", "clip", "clip_paths", "fill", "stroke", "width", "overprint_fill", "overprint_stroke",
    "overprint_mode", "alpha_fill", "alpha_stroke", "soft_mask", "blend", "font", "size",
    "spacing", "word_spacing", "stretch", "leading", "rise", "render",
)  # fmt: skip


class State:
    """The graphics state (ISO 32000-1, 8.4); shared with records until it changes."""

    __slots__ = (*STATE_FIELDS, "shared")

    def __init__(self) -> None:
        self.ctm: Matrix = IDENTITY
        self.clip: Box = EVERYWHERE
        self.clip_paths: tuple[tuple[list[PathOperator], Matrix, bool], ...] = ()  # path, matrix, even-odd
        self.fill: PaintColour = BLACK
        self.stroke: PaintColour = BLACK
        self.width = 1.0
        self.overprint_fill = False
        self.overprint_stroke = False
        self.overprint_mode = 0
        self.alpha_fill = 1.0
        self.alpha_stroke = 1.0
        self.soft_mask = False
        self.blend = "Normal"
        self.font: Font | None = None
        self.size = 0.0
        self.spacing = 0.0
        self.word_spacing = 0.0
        self.stretch = 1.0
        self.leading = 0.0
        self.rise = 0.0
        self.render = 0
        self.shared = False

    def copy(self) -> State:
        twin = State.__new__(State)
        for name in STATE_FIELDS:
            setattr(twin, name, getattr(self, name))
        twin.shared = False
        return twin


class ContentTag(Struct, frozen=True):
    """The place of content in the structure: an artifact, or a marked-content id of ``owner``.

    ``owner`` is the objgen of the page or form the id belongs to; ``role`` the marked content's own tag.
    """

    artifact: bool = False
    mcid: int = -1
    owner: tuple[int, int] = (0, 0)
    role: str = ""
    language: str = ""


class Paint(Struct):
    """One painting operator; ``box`` is in page points, inside the clip, None where nothing is visible."""

    kind: str  # fill, stroke, text, image or shading
    state: State
    box: Box | None
    tag: ContentTag | None
    stream: str  # empty: the page's own content
    annotation: bool = False

    @property
    def alpha(self) -> float:
        return self.state.alpha_stroke if self.kind == "stroke" else self.state.alpha_fill

    @property
    def colour(self) -> PaintColour | None:
        return self.state.stroke if self.kind == "stroke" else self.state.fill

    @property
    def overprint(self) -> bool:
        return self.state.overprint_stroke if self.kind == "stroke" else self.state.overprint_fill


class PathPaint(Paint):
    """A filled or stroked path; ``width`` is the line's in points, 0 for the thinnest the device has."""

    path: list[PathOperator] = field(default_factory=list)
    even_odd: bool = False
    width: float = 0.0
    rectangle: bool = False


class TextPaint(Paint):
    """Glyphs shown by one operator; ``origins`` are page points, ``size`` points after all matrices."""

    font: Font | None = None
    size: float = 0.0
    codes: tuple[int, ...] = ()
    origins: tuple[tuple[float, float], ...] = ()
    matrix: Matrix = IDENTITY  # text space at size 1 to page, the origin left out
    mode: int = 0

    @property
    def colour(self) -> PaintColour | None:
        return self.state.stroke if self.mode % 4 == 1 else self.state.fill

    @property
    def visible(self) -> bool:
        return self.mode not in (3, 7) and self.box is not None

    @property
    def words(self) -> str:
        """The text as far as the font gives it."""
        table = self.font.text if self.font else {}
        simple = self.font is not None and not self.font.is_composite
        return "".join(table.get(code, chr(code) if simple and code > 31 else "") for code in self.codes)


class ImagePaint(Paint):
    """An image at its place; ``ppi`` is the lesser of both directions, 0 for an image without area."""

    name: str = ""
    pixels: tuple[int, int] = (0, 0)
    ppi: float = 0.0
    bits: int = 8
    space: Space | None = None  # None for a stencil mask, which takes the fill colour
    stencil: bool = False
    masked: bool = False  # it has a soft mask
    source: Any = None  # the pikepdf stream or inline image

    @property
    def colour(self) -> PaintColour | None:
        return self.state.fill if self.stencil else None


class ShadingPaint(Paint):
    """An ``sh`` operator, or a fill with a shading pattern."""

    space: Space | None = None
    source: Any = None

    @property
    def colour(self) -> PaintColour | None:
        return None


class TransparencyGroup(Struct, frozen=True):
    """A transparency group on the page: its colour space and what it is for."""

    space: Space | None
    luminosity: bool  # the group of a luminosity soft mask
    stream: str
