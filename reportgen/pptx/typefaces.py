"""Faces by the names PowerPoint knows them by, theme fonts for the two most used."""

from __future__ import annotations

from reportgen.fonts import Fonts
from reportgen.pptx.xml import quoteattr

HEADING_FACE, BODY_FACE = "serif-900", "sans-400"  # the theme's major and minor font
NUMERAL_PARTNER = {"num-400": "serif-700"}  # a Latin face sets its Chinese characters in this one
NAMES = ("latin", "ea", "cs")


class Typefaces:
    """``a:latin``, ``a:ea``, ``a:cs`` of a face."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts

    def run_fonts(self, key: str) -> str:
        """The three font elements of a run; theme references where the face is the theme's own."""
        if key == HEADING_FACE:
            return '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-lt"/>'
        if key == BODY_FACE:
            return '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-lt"/>'
        names = (key, NUMERAL_PARTNER.get(key, key), key)
        return "".join(
            f"<a:{tag} typeface={quoteattr(self.name(name))}/>"
            for tag, name in zip(NAMES, names, strict=True)
        )

    def name(self, key: str) -> str:
        return self.fonts.face(key).typeface
