"""One content stream interpreted: the graphics state followed, every painting operator recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pikepdf

from reportgen.preflight.geometry import (
    Box,
    Matrix,
    PathOperator,
    common,
    grown,
    matrix_of,
    moved_box,
    path_box,
    product,
    scale,
)
from reportgen.preflight.instructions import INLINE, Name, instructions
from reportgen.preflight.painted import ContentTag, ImagePaint, PathPaint, ShadingPaint, State
from reportgen.preflight.spaces import CMYK, GRAY, RGB, PaintColour, Space, initial, space_of
from reportgen.preflight.stream import Walk
from reportgen.preflight.text_state import TextState

UNIT: Box = (0.0, 0.0, 1.0, 1.0)
EMPTY: Box = (0.0, 0.0, -1.0, -1.0)
Operands = list[Any]


class Interpreter:
    """The state of one stream; ``base`` is the matrix patterns start from, ``owner`` numbers its MCIDs."""

    def __init__(
        self,
        walker: Walk,
        resources: Any,
        state: State,
        owner: tuple[int, int],
        *,
        base: Matrix,
        label: str = "",
        depth: int = 0,
        tag: ContentTag | None = None,
        annotation: bool = False,
        hidden: bool = False,
    ) -> None:
        self.walker, self.resources, self.state, self.owner = walker, resources, state, owner
        self.base, self.label, self.depth, self.annotation = base, label, depth, annotation
        self.tag = tag
        self.is_hidden = hidden
        self.path: list[PathOperator] = []
        self.only_rectangles = True
        self.pending_clip: str = ""
        self.states: list[State] = []
        self.marks: list[tuple[ContentTag | None, bool]] = []
        self.text = TextState(self)
        self.tables: dict[str, Any] = {}

    def run(self, data: bytes) -> None:
        """Interprets the whole stream; unknown operators are passed over."""
        for operator, operands in instructions(data):
            do = OPERATORS.get(operator)
            if do is not None:
                do(self, operands)
        if self.states:
            self.walker.content.unbalanced.append(self.label)

    def own(self) -> State:
        """The state, copied if a record or the stack holds it."""
        if self.state.shared:
            self.state = self.state.copy()
        return self.state

    def held(self) -> State:
        """The state, to be kept by a record."""
        self.state.shared = True
        return self.state

    def resource(self, kind: str, name: str) -> Any:
        """A named resource; None, and noted, where it is missing."""
        if kind not in self.tables:
            self.tables[kind] = self.resources.get(kind) if self.resources is not None else None
        table = self.tables[kind]
        found = table.get(name) if table is not None else None
        if found is None:
            self.walker.content.missing.append((self.label, f"{kind} {name}"))
        return found

    # paths

    def painted(self, operands: Operands, fill: str, stroke: bool) -> None:
        """Ends a path by filling (``nonzero``, ``evenodd`` or not at all) and stroking it."""
        if not self.is_hidden and self.path and (fill or stroke):
            box = path_box(self.path, self.state.ctm)
            if fill:
                self._record_path("fill", box, 0.0, fill == "evenodd")
            if stroke:
                width = self.state.width * scale(self.state.ctm)
                self._record_path("stroke", box and grown(box, width / 2), width, False)
        self._clip()
        self.path = []
        self.only_rectangles = True

    def _record_path(self, kind: str, box: Box | None, width: float, even_odd: bool) -> None:
        seen = common(box, self.state.clip) if box else None
        self.walker.content.paints.append(
            PathPaint(
                kind, self.held(), seen, self.tag, self.label, self.annotation,
                path=self.path, even_odd=even_odd, width=width, rectangle=self.only_rectangles,
            )
        )  # fmt: skip
        colour = self.state.stroke if kind == "stroke" else self.state.fill
        if colour.pattern:
            self._pattern(colour.pattern, seen)

    def _pattern(self, name: str, box: Box | None) -> None:
        shading = self.walker.pattern(name, self)
        if shading is not None:
            self._record_shading(box, *shading)

    def _clip(self) -> None:
        if self.pending_clip and self.path:
            state = self.own()
            box = path_box(self.path, state.ctm)
            state.clip = (common(box, state.clip) if box else None) or EMPTY
            if not (self.only_rectangles and len(self.path) == 5 and state.ctm[1] == state.ctm[2] == 0):
                entry = (self.path, state.ctm, self.pending_clip == "evenodd")
                state.clip_paths = (*state.clip_paths, entry)
        self.pending_clip = ""

    def rectangle(self, operands: Operands) -> None:
        x, y, w, h = operands
        self.path += [
            ("m", (x, y)), ("l", (x + w, y)), ("l", (x + w, y + h)), ("l", (x, y + h)), ("h", ()),
        ]  # fmt: skip

    def curve_from_here(self, operands: Operands) -> None:
        x, y = self._point()
        self.path.append(("c", (x, y, *operands)))
        self.only_rectangles = False

    def curve_to_end(self, operands: Operands) -> None:
        x1, y1, x3, y3 = operands
        self.path.append(("c", (x1, y1, x3, y3, x3, y3)))
        self.only_rectangles = False

    def _point(self) -> tuple[float, float]:
        for _, values in reversed(self.path):
            if values:
                return values[-2], values[-1]
        return 0.0, 0.0

    # colour

    def set_space(self, operands: Operands, side: str) -> None:
        space = self._space(operands[0])
        setattr(self.own(), side, initial(space))

    def _space(self, name: Name) -> Space:
        known = space_of(name, self.resources)
        if known.kind != "unknown":
            return known
        self.resource("/ColorSpace", str(name))
        return known

    def set_colour(self, operands: Operands, side: str) -> None:
        space = getattr(self.state, side).space
        pattern = str(operands[-1]) if operands and isinstance(operands[-1], Name) else ""
        values = tuple(value for value in operands if isinstance(value, float))
        setattr(self.own(), side, PaintColour(space, values, pattern))

    def device(self, operands: Operands, side: str, space: Space) -> None:
        setattr(self.own(), side, PaintColour(space, tuple(operands)))

    # state

    def save(self, _: Operands) -> None:
        self.states.append(self.held())

    def restore(self, _: Operands) -> None:
        if self.states:
            self.state = self.states.pop()
        else:
            self.walker.content.unbalanced.append(self.label)

    def concat(self, operands: Operands) -> None:
        self.own().ctm = product(matrix_of(operands), self.state.ctm)

    def extended(self, operands: Operands) -> None:
        """``gs``: what of an ExtGState concerns a check."""
        table = self.resource("/ExtGState", str(operands[0]))
        if table is None:
            return
        self.walker.content.states.append(table)
        state = self.own()
        if "/OP" in table:
            state.overprint_stroke = bool(table["/OP"])
            state.overprint_fill = bool(table.get("/op", table["/OP"]))
        if "/op" in table:
            state.overprint_fill = bool(table["/op"])
        state.overprint_mode = int(table.get("/OPM", state.overprint_mode))
        state.alpha_fill = float(table.get("/ca", state.alpha_fill))
        state.alpha_stroke = float(table.get("/CA", state.alpha_stroke))
        state.width = float(table.get("/LW", state.width))
        if (blend := table.get("/BM")) is not None:
            first = blend[0] if isinstance(blend, pikepdf.Array) and len(blend) else blend
            state.blend = str(first).lstrip("/")
        if (font := table.get("/Font")) is not None and len(font) == 2:
            state.font, state.size = self.walker.font(font[0]), float(font[1])
        if (mask := table.get("/SMask")) is not None:
            state.soft_mask = isinstance(mask, pikepdf.Dictionary)
            if state.soft_mask:
                self.walker.soft_mask(mask, self)

    # objects

    def invoke(self, operands: Operands) -> None:
        name = str(operands[0])
        thing = self.resource("/XObject", name)
        if thing is None or self._layer_hidden(thing.get("/OC")):
            return
        if str(thing.get("/Subtype")) == "/Form":
            self.walker.form(thing, self, f"{self.label} {name}".strip())
        elif not self.is_hidden:
            self._image(thing, name)

    def _image(self, image: Any, name: str) -> None:
        stencil = bool(image.get("/ImageMask", False))
        declared = image.get("/ColorSpace")
        space = None if stencil or declared is None else self.walker.space(declared, self.resources)
        self._record_image(
            image, name, (int(image.get("/Width", 0)), int(image.get("/Height", 0))),
            1 if stencil else int(image.get("/BitsPerComponent", 8)), space, stencil,
            "/SMask" in image or int(image.get("/SMaskInData", 0)) > 0,
        )  # fmt: skip

    def inline_image(self, operands: Operands) -> None:
        image = operands[0]
        table = image.obj
        stencil = bool(table.get("/IM", table.get("/ImageMask", False)))
        declared = table.get("/CS", table.get("/ColorSpace"))
        space = None if stencil or declared is None else space_of(declared, self.resources)
        bits = 1 if stencil else int(table.get("/BPC", table.get("/BitsPerComponent", 8)))
        if not self.is_hidden:
            self._record_image(image, "inline", (image.width, image.height), bits, space, stencil, False)

    def _record_image(
        self, source: Any, name: str, pixels: tuple[int, int], bits: int, space: Space | None,
        stencil: bool, masked: bool,
    ) -> None:  # fmt: skip
        a, b, c, d, _, _ = self.state.ctm
        across, down = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        ppi = min(pixels[0] / across, pixels[1] / down) * 72 if across and down else 0.0
        box = common(moved_box(self.state.ctm, UNIT), self.state.clip)
        self.walker.content.paints.append(
            ImagePaint(
                "image", self.held(), box, self.tag, self.label, self.annotation, name=name, pixels=pixels,
                ppi=ppi, bits=bits, space=space, stencil=stencil, masked=masked, source=source,
            )
        )  # fmt: skip

    def shade(self, operands: Operands) -> None:
        shading = self.resource("/Shading", str(operands[0]))
        if shading is not None and not self.is_hidden:
            space = self.walker.space(shading.get("/ColorSpace"), self.resources)
            self._record_shading(self.state.clip, space, shading)

    def _record_shading(self, box: Box | None, space: Space, shading: Any) -> None:
        self.walker.content.paints.append(
            ShadingPaint(
                "shading", self.held(), box, self.tag, self.label, self.annotation,
                space=space, source=shading,
            )
        )  # fmt: skip

    # marked content

    def begin_mark(self, operands: Operands) -> None:
        self.marks.append((self.tag, self.is_hidden))
        role = str(operands[0]).lstrip("/") if operands else ""
        properties: Any = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, Name):
            if role == "OC":
                layer = self.resource("/Properties", str(properties))
                self.is_hidden = self.is_hidden or self._layer_hidden(layer)
                return
            properties = self.resource("/Properties", str(properties)) or {}
        self._tagged(role, properties)

    def _tagged(self, role: str, properties: Any) -> None:
        number = properties.get("/MCID")
        language = properties.get("/Lang", b"")
        spoken = language.decode("latin-1") if isinstance(language, bytes) else str(language)
        inherited = self.tag.language if self.tag else ""
        if number is not None:
            mcid = int(number)
            self.walker.content.mcids.append((self.owner, mcid))
            nested = self.tag is not None and self.tag.artifact
            self.tag = ContentTag(nested, mcid, self.owner, role, spoken or inherited)
        elif role == "Artifact":
            if self.tag is not None and self.tag.mcid >= 0 and not self.tag.artifact:
                self.walker.content.artifacts_inside.append(self.label)
            self.tag = ContentTag(True, role=role)
        elif self.tag is not None and spoken:
            self.tag = ContentTag(self.tag.artifact, self.tag.mcid, self.tag.owner, self.tag.role, spoken)

    def end_mark(self, _: Operands) -> None:
        if self.marks:
            self.tag, self.is_hidden = self.marks.pop()
        else:
            self.walker.content.unbalanced.append(self.label)

    def _layer_hidden(self, layer: Any) -> bool:
        if layer is None or not self.walker.hidden:
            return False
        if "/OCGs" in layer:
            groups = layer["/OCGs"]
            members = list(groups) if isinstance(groups, pikepdf.Array) else [groups]
            return bool(members) and all(member.objgen in self.walker.hidden for member in members)
        return layer.objgen in self.walker.hidden


def _move(self: Interpreter, operands: Operands) -> None:
    self.path.append(("m", tuple(operands)))
    self.only_rectangles = False


def _line(self: Interpreter, operands: Operands) -> None:
    self.path.append(("l", tuple(operands)))
    self.only_rectangles = False


def _curve(self: Interpreter, operands: Operands) -> None:
    self.path.append(("c", tuple(operands)))
    self.only_rectangles = False


def _close(self: Interpreter, _: Operands) -> None:
    self.path.append(("h", ()))


def _closed_stroke(self: Interpreter, operands: Operands, fill: str) -> None:
    _close(self, operands)
    self.painted(operands, fill, True)


def _set(field: str, factor: float = 1.0) -> Callable[[Interpreter, Operands], None]:
    def do(self: Interpreter, operands: Operands) -> None:
        setattr(self.own(), field, operands[0] * factor)

    return do


def _clip_rule(rule: str) -> Callable[[Interpreter, Operands], None]:
    def do(self: Interpreter, _: Operands) -> None:
        self.pending_clip = rule

    return do


OPERATORS: Mapping[bytes, Callable[[Interpreter, Operands], None]] = {
    b"m": _move, b"l": _line, b"c": _curve, b"h": _close,
    b"v": Interpreter.curve_from_here, b"y": Interpreter.curve_to_end, b"re": Interpreter.rectangle,
    b"S": lambda s, o: s.painted(o, "", True), b"s": lambda s, o: _closed_stroke(s, o, ""),
    b"f": lambda s, o: s.painted(o, "nonzero", False), b"F": lambda s, o: s.painted(o, "nonzero", False),
    b"f*": lambda s, o: s.painted(o, "evenodd", False),
    b"B": lambda s, o: s.painted(o, "nonzero", True), b"B*": lambda s, o: s.painted(o, "evenodd", True),
    b"b": lambda s, o: _closed_stroke(s, o, "nonzero"), b"b*": lambda s, o: _closed_stroke(s, o, "evenodd"),
    b"n": lambda s, o: s.painted(o, "", False), b"W": _clip_rule("nonzero"), b"W*": _clip_rule("evenodd"),
    b"q": Interpreter.save, b"Q": Interpreter.restore, b"cm": Interpreter.concat, b"w": _set("width"),
    b"gs": Interpreter.extended, b"Do": Interpreter.invoke, b"sh": Interpreter.shade,
    INLINE: Interpreter.inline_image,
    b"g": lambda s, o: s.device(o, "fill", GRAY), b"G": lambda s, o: s.device(o, "stroke", GRAY),
    b"rg": lambda s, o: s.device(o, "fill", RGB), b"RG": lambda s, o: s.device(o, "stroke", RGB),
    b"k": lambda s, o: s.device(o, "fill", CMYK), b"K": lambda s, o: s.device(o, "stroke", CMYK),
    b"cs": lambda s, o: s.set_space(o, "fill"), b"CS": lambda s, o: s.set_space(o, "stroke"),
    b"sc": lambda s, o: s.set_colour(o, "fill"), b"SC": lambda s, o: s.set_colour(o, "stroke"),
    b"scn": lambda s, o: s.set_colour(o, "fill"), b"SCN": lambda s, o: s.set_colour(o, "stroke"),
    b"BMC": Interpreter.begin_mark, b"BDC": Interpreter.begin_mark, b"EMC": Interpreter.end_mark,
    b"BT": lambda s, o: s.text.begin(), b"Tf": lambda s, o: s.text.set_font(o),
    b"Tc": _set("spacing"), b"Tw": _set("word_spacing"), b"Tz": _set("stretch", 0.01),
    b"TL": _set("leading"), b"Ts": _set("rise"), b"Tr": lambda s, o: setattr(s.own(), "render", int(o[0])),
    b"Td": lambda s, o: s.text.move(o), b"TD": lambda s, o: s.text.move_and_lead(o),
    b"Tm": lambda s, o: s.text.set_matrix(o), b"T*": lambda s, o: s.text.next_line(),
    b"Tj": lambda s, o: s.text.show(o), b"TJ": lambda s, o: s.text.show(o[0]),
    b"'": lambda s, o: s.text.next_and_show(o), b'"': lambda s, o: s.text.spaced_and_show(o),
}  # fmt: skip
