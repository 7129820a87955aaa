"""Paragraphs and runs as DrawingML text: explicit sizes, spacing, faces, language and colours."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.slides.baseline import Setting, level_of
from reportgen.lengths import emu
from reportgen.model.text import Level, Run, Style, StyledParagraph
from reportgen.pptx.colours import DeckPalette
from reportgen.pptx.typefaces import Typefaces
from reportgen.pptx.xml import escape

ALIGN = {"left": "l", "center": "ctr", "right": "r", "justify": "just"}
BLANKS = " \u3000"
# Kinsoku on, no hanging marks, Latin words unbroken (ISO 29500-1 §21.1.2.2.7).
LINE_RULES = 'eaLnBrk="1" latinLnBrk="0" hangingPunct="0"'
BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


class TextWriter:
    """Writes text in one theme and its faces."""

    def __init__(self, palette: DeckPalette, faces: Typefaces) -> None:
        self.palette = palette
        self.faces = faces
        self._looks: dict[Style, str] = {}

    def paragraphs(
        self, paragraphs: Sequence[StyledParagraph], settings: Sequence[Setting], margin: float = 0.0
    ) -> str:
        """``a:p`` for every paragraph; ``margin``: points the frame reaches to the left of the measure."""
        margin = max(margin, hang_margin(paragraphs))
        return "".join(
            self.paragraph(paragraph, setting, margin)
            for paragraph, setting in zip(paragraphs, settings, strict=True)
        )

    def paragraph(self, paragraph: StyledParagraph, setting: Setting, margin: float = 0.0) -> str:
        return self._paragraph(paragraph, setting, level_of(paragraph, setting, margin))

    def listed(
        self, paragraphs: Sequence[StyledParagraph], settings: Sequence[Setting], levels: Sequence[Level]
    ) -> str:
        """``a:p`` for every paragraph of a placeholder, each as its level looks."""
        return "".join(
            self._paragraph(paragraph, setting, levels[paragraph.level], paragraph.level)
            for paragraph, setting in zip(paragraphs, settings, strict=True)
        )

    def _paragraph(self, paragraph: StyledParagraph, setting: Setting, level: Level, number: int = 0) -> str:
        runs = "".join(self._runs(paragraph, _breaks(paragraph, setting)))
        return f"<a:p>{self.properties(level, number)}{runs}</a:p>"

    def properties(self, level: Level, number: int = 0) -> str:
        """``a:pPr`` of a paragraph of that level, counted from 0."""
        where = f' lvl="{number}"' if number else ""
        return f"{self._head('a:pPr', level, where)}</a:pPr>"

    def levels(self, levels: Sequence[Level]) -> str:
        """The content of a list style: ``a:lvl1pPr`` … with the look of the text."""
        return "".join(
            f"{self._head(f'a:lvl{i}pPr', level)}{self.look('a:defRPr', level.style)}</a:lvl{i}pPr>"
            for i, level in enumerate(levels, start=1)
        )

    def look(self, tag: str, style: Style, lang: str = "") -> str:
        """Run properties: size, tracking, colour and faces."""
        inner = self._looks.get(style)
        if inner is None:
            spacing = round(style.tracking * style.size * 100)
            weight = int(self.faces.bold(style.face))
            attributes = f'sz="{round(style.size * 100)}" b="{weight}" i="0" spc="{spacing}"'
            fonts = self.faces.run_fonts(style.face)
            inner = self._looks[style] = f"{attributes}>{self.palette.fill(style.colour)}{fonts}"
        language = f'lang="{lang}" altLang="en-US" ' if lang else ""
        return f"<{tag} {language}{inner}</{tag}>"

    def number_field(self, paragraph: StyledParagraph, setting: Setting) -> str:
        """The page or slide number as a field that follows when slides move."""
        run = paragraph.runs[0]
        look = self.look("a:rPr", run.style, "en-US")
        self.faces.show(run.style.face, run.text)
        field = f'<a:fld id="{FIELD}" type="slidenum">{look}<a:t>{escape(run.text)}</a:t></a:fld>'
        return f"<a:p>{self.properties(level_of(paragraph, setting))}{field}</a:p>"

    def _head(self, tag: str, level: Level, where: str = "") -> str:
        sides = f'marL="{emu(level.left)}"{where} indent="{emu(level.indent)}"'
        bullet = f"{self._bullet_colour(level.style)}{BULLET}" if level.bullet else "<a:buNone/>"
        return (
            f'<{tag} {sides} algn="{ALIGN[level.align]}" {LINE_RULES}>'
            f"<a:lnSpc>{_points(level.spacing)}</a:lnSpc><a:spcBef>{_points(level.before)}</a:spcBef>"
            f"<a:spcAft>{_points(level.after)}</a:spcAft>{bullet}"
        )

    def _bullet_colour(self, style: Style) -> str:
        return f"<a:buClr>{self.palette.colour(style.colour)}</a:buClr>"

    def _runs(self, paragraph: StyledParagraph, breaks: frozenset[int]) -> list[str]:
        """Runs with ``a:br`` at author's breaks and at the chosen ends of balanced lines."""
        out: list[str] = []
        position = 0
        for run in paragraph.runs:
            if not breaks and "\n" not in run.text:
                out += self._run(run, run.text)
                continue
            piece = ""
            for char in run.text:
                if position in breaks or char == "\n":
                    out += self._run(run, piece)
                    out.append(f"<a:br>{self.look('a:rPr', run.style, run.lang)}</a:br>")
                    piece = ""
                if char != "\n":
                    piece += char
                position += 1
            out += self._run(run, piece)
        return out

    def _run(self, run: Run, text: str) -> list[str]:
        if not text:
            return []
        lang = "en-US" if run.lang.startswith("en") else run.lang
        own = run.style
        return [
            f"<a:r>{self.look('a:rPr', own if face == own.face else replace(own, face=face), lang)}"
            f"<a:t>{escape(piece)}</a:t></a:r>"
            for face, piece in self.faces.pieces(own.face, text)
        ]


def hang_margin(paragraphs: Sequence[StyledParagraph]) -> float:
    """How far the frame must reach to the left of the measure, in points."""
    return max((paragraph.hang for paragraph in paragraphs), default=0.0)


def _points(value: float) -> str:
    return f'<a:spcPts val="{round(value * 100)}"/>'


def _breaks(paragraph: StyledParagraph, setting: Setting) -> frozenset[int]:
    """Character positions before which a balanced paragraph's measured lines begin."""
    if not paragraph.balance or len(setting.lines) < 2:
        return frozenset()
    text, at, found = paragraph.text, 0, set()
    for line in setting.lines[:-1]:
        start = text.find(line.strip(), at)
        if start < 0:
            return frozenset()
        at = start + len(line.strip())
        while at < len(text) and text[at] in BLANKS:
            at += 1  # blanks between two lines stay at the end of the first
        if at < len(text) and text[at] != "\n" and (at == 0 or text[at - 1] != "\n"):
            found.add(at)
    return frozenset(found)
