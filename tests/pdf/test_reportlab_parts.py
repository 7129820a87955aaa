"""What reportlab keeps to itself and we use exists as we use it; nothing else of that sort is used."""

import ast
import inspect
import io
from pathlib import Path

import matplotlib
import pytest
import reportlab
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from reportgen.pdf import reportlab_parts as parts

PACKAGE = Path(__file__).parents[2] / "reportgen"
HOMES = ("charts", "pdf", "pptx", "imposition")
OURS = {"self", "cls", "os"}  # os._exit ends a forked child


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(io.BytesIO(), invariant=1)


def test_the_versions_are_within_what_the_project_allows() -> None:
    assert (3, 10) <= tuple(int(part) for part in matplotlib.__version__.split(".")[:2]) < (3, 12)
    assert (4, 4) <= tuple(int(part) for part in reportlab.Version.split(".")[:2]) < (6,)


def test_the_canvas_has_a_document_with_objects_references_and_fonts(canvas: Canvas) -> None:
    document = parts.document_of(canvas)
    assert isinstance(document, pdfdoc.PDFDocument)
    assert {"idToObject", "numberToId", "idToObjectNumberAndVersion", "fontMapping", "delayedFonts"} <= set(
        vars(document)
    )
    assert "F1" in document.idToObject["BasicFonts"].dict
    assert list(inspect.signature(document.Reference).parameters) == ["obj", "name"]
    assert list(inspect.signature(document.addForm).parameters) == ["name", "form"]


def test_the_last_page_is_the_one_just_shown(canvas: Canvas) -> None:
    canvas.showPage()
    first = parts.last_page(canvas)
    canvas.showPage()
    assert isinstance(first, pdfdoc.PDFPage)
    assert parts.last_page(canvas) is not first


def test_a_page_begins_with_what_it_is_told_to(canvas: Canvas) -> None:
    parts.begin_pages_with(canvas, "% ours")
    canvas.setPageCompression(0)
    canvas.showPage()
    canvas.addLiteral("% drawn")
    canvas.showPage()
    assert b"% ours % drawn" in b" ".join(canvas.getpdfdata().split(b"\n"))


def test_annotations_are_numbered_and_added(canvas: Canvas) -> None:
    name = parts.annotation_name(canvas)
    annotation = pdfdoc.PDFDictionary({"Subtype": pdfdoc.PDFName("Link")})
    parts.add_annotation(canvas, annotation, name)
    assert name == "link1"
    assert parts.annotation_name(canvas) == "link2"
    assert list(inspect.signature(canvas._addAnnotation).parameters) == ["annotation", "name", "addtopage"]


def test_a_bookmark_can_be_referred_to_before_it_is_set(canvas: Canvas) -> None:
    reference = parts.destination(canvas, "later")
    canvas.bookmarkPage("later", fit="Fit")
    canvas.showPage()
    assert isinstance(reference, pdfdoc.Destination)
    assert b"/Fit" in reference.format(parts.document_of(canvas))


def test_a_page_names_its_colour_spaces(canvas: Canvas) -> None:
    parts.document_of(canvas).Reference(pdfdoc.PDFArray(["/DeviceCMYK"]), "ours:space")
    canvas.showPage()
    parts.name_colour_spaces(parts.last_page(canvas), {"ours:space": "Spot"})
    assert b"/Spot" in canvas.getpdfdata()


def test_the_file_says_the_version_it_was_opened_with() -> None:
    canvas = Canvas(io.BytesIO(), pdfVersion=(1, 6))
    assert parts.file_version(parts.document_of(canvas)) == (1, 6)


def test_no_other_module_touches_members_that_a_library_keeps_to_itself() -> None:
    """An underscore is read on our own objects only; of matplotlib nothing private is used at all."""
    strays, read = [], 0
    for home in HOMES:
        for path in sorted((PACKAGE / home).glob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
            for node in ast.walk(tree):
                if not isinstance(node, ast.Attribute):
                    continue
                read += 1
                private = node.attr.startswith("_") and not node.attr.startswith("__")
                ours = isinstance(node.value, ast.Name) and node.value.id in OURS
                if private and not ours and node.attr not in own and path.stem != "reportlab_parts":
                    strays.append(f"{path.relative_to(PACKAGE)}:{node.lineno} {node.attr}")
    assert read > 1000
    assert strays == []
