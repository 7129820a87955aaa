"""The resources a press page's operators name: the spot ink's colour space, and the states that overprint."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from reportgen.model.theme import Spot, Theme
from reportgen.pdf.ink import KNOCK_OUT, OVER_FILL, OVER_STROKE, SPOT_SPACE
from reportgen.pdf.reportlab_parts import name_colour_spaces

SPACE_KEY = "press:spot"
STATES = {OVER_FILL: (False, True), OVER_STROKE: (True, False), KNOCK_OUT: (False, False)}  # strokes, fills
SAFE = frozenset(range(0x21, 0x7F)) - frozenset(b"#/()<>[]{}%")


def alternate(spot: Spot, theme: Theme) -> tuple[float, ...]:
    """The solid ink in CMYK of 0–1: the theme's colour that lays most of it, undiluted."""
    token, tint = max(spot.tints, key=lambda pair: pair[1])
    return tuple(min(1.0, value / 100 / tint) for value in theme.colour(token).cmyk)


class PressResources:
    """What every page of a press file may name, filed in the document once."""

    def __init__(self, doc: Any, spot: Spot | None, theme: Theme) -> None:
        self._states = {name: doc.Reference(_state(*over), f"press:{name}") for name, over in STATES.items()}
        self._spaces: dict[str, str] = {}
        if spot is not None:
            doc.Reference(_separation(spot, alternate(spot, theme)), SPACE_KEY)
            self._spaces[SPACE_KEY] = SPOT_SPACE.removeprefix("/")

    def give(self, page: Any) -> None:
        """Lets the page name them."""
        page.ExtGState = pdfdoc.PDFDictionary(self._states)
        name_colour_spaces(page, self._spaces)


def _state(strokes: bool, fills: bool) -> Any:
    """Strokes and fills set explicitly, nonzero overprint mode (ISO 32000-1 8.6.7)."""
    entries = {"Type": pdfdoc.PDFName("ExtGState"), "OP": strokes, "op": fills, "OPM": 1}
    return pdfdoc.PDFDictionary(
        {key: str(value).lower() if isinstance(value, bool) else value for key, value in entries.items()}
    )


def _separation(spot: Spot, cmyk: tuple[float, ...]) -> Any:
    """``[/Separation name /DeviceCMYK tint]``, the tint running straight from paper to the solid."""
    tint = pdfdoc.PDFDictionary(
        {
            "FunctionType": 2,
            "Domain": pdfdoc.PDFArray([0, 1]),
            "C0": pdfdoc.PDFArray([0, 0, 0, 0]),
            "C1": pdfdoc.PDFArray([round(value, 4) for value in cmyk]),
            "N": 1,
        }
    )
    return pdfdoc.PDFArray(["/Separation", pdf_name(spot.name), "/DeviceCMYK", tint])


def pdf_name(text: str) -> str:
    """A name object of UTF-8 bytes (ISO 32000-1 7.3.5)."""
    return "/" + "".join(chr(byte) if byte in SAFE else f"#{byte:02X}" for byte in text.encode("utf-8"))
