"""Faces by the names PowerPoint knows them by, theme fonts for the two most used."""

from __future__ import annotations

from reportgen.fonts import Fonts
from reportgen.pptx.xml import quoteattr

HEADING_FACE, BODY_FACE = "serif-900", "sans-400"  # the theme's major and minor font
NUMERAL_PARTNER = {"num-400": "serif-700"}  # a Latin face sets its Chinese characters in this one
NAMES = ("latin", "ea", "cs")
BOLD = 600  # system families have a regular and a bold only; from this weight on text takes the bold


class Typefaces:
    """``a:latin``, ``a:ea``, ``a:cs`` of a face, and the characters each face has been asked to show.

    ``system``: the faces a Chinese office computer has instead of the bundled ones.
    """

    def __init__(self, fonts: Fonts, *, system: bool = False) -> None:
        self.fonts = fonts
        self.system = system
        self.used: dict[str, set[str]] = {}
        self._shown: dict[tuple[str, str], str] = {}
        self._own: dict[str, set[str]] = {}  # of the characters shown, those in the face asked for

    def run_fonts(self, key: str) -> str:
        """The three font elements of a run; theme references where the face is the theme's own."""
        self.show(key, "")
        if key == HEADING_FACE:
            return '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-lt"/>'
        if key == BODY_FACE:
            return '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-lt"/>'
        names = (key, NUMERAL_PARTNER.get(key, key), key)
        return "".join(
            f"<a:{tag} typeface={quoteattr(self.name(name))}/>"
            for tag, name in zip(NAMES, names, strict=True)
        )

    def show(self, key: str, text: str) -> None:
        """Remembers that the face and its Chinese partner show the text."""
        for face in {key, NUMERAL_PARTNER.get(key, key)}:
            self.used.setdefault(face, set()).update(text)

    def bold(self, key: str) -> bool:
        """Whether the bold of the family is used for the face; bundled faces are families of their own."""
        return self.system and self.fonts.face(key).weight >= BOLD

    def pieces(self, key: str, text: str) -> tuple[tuple[str, str], ...]:
        """The text in stretches of one face: rare characters in the fallback face that has them."""
        if text and self._own.setdefault(key, set()).issuperset(text):
            return ((key, text),)
        partner = NUMERAL_PARTNER.get(key, key)
        out: list[tuple[str, str]] = []
        for char in text:
            face = self._shown.get((key, char))
            if face is None:
                found = self.fonts.find(key, char)
                own = found is None or self.fonts.face(partner).glyph(char) or char.isspace()
                face = self._shown[key, char] = key if own or found is None else found.key
                self.show(face, char)
                if face == key:
                    self._own[key].add(char)
            if out and out[-1][0] == face:
                out[-1] = (face, out[-1][1] + char)
            else:
                out.append((face, char))
        return tuple(out)

    def name(self, key: str) -> str:
        """The family text of the face is written in."""
        face = self.fonts.face(key)
        return face.record.system_fallback[0] if self.system else face.typeface
