"""The bundled faces: font files in, metrics and shaped glyphs out."""

from reportgen.fonts.catalogue import Fonts
from reportgen.fonts.coverage import Coverage, coverage
from reportgen.fonts.face import Face, Glyph

__all__ = ["Coverage", "Face", "Fonts", "Glyph", "coverage"]
