"""The words of a deck: slides, notes, descriptions, and the values of its native charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from msgspec import Struct

from reportgen.verify.descriptions import described
from reportgen.verify.evidence import Datapoint, Extract, SiteKind
from reportgen.verify.numbers_found import may_count
from reportgen.verify.office_package import Package
from reportgen.verify.workbook_cells import cells_of, points_of

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLIDES = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
CHARTS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PRESENTATION = "ppt/presentation.xml"
RADIUS = 2  # paragraphs of a shape between a number and its label
NEIGHBOURS = 4  # shapes before and after that may hold a number's label


class Slide(Struct, frozen=True):
    """One slide's extracts and the data of its charts, each with the kind of place."""

    number: int
    extracts: tuple[tuple[SiteKind, Extract], ...]
    points: tuple[tuple[SiteKind, Datapoint], ...]


def slides_of(package: Package) -> Iterator[Slide]:
    """The slides in the deck's order.

    Raises ReportgenError for a package that is no presentation.
    """
    if PRESENTATION not in package.parts:
        raise package.damaged(PRESENTATION)
    related = package.related(PRESENTATION)
    listed = package.tree(PRESENTATION).iter(f"{SLIDES}sldId")
    parts = [related[node.get(RELATION)][1] for node in listed if node.get(RELATION) in related]
    for number, part in enumerate(parts, 1):
        yield _slide(package, part, number)


def _slide(package: Package, part: str, number: int) -> Slide:
    extracts: list[tuple[SiteKind, Extract]] = []
    points: list[tuple[SiteKind, Datapoint]] = []
    root = package.tree(part)
    extracts += (("slide", extract) for extract in _shapes(root))
    extracts += (("description", extract) for extract in _descriptions(root))
    for kind, target in package.related(part).values():
        if kind == "notesSlide":
            extracts += (("notes", extract) for extract in _notes(package.tree(target)))
        elif kind == "chart":
            points += _chart(package, target)
    return Slide(number, tuple(extracts), tuple(points))


def _shapes(root: Any) -> Iterator[Extract]:
    """Each shape's paragraphs; a table row by row."""
    found = ((body, _lines(body)) for body in root.iter(f"{SLIDES}txBody", f"{DRAWING}tr"))
    blocks = [(body.tag == f"{DRAWING}tr", tuple(lines)) for body, lines in found if lines]
    everything = tuple("".join(lines) for _, lines in blocks)
    for i, (is_row, lines) in enumerate(blocks):
        if not may_count(lines):
            continue
        close = (*everything[max(0, i - NEIGHBOURS) : i], *everything[i + 1 : i + 1 + NEIGHBOURS])
        radius = len(lines) if is_row else RADIUS
        yield Extract(lines, () if is_row else close, everything, radius, row=is_row)


def _lines(body: Any) -> list[str]:
    """Paragraphs as lines; a field says its number, a line break parts words like a blank."""
    lines = []
    for paragraph in body.iter(f"{DRAWING}p"):
        parts = paragraph.iter(f"{DRAWING}t", f"{DRAWING}br")
        words = "".join(" " if node.tag == f"{DRAWING}br" else node.text or "" for node in parts)
        lines += [words] if words.strip() else []
    return lines


def _descriptions(root: Any) -> Iterator[Extract]:
    for node in root.iter(f"{SLIDES}cNvPr", f"{DRAWING}cNvPr"):
        for told in (node.get("descr"), node.get("title")):
            if told:
                yield described(told)


def _notes(root: Any) -> Iterator[Extract]:
    for body in root.iter(f"{SLIDES}txBody"):
        for line in _lines(body):
            yield Extract((line,))


def _chart(package: Package, part: str) -> Iterator[tuple[SiteKind, Datapoint]]:
    """What the chart's caches hold, and what its workbook holds at the same cells."""
    root = package.tree(part)
    workbooks = [target for kind, target in package.related(part).values() if kind == "package"]
    cells = cells_of(package, workbooks[0]) if workbooks else {}
    for series in root.iter(f"{CHARTS}ser"):
        yield from (("chart", point) for point in _cached(series))
        yield from (("workbook", point) for point in points_of(cells, *_formulas(series)))


def _formulas(series: Any) -> tuple[str, str, str]:
    found = (series.find(f"{CHARTS}{name}//{CHARTS}f") for name in ("tx", "cat", "val"))
    name, categories, values = ("" if node is None else node.text or "" for node in found)
    return name, categories, values


def _cached(series: Any) -> Iterator[Datapoint]:
    name = "".join(_cache(series, "tx"))
    for category, value in zip_longest(_cache(series, "cat"), _cache(series, "val"), fillvalue=""):
        if value:
            yield Datapoint(name, category, value)


def _cache(series: Any, name: str) -> Sequence[str]:
    """The texts of a cache by index; gaps are empty."""
    node = series.find(f"{CHARTS}{name}")
    points = {} if node is None else {int(p.get("idx", "0")): p for p in node.iter(f"{CHARTS}pt")}
    texts = {at: (point.findtext(f"{CHARTS}v") or "") for at, point in points.items()}
    return [texts.get(at, "") for at in range(max(texts, default=-1) + 1)]
