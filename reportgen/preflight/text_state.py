"""Text matrices of a content stream (ISO 32000-1, 9.4), and the record of each shown string."""

from __future__ import annotations

from typing import Any

from reportgen.preflight.fonts import Font
from reportgen.preflight.geometry import IDENTITY, Box, Matrix, box_of, common, matrix_of, moved, product
from reportgen.preflight.painted import TextPaint
from reportgen.preflight.stream import Stream

ASCENT, DESCENT = 0.88, -0.12  # of an em square; also of every CJK face met in practice
SPACE = 32


class TextState:
    """The text and text line matrices of the stream ``inside``."""

    def __init__(self, inside: Stream) -> None:
        self.inside = inside
        self.matrix: Matrix = IDENTITY
        self.line: Matrix = IDENTITY

    def begin(self) -> None:
        self.matrix = self.line = IDENTITY

    def set_matrix(self, operands: list[Any]) -> None:
        self.matrix = self.line = matrix_of(operands)

    def move(self, operands: list[Any]) -> None:
        x, y = operands
        self.matrix = self.line = product((1.0, 0.0, 0.0, 1.0, x, y), self.line)

    def move_and_lead(self, operands: list[Any]) -> None:
        self.inside.own().leading = -operands[1]
        self.move(operands)

    def next_line(self) -> None:
        self.move([0.0, -self.inside.state.leading])

    def next_and_show(self, operands: list[Any]) -> None:
        self.next_line()
        self.show(operands)

    def spaced_and_show(self, operands: list[Any]) -> None:
        state = self.inside.own()
        state.word_spacing, state.spacing = operands[0], operands[1]
        self.next_and_show(operands[2:])

    def set_font(self, operands: list[Any]) -> None:
        resource = self.inside.resource("/Font", str(operands[0]))
        state = self.inside.own()
        state.font = None if resource is None else self.inside.walker.font(resource)
        state.size = operands[1]

    def show(self, parts: list[Any]) -> None:
        """Shows strings with the moves between them, and records them as one."""
        inside, state = self.inside, self.inside.state
        font = state.font
        if font is None:
            return
        codes: list[int] = []
        origins: list[tuple[float, float]] = []
        size, stretch = state.size, state.stretch
        whole = product((size * stretch, 0.0, 0.0, size, 0.0, state.rise), product(self.matrix, state.ctm))
        pen = 0.0  # in text space along the line
        for part in parts:
            if isinstance(part, float):
                pen -= part / 1000 * size
                continue
            for code in font.codes.split(part):
                codes.append(code)
                origins.append(self._origin(whole, pen, font))
                pen += self._advance(font, code)
        self._record(font, tuple(codes), tuple(origins), whole)
        along = (0.0, pen) if font.vertical else (pen * stretch, 0.0)
        self.matrix = product((1.0, 0.0, 0.0, 1.0, *along), self.matrix)
        if font.subtype == "Type3" and inside.depth < 4:
            inside.walker.glyphs(font, inside, whole, tuple(codes))

    def _advance(self, font: Font, code: int) -> float:
        state = self.inside.state
        space = state.word_spacing if code == SPACE and not font.is_composite else 0.0
        if font.vertical:
            return -state.size + state.spacing
        return font.advance(code) * state.size + state.spacing + space

    def _origin(self, whole: Matrix, pen: float, font: Font) -> tuple[float, float]:
        size = self.inside.state.size or 1.0
        return moved(whole, -0.5, pen / size - ASCENT) if font.vertical else moved(whole, pen / size, 0.0)

    def _record(
        self, font: Font, codes: tuple[int, ...], origins: tuple[tuple[float, float], ...], whole: Matrix
    ) -> None:
        inside, mode = self.inside, self.inside.state.render
        font.shown.update(codes)
        if inside.is_hidden or not codes:
            return
        if mode != 3:
            font.visible.update(codes)
        font.pages.add(inside.walker.page)
        inside.walker.content.paints.append(
            TextPaint(
                "text", inside.held(), self._box(font, codes, origins, whole), inside.tag, inside.label,
                inside.annotation, font=font, size=(whole[2] ** 2 + whole[3] ** 2) ** 0.5, codes=codes,
                origins=origins, matrix=(*whole[:4], 0.0, 0.0), mode=mode,
            )
        )  # fmt: skip

    def _box(
        self, font: Font, codes: tuple[int, ...], origins: tuple[tuple[float, float], ...], whole: Matrix
    ) -> Box | None:
        """The em boxes of the first and last glyph together, less the white around blanks."""
        a, b, c, d, _, _ = whole
        corners = []
        for (x, y), code in zip((origins[0], origins[-1]), (codes[0], codes[-1]), strict=True):
            width = font.advance(code) or 0.0
            for along in (0.0, width):
                for up in (DESCENT, ASCENT):
                    corners.append((x + a * along + c * up, y + b * along + d * up))
        return common(box_of(corners), self.inside.state.clip)
