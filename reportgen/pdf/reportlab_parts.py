"""The members reportlab keeps to itself and this program needs, all of them here.

reportlab has no public way to its open document, to the operators a page begins with, to annotations of
one's own making or to a page's colour spaces. Everything else goes through public names.
``tests/pdf/test_reportlab_parts.py`` says which members these are and how they must look; the versions
``pyproject.toml`` allows are those they were tried in (``make versions``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def document_of(canvas: Any) -> Any:
    """The document the canvas writes: its catalogue, its objects and their references."""
    return canvas._doc


def last_page(canvas: Any) -> Any:
    """The page shown last."""
    return canvas._doc.Pages[-1]


def begin_pages_with(canvas: Any, operators: str) -> None:
    """What the pages from here on begin with, instead of reportlab's own scale and font."""
    canvas._preamble = operators


def annotation_name(canvas: Any) -> str:
    """A name for the next annotation of the document."""
    return f"link{canvas._annotationCount + 1}"


def add_annotation(canvas: Any, annotation: Any, name: str) -> None:
    """Adds an annotation of that name to the open page."""
    canvas._addAnnotation(annotation, name)


def destination(canvas: Any, bookmark: str) -> Any:
    """A reference to a bookmark, also to one that is not set yet."""
    return canvas._bookmarkReference(bookmark)


def name_colour_spaces(page: Any, spaces: Mapping[str, str]) -> None:
    """Lets the page name these colour spaces: key of the object → name."""
    page._colorsUsed = spaces


def file_version(document: Any) -> tuple[int, int]:
    """The version of PDF the document is written in."""
    major, minor = document._pdfVersion
    return major, minor
