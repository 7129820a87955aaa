"""The words of a tagged PDF as its structure tree tells them."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.preflight.painted import TextPaint
from reportgen.preflight.reading import Reading
from reportgen.preflight.structure import StructureElement
from reportgen.verify.evidence import Extract
from reportgen.verify.numbers_found import may_count
from reportgen.verify.pdf_words import ShownRun, lines_of, run_of

PICTURE_RADIUS = 4  # lines between a number and its label in a drawing
ENTRIES = ("LI", "Figure", "TOCI", "Caption")  # what keeps a number and its label together


def alternatives_of(reading: Reading) -> dict[int, tuple[str, ...]]:
    """The alternative texts of each page's elements."""
    pages = _pages_of(reading)
    found: dict[int, tuple[str, ...]] = {}
    for element in reading.structure.elements if reading.structure else ():
        if (alt := element.obj.get("/Alt")) is not None:
            page = pages[id(element)]
            found[page] = (*found.get(page, ()), str(alt))
    return found


def structure_extracts(reading: Reading) -> Iterator[tuple[int, Extract]]:
    """Tagged text, each element's own with its page."""
    tree = reading.structure
    if tree is None:
        return
    runs, pages = _tagged_runs(reading), _pages_of(reading)
    lines: dict[int, tuple[str, ...]] = {}
    around: dict[int, tuple[str, ...]] = {}
    for element in tree.elements:
        own = [run for mark in element.marks for run in runs.get(mark, ())]
        lines[id(element)] = tuple(words for words, _ in lines_of(own))
        page = pages[id(element)]
        around[page] = (*around.get(page, ()), "".join(lines[id(element)]))
    for element in tree.elements:
        page = pages[id(element)]
        if element.type == "TR":
            cells = tuple(
                "".join("".join(lines[id(node)]) for node in _within(cell)) for cell in element.children
            )
            yield page, Extract(cells, (), around[page], len(cells), row=True)
        elif may_count(lines[id(element)]) and not _in_row(element):
            radius = PICTURE_RADIUS if element.type == "Figure" else 2
            yield page, Extract(lines[id(element)], _told_with(element, lines), around[page], radius)


def _in_row(element: StructureElement) -> bool:
    node = element.parent
    while node is not None and node.type != "TR":
        node = node.parent
    return node is not None


def _pages_of(reading: Reading) -> dict[int, int]:
    """The page of each element by its identity: its own, else its first child's; 0 where there is none."""
    numbers = {page.obj.objgen: page.number for page in reading.pages}
    elements = reading.structure.elements if reading.structure else []
    pages = {id(e): next((numbers[owner] for owner, _ in e.marks if owner in numbers), 0) for e in elements}
    for element in reversed(elements):  # children stand behind their parents
        if element.parent is not None and (page := pages[id(element)]):
            pages[id(element.parent)] = page if not element.parent.marks else pages[id(element.parent)]
    return pages


def _tagged_runs(reading: Reading) -> dict[tuple[tuple[int, int], int], list[ShownRun]]:
    runs: dict[tuple[tuple[int, int], int], list[ShownRun]] = {}
    for page in reading.pages:
        for paint in page.content.paints:
            if isinstance(paint, TextPaint) and paint.tag and paint.tag.mcid >= 0 and paint.words:
                runs.setdefault((paint.tag.owner, paint.tag.mcid), []).append(run_of(paint, page))
    return runs


def _told_with(element: StructureElement, lines: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The words of the outermost entry or figure an element stands in."""
    outer, node = element, element.parent
    while node is not None and node.type not in ("Sect", "Document"):
        if node.type in ENTRIES:
            outer = node
        node = node.parent
    if outer is element and element.type not in ENTRIES:
        return _siblings(element, lines)
    return tuple("".join(lines[id(node)]) for node in _within(outer) if node is not element)


def _siblings(element: StructureElement, lines: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    siblings = element.parent.children if element.parent else []
    at = next((i for i, each in enumerate(siblings) if each is element), 0)
    close = [each for each in siblings[max(0, at - 2) : at + 3] if each is not element]
    return tuple("".join(lines[id(each)]) for each in close)


def _within(element: StructureElement) -> Iterator[StructureElement]:
    waiting = [element]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.children)
