"""Small pieces every part is written with: escaping, namespaces, the XML head."""

from __future__ import annotations

from html import escape as escape_all

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)

__all__ = ["DECORATIVE", "HEAD", "NAMESPACES", "common", "escape", "part_bytes", "quoteattr"]


def escape(text: str) -> str:
    """Character data."""
    return escape_all(text, quote=False)


def quoteattr(value: str) -> str:
    """An attribute's value between quotes; line ends and tabs as references, which a parser keeps."""
    text = escape_all(value).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    return f'"{text}"'


def part_bytes(body: str) -> bytes:
    """A whole part: the XML head and the root element."""
    return (HEAD + body).encode("utf-8")


def common(id: int, name: str, alt: str = "", *, decorative: bool = False) -> str:
    """``p:cNvPr``: the shape's id, its name in the selection pane, its alternative text."""
    words = f" descr={quoteattr(alt)}" if alt else ""
    head = f"<p:cNvPr id={quoteattr(str(id))} name={quoteattr(name)}{words}"
    return f"{head}>{DECORATIVE}</p:cNvPr>" if decorative else f"{head}/>"
