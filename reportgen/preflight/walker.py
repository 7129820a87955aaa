"""Everything a page paints: its content, and the forms, patterns, Type 3 glyphs and annotations in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pikepdf

from reportgen.preflight.fonts import Font
from reportgen.preflight.geometry import IDENTITY, Box, Matrix, common, matrix_of, moved_box, product, upright
from reportgen.preflight.instructions import DamagedError
from reportgen.preflight.interpreter import Interpreter
from reportgen.preflight.object_key import ObjectKey, key_of
from reportgen.preflight.painted import ContentTag, State, TransparencyGroup
from reportgen.preflight.spaces import Space, space_of
from reportgen.preflight.stream import PageContent, Stream

DEEPEST = 12  # forms within forms
HIDDEN_OR_NO_VIEW = 0b100010


@dataclass
class Walker:
    """Walks the pages of one file; fonts, hidden layers and colour spaces are the file's."""

    pdf: pikepdf.Pdf
    fonts: dict[ObjectKey, Font] = field(default_factory=dict)
    loose_fonts: list[Font] = field(default_factory=list)
    spaces: dict[ObjectKey, Space] = field(default_factory=dict)
    page: int = 0
    content: PageContent = field(default_factory=PageContent)

    def __post_init__(self) -> None:
        self.hidden = _hidden_layers(self.pdf)

    def walk(self, page: pikepdf.Page, number: int, unit: float) -> PageContent:
        """The content of a page, sizes multiplied by its UserUnit."""
        self.page, self.content = number, PageContent()
        state = State()
        state.ctm = (unit, 0.0, 0.0, unit, 0.0, 0.0)
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        if (group := page.obj.get("/Group")) is not None:
            self.group(group, resources, "", luminosity=False)
        interpreter = Interpreter(self, resources, state, key_of(page.obj), base=state.ctm)
        self.run(interpreter, _page_data(page))
        for annotation in page.obj.get("/Annots", ()):
            self._appearance(annotation, page, state.ctm)
        return self.content

    def run(self, interpreter: Interpreter, data: bytes | None) -> None:
        """Interprets a stream; damage is noted and ends only that stream."""
        if data is None:
            self.content.damaged.append((interpreter.label, "filter"))
            return
        try:
            interpreter.run(data)
        except (DamagedError, IndexError, TypeError, ValueError, OverflowError) as fault:
            self.content.damaged.append((interpreter.label, str(fault) or type(fault).__name__))

    def form(self, form: Any, inside: Stream, name: str) -> None:
        """A form XObject painted in the state of the stream that names it."""
        key = key_of(form)
        if inside.depth >= DEEPEST:
            self.content.damaged.append((name, "recursion"))
            return
        state = inside.state.copy()
        state.ctm = product(matrix_of(form.get("/Matrix", ())), state.ctm)
        if (frame := form.get("/BBox")) is not None and len(frame) == 4:
            state.clip = _clipped(state, frame)
        resources = form.get("/Resources", inside.resources)
        if (group := form.get("/Group")) is not None:
            self.group(group, resources, name, luminosity=False)
            state.alpha_fill = state.alpha_stroke = min(state.alpha_fill, 1.0)
        twin = Interpreter(
            self, resources, state, key, base=inside.base, label=name, depth=inside.depth + 1,
            tag=inside.tag, annotation=inside.annotation, hidden=inside.is_hidden,
        )  # fmt: skip
        before = len(self.content.mcids)
        self.run(twin, read(form))
        if any(owner == key for owner, _ in self.content.mcids[before:]):
            self.content.tagged_forms.append(key)

    def group(self, group: Any, resources: Any, stream: str, *, luminosity: bool) -> None:
        space = group.get("/CS")
        found = None if space is None else self.space(space, resources)
        self.content.groups.append(TransparencyGroup(found, luminosity, stream))

    def soft_mask(self, mask: Any, inside: Stream) -> None:
        """The group a soft mask is made of; nothing of it is printed, but its colours count."""
        form = mask.get("/G")
        if not isinstance(form, pikepdf.Stream):
            return
        group, resources = form.get("/Group"), form.get("/Resources", inside.resources)
        if group is not None:
            self.group(group, resources, "SMask", luminosity=str(mask.get("/S")) == "/Luminosity")

    def pattern(self, name: str, inside: Stream) -> tuple[Space, Any] | None:
        """Walks a tiling pattern once; gives the colour space and dictionary of a shading pattern."""
        pattern = inside.resource("/Pattern", name)
        if pattern is None:
            return None
        if int(pattern.get("/PatternType", 0)) == 2:
            shading = pattern.get("/Shading", pikepdf.Dictionary())
            return self.space(shading.get("/ColorSpace"), inside.resources), shading
        if ("pattern", str(key_of(pattern)) + name) in self.content.used or inside.depth >= DEEPEST:
            return None
        self.content.used.add(("pattern", str(key_of(pattern)) + name))
        state = State()
        state.ctm = product(matrix_of(pattern.get("/Matrix", ())), inside.base)
        state.clip = inside.state.clip
        state.fill, state.stroke = inside.state.fill, inside.state.stroke
        resources = pattern.get("/Resources", inside.resources)
        tag = inside.tag or ContentTag(artifact=True)  # checked where the pattern is painted
        tile = Interpreter(
            self, resources, state, key_of(pattern), base=inside.base, label=f"pattern {name}",
            depth=inside.depth + 1, tag=tag, annotation=inside.annotation,
        )  # fmt: skip
        self.run(tile, read(pattern))
        return None

    def glyphs(self, font: Font, inside: Stream, matrix: Matrix, codes: tuple[int, ...]) -> None:
        """The procedures of Type 3 glyphs, each once a page."""
        names = _differences(font.resource.get("/Encoding"))
        procedures = font.resource.get("/CharProcs", pikepdf.Dictionary())
        for code in dict.fromkeys(codes):
            name = names.get(code, "")
            mark = ("glyph", f"{id(font)} {name}")
            if name not in procedures or mark in self.content.used or inside.depth >= DEEPEST:
                continue
            self.content.used.add(mark)
            state = inside.state.copy()
            state.ctm = product(font.matrix, matrix)
            glyph = Interpreter(
                self, font.resource.get("/Resources", inside.resources), state, key_of(procedures[name]),
                base=inside.base, label=f"glyph {name}", depth=inside.depth + 1,
                tag=inside.tag, annotation=inside.annotation, hidden=True,
            )  # fmt: skip
            self.run(glyph, read(procedures[name]))

    def _appearance(self, annotation: Any, page: pikepdf.Page, base: Matrix) -> None:
        if not isinstance(annotation, pikepdf.Dictionary):
            return
        appearance = annotation.get("/AP", pikepdf.Dictionary()).get("/N")
        if isinstance(appearance, pikepdf.Dictionary) and not isinstance(appearance, pikepdf.Stream):
            appearance = appearance.get(str(annotation.get("/AS", "/Off")))
        if not isinstance(appearance, pikepdf.Stream) or int(annotation.get("/F", 0)) & HIDDEN_OR_NO_VIEW:
            return
        state = State()
        state.ctm = product(_fitting(annotation, appearance), base)
        inside = Interpreter(
            self, pikepdf.Dictionary(), state, key_of(page.obj), base=base,
            tag=ContentTag(artifact=True), annotation=True,
        )  # fmt: skip
        self.form(appearance, inside, f"annotation {annotation.get('/Subtype', '')}")

    def font(self, resource: Any) -> Font:
        key = key_of(resource)
        if key == (0, 0):
            for font in self.loose_fonts:
                if font.resource == resource:
                    return font
            self.loose_fonts.append(Font(resource))
            return self.loose_fonts[-1]
        if key not in self.fonts:
            self.fonts[key] = Font(resource)
        return self.fonts[key]

    def space(self, value: Any, resources: Any) -> Space:
        key = key_of(value)
        if key == (0, 0):
            return space_of(value, resources)
        if key not in self.spaces:
            self.spaces[key] = space_of(value, resources)
        return self.spaces[key]


def read(stream: Any) -> bytes | None:
    """A stream's data unpacked; None where that fails."""
    if not isinstance(stream, pikepdf.Stream):
        return None
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return None


def _page_data(page: pikepdf.Page) -> bytes | None:
    contents = page.obj.get("/Contents")
    if contents is None:
        return b""
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    data = [read(part) for part in parts]
    return None if None in data else b"\n".join(part for part in data if part)


def _clipped(state: State, frame: Any) -> Box:
    box = moved_box(state.ctm, upright([float(side) for side in frame]))
    return common(state.clip, box) or (0.0, 0.0, -1.0, -1.0)


def _fitting(annotation: Any, appearance: Any) -> Matrix:
    """The matrix that fits an appearance's box into the annotation's rectangle (ISO 32000-1, 12.5.5)."""
    rect, frame = annotation.get("/Rect"), appearance.get("/BBox")
    if rect is None or frame is None or len(rect) != 4 or len(frame) != 4:
        return IDENTITY
    x0, y0, x1, y1 = upright([float(side) for side in rect])
    own = matrix_of(appearance.get("/Matrix", ()))
    u0, v0, u1, v1 = moved_box(own, upright([float(side) for side in frame]))
    sx = (x1 - x0) / (u1 - u0) if u1 > u0 else 1.0
    sy = (y1 - y0) / (v1 - v0) if v1 > v0 else 1.0
    return (sx, 0.0, 0.0, sy, x0 - u0 * sx, y0 - v0 * sy)


def _differences(encoding: Any) -> dict[int, str]:
    names: dict[int, str] = {}
    code = 0
    table = encoding.get("/Differences", ()) if isinstance(encoding, pikepdf.Dictionary) else ()
    for item in table:
        if isinstance(item, pikepdf.Name):
            names[code] = str(item)
            code += 1
        else:
            code = int(item)
    return names


def _hidden_layers(pdf: pikepdf.Pdf) -> frozenset[ObjectKey]:
    """Layers the default configuration switches off."""
    properties = pdf.Root.get("/OCProperties")
    if properties is None:
        return frozenset()
    default = properties.get("/D", pikepdf.Dictionary())
    off = {key_of(layer) for layer in default.get("/OFF", ())}
    if str(default.get("/BaseState", "/ON")) == "/OFF":
        on = {key_of(layer) for layer in default.get("/ON", ())}
        off |= {key_of(layer) for layer in properties.get("/OCGs", ())} - on
    return frozenset(off)
