"""The same texts set by Typst, for comparison: same face, size, leading and column as ours.

Typst is no dependency of the project; what needs it is left out where ``import typst`` finds nothing
(pip install typst).
"""

from __future__ import annotations

import importlib
import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path

FONT_FOLDER = Path(__file__).parents[1] / "assets" / "fonts"
PAGE = """
#set page(width: {page}pt, height: {height}, margin: {margin}pt)
#set text(font: "Noto Serif SC", size: {size}pt, lang: "zh", region: "cn", overhang: false)
#set text(top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: {leading}pt, spacing: {spacing}pt)
"""


def installed() -> bool:
    """Whether Typst can be imported here."""
    return importlib.util.find_spec("typst") is not None


def source(
    paragraphs: Sequence[str],
    widths: Sequence[float],
    *,
    size: float,
    pitch: float,
    gap: float,
    margin: float,
    height: str = "auto",
) -> bytes:
    """Typst markup with one page for each width (points), ``gap`` more than the ``pitch`` between paragraphs."""
    pages = []
    for width in widths:
        page = PAGE.format(
            page=width + 2 * margin,
            height=height,
            margin=margin,
            size=size,
            leading=pitch - size,
            spacing=pitch - size + gap,
        )
        # A Typst string has JSON's escapes for quotes and backslashes.
        pages.append(page + "\n\n".join(f"#{json.dumps(text, ensure_ascii=False)}" for text in paragraphs))
    return "\n#pagebreak(weak: true)\n".join(pages).encode()


def compiled(markup: bytes) -> bytes:
    """The PDF Typst makes of the markup, with the project's fonts alone."""
    typst = importlib.import_module("typst")
    data: bytes = typst.compile(markup, font_paths=[str(FONT_FOLDER)], ignore_system_fonts=True, format="pdf")
    return data
