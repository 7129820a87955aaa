"""The screen file's tags, reopened: ISO 14289-1, ISO 32000-1 14.7 and 14.8, WCAG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from msgspec.structs import replace
from PIL import ImageChops
from samples import brochure_of, brochure_pdf, deck_of, fonts, handout_pdfs, report_of
from tagged_file import StructElem, TaggedFile

from reportgen.charts import describe
from reportgen.model.report import Chart, Table
from reportgen.model.sheet import TableItem
from reportgen.pdf.write import write_pdf
from reportgen.story.figure_words import label_of
from reportgen.themes import load_theme

KIDS = {
    "L": {"Caption", "LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI"},
    "TOCI": {"Reference", "TOC"},
    "Reference": {"Link"},
    "P": {"Span"},
}
PARENTS = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}}
PARENTS |= {"TOCI": {"TOC"}, "Caption": {"Figure", "Table", "L"}, "Sect": {"Sect", "Document"}}


@lru_cache
def opened(name: str, product: str = "brochure") -> TaggedFile:
    if product == "brochure":
        return TaggedFile(brochure_pdf(name))
    return TaggedFile(handout_pdfs(name)[product == "facts"])


@pytest.fixture(params=["brochure", "notes", "facts"])
def file(request: pytest.FixtureRequest, content: str) -> TaggedFile:
    """Every tagged product of every content."""
    return opened(content, str(request.param))


def inside(element: StructElem) -> Iterator[tuple[StructElem, StructElem]]:
    """Each element below with its parent."""
    for kid in element.elements():
        yield element, kid
        yield from inside(kid)


def plain(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe00-\ufe0f]", "", text)


def test_everything_painted_is_content_or_an_artifact(file: TaggedFile) -> None:
    sequences = 0
    for page in file.pages:
        assert page.outside == []
        assert page.nested == 0
        for sequence in page.sequences:
            assert (sequence.tag == "/Artifact") == (sequence.mcid is None)
        sequences += len(page.sequences)
    assert sequences > 3 * len(file.pages)


def test_each_sequence_belongs_to_one_element_and_each_element_finds_its_sequences(file: TaggedFile) -> None:
    owners: dict[tuple[int, int], StructElem] = {}
    for element in file.elements():
        for kid in element.kids:
            if isinstance(kid, tuple):
                assert kid not in owners, "a sequence has one parent"
                owners[kid] = element
    on_pages = {(i, mcid) for i, page in enumerate(file.pages) for mcid in page.by_mcid()}
    assert set(owners) == on_pages
    for (page, mcid), element in owners.items():
        assert file.pages[page].by_mcid()[mcid].tag == f"/{element.tag}"


def test_the_parent_tree_agrees_with_the_tree_both_ways(file: TaggedFile) -> None:
    root = file.pdf.Root.StructTreeRoot
    nums = list(root.ParentTree.Nums)
    tree = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
    assert list(tree) == sorted(tree)
    assert int(root.ParentTreeNextKey) == len(tree)
    owners = {
        kid: element.object.objgen
        for element in file.elements()
        for kid in element.kids
        if isinstance(kid, tuple)
    }
    seen = 0
    for i, page in enumerate(file.pdf.pages):
        row = tree.pop(int(page.StructParents))
        assert [owners[i, mcid] for mcid in range(len(row))] == [parent.objgen for parent in row]
        assert {mcid for number, mcid in owners if number == i} == set(range(len(row)))
        for annotation in page.get("/Annots", ()):
            link = tree.pop(int(annotation.StructParent))
            assert link.S == "/Link"
            references = [kid for kid in link.K if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"]
            assert [kid.Obj.objgen for kid in references] == [annotation.objgen]
            seen += 1
    assert tree == {}
    assert seen == len(file.elements("Link"))


def test_every_element_knows_its_parent_and_stands_where_it_may(file: TaggedFile) -> None:
    pairs = list(inside(file.root))
    assert len(pairs) >= 3
    for parent, element in pairs:
        assert element.object.P.objgen == parent.object.objgen
        assert element.tag in KIDS.get(parent.tag, {element.tag}), (parent.tag, element.tag)
        assert parent.tag in PARENTS.get(element.tag, {parent.tag}), (parent.tag, element.tag)
        assert element.kids or element.tag in ("TD", "TH"), f"an empty {element.tag}"
    assert file.root.tag == "Document"
    assert file.root.object.P.objgen == file.pdf.Root.StructTreeRoot.objgen
    for element in file.elements("Figure", "Table", "L"):
        captions = [i for i, kid in enumerate(element.elements()) if kid.tag == "Caption"]
        assert captions in ([], [0]), "one caption, and it comes first"
    for element in file.elements("LI"):
        assert [kid.tag for kid in element.elements()] in (["LBody"], ["Lbl", "LBody"])


def test_headings_begin_with_the_title_and_skip_no_level(content: str) -> None:
    file, report = opened(content), report_of(content)
    headings = file.elements("H1", "H2", "H3", "H4", "H5", "H6")
    levels = [int(element.tag[1]) for element in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels)), levels
    assert plain(file.text(headings[0])) == plain("".join(report.title_lines))
    texts = {(element.tag, plain(file.text(element))) for element in headings}
    for section in report.sections:
        assert ("H2", plain(f"{section.number:02d}{''.join(section.title_lines)}")) in texts
        for sub in section.subsections:
            assert ("H3", plain(sub.kicker + "".join(sub.headline_lines))) in texts


def test_headings_of_handouts_skip_no_level_either(content: str) -> None:
    for product, title in (("notes", "H1"), ("facts", "H1")):
        tags = [e.tag for e in opened(content, product).elements("H1", "H2", "H3")]
        assert tags[0] == title
        assert all(int(b[1]) <= int(a[1]) + 1 for a, b in pairwise(tags))


def test_slides_of_the_notes_handout_are_described_and_their_words_whole(content: str) -> None:
    file, deck = opened(content, "notes"), deck_of(content)
    assert len(file.elements("Figure")) == len(deck.sheets)
    read = {plain(file.text(element)) for element in file.elements("P")}
    spoken = [note for sheet in deck.sheets for note in sheet.notes]
    assert all(plain(note) in read for note in spoken)


def test_each_paragraph_of_the_text_is_one_element_whole_and_in_the_texts_order(content: str) -> None:
    file, report = opened(content), report_of(content)
    read = [plain(file.text(element)) for element in file.elements("P")]
    wanted = [p for p in report.paragraphs() if not any(span.marked("side") for span in p.spans)]
    assert wanted
    at = -1
    for paragraph in wanted:
        at = read.index(plain(paragraph.text), at + 1)
    under_heads = "".join(read)
    for paragraph in report.paragraphs():
        for sentence in re.findall("[^。]+。", paragraph.text):
            assert plain(sentence) in under_heads


def test_lines_columns_and_pages_leave_no_trace_in_the_words() -> None:
    checked = 0
    for name in ("rare", "long"):
        file = opened(name)
        read = {file.text(element) for element in file.elements("P")}
        for paragraph in report_of(name).paragraphs():
            if any(span.marked("side") for span in paragraph.spans):
                continue
            words = re.sub("[\u200b\u2060\ufeff\n]", "", paragraph.text)
            assert words in read, words
            checked += 1
    assert checked > 20


def test_a_paragraph_over_columns_and_pages_is_one_element() -> None:
    over_columns = over_pages = 0
    for element in opened("extremes").elements("P"):
        pages = [kid[0] for kid in element.kids if isinstance(kid, tuple)]
        over_columns += len(pages) > len(set(pages))
        over_pages += len(set(pages)) > 1
    assert over_columns
    assert over_pages


def test_figures_are_described_and_bounded(content: str) -> None:
    file, report = opened(content), report_of(content)
    figures = file.elements("Figure")
    told = {str(element.object.Alt) for element in figures}
    for element in figures:
        assert str(element.object.Alt).strip()
        left, bottom, right, top = (float(v) for v in element.attribute("/Layout", "/BBox"))
        page = file.pdf.pages[next(kid[0] for kid in element.kids if isinstance(kid, tuple))]
        assert 0 <= left < right <= float(page.TrimBox[2]) + 0.01
        assert 0 <= bottom < top <= float(page.TrimBox[3]) + 0.01
    charts = [c.spec for c in report.components() if isinstance(c, Chart)]
    assert {describe(spec) for spec in charts} <= told
    assert figures or not charts


def rows_of(table: StructElem) -> list[list[str]]:
    """Tag and scope of each cell: TD, Column, Row."""
    rows = [row.elements() for row in table.elements() if row.tag == "TR"]
    scopes = [[str(cell.attribute("/Table", "/Scope") or "/TD")[1:] for cell in row] for row in rows]
    for row, told in zip(rows, scopes, strict=True):
        assert [cell.tag for cell in row] == ["TD" if scope == "TD" else "TH" for scope in told]
    return scopes


def test_every_table_has_heads_over_its_columns_and_before_its_rows(content: str) -> None:
    file, report = opened(content), report_of(content)
    tables = file.elements("Table")
    for table in tables:
        head, *rows = rows_of(table)
        assert set(head) == {"Column"}
        assert len(rows) > 0
        assert {len(row) for row in rows} == {len(head)}
        assert {row.count("Row") for row in rows} == {1}, "each row has one name"
        assert {row.index("Row") for row in rows} <= {0, 1}
    placed = [
        item for sheet in brochure_of(content).sheets for item in sheet.items if isinstance(item, TableItem)
    ]
    listed = [c for c in report.components() if isinstance(c, Table)]
    assert len(tables) == len(placed) + bool(report.figures)
    assert len(placed) >= len(listed), "one that runs over pages has its head on each"


def test_rows_are_headed_by_what_names_them() -> None:
    heads = {
        name: {
            file.text(cell)
            for file in [opened(name)]
            for table in file.elements("Table")
            for cell in table.walk()
            if cell.attribute("/Table", "/Scope") == "/Row"
        }
        for name in ("yuci", "loose", "rare")
    }
    assert {"茶叶", "油茶", "食用菌"} <= heads["loose"]
    assert {"2018", "2025"} <= heads["rare"], "a year names a row though it is a number"
    for figure in report_of("yuci").figures:
        assert any(label_of(figure) in head for head in heads["yuci"]), figure.id


def test_links_are_told_and_printed(content: str) -> None:
    file = opened(content)
    links = file.elements("Link")
    for element in links:
        (reference,) = [kid for kid in element.kids if not isinstance(kid, StructElem | tuple)]
        annotation = reference.Obj
        assert str(annotation.Contents).strip()
        assert int(annotation.F) == 4
        assert annotation.Subtype == "/Link"
        assert file.text(element)
    shown = sum(len(page.get("/Annots", ())) for page in file.pdf.pages)
    assert len(links) == shown
    assert all(page.Tabs == "/S" for page in file.pdf.pages)


def test_the_contents_lead_to_every_subsection() -> None:
    file, report = opened("yuci"), report_of("yuci")
    listed = "".join(plain(file.text(e)) for e in file.elements("TOCI"))
    for section in report.sections:
        assert plain(section.title) in listed
        assert all(plain(sub.kicker + sub.headline) in listed for sub in section.subsections)


def test_english_is_marked_and_the_document_is_chinese() -> None:
    file = opened("rare")
    spans = {file.text(element): str(element.object.Lang) for element in file.elements("Span")}
    marked = {s.text for p in report_of("rare").paragraphs() for s in p.spans if s.marked("english")}
    assert set(spans) == marked
    assert set(spans.values()) == {"en"}
    assert str(file.pdf.Root.Lang) == "zh-CN"


def test_lists_whose_entries_have_labels_say_how_they_are_numbered(file: TaggedFile) -> None:
    for element in file.elements("L"):
        labelled = any(kid.tag == "Lbl" for item in element.elements() for kid in item.elements())
        assert (element.attribute("/List", "/ListNumbering") == "/None") == labelled


def test_running_heads_and_folios_are_pagination_artifacts() -> None:
    found = {"/Header": "", "/Footer": ""}
    for page in opened("yuci").pages:
        for sequence in page.sequences:
            if sequence.properties.get("/Type") == "/Pagination":
                found[str(sequence.properties["/Subtype"])] += sequence.text
    assert report_of("yuci").organisation in found["/Header"]
    assert re.fullmatch(r"\d+", found["/Footer"])


def test_tags_change_no_pixel() -> None:
    for name in ("rare", "extremes"):
        document = brochure_of(name)
        plain_file = write_pdf(replace(document, structure=None), load_theme(), fonts())
        with_tags, without = (pdfium.PdfDocument(data) for data in (brochure_pdf(name), plain_file))
        assert len(with_tags) == len(without) == len(document.sheets)
        for a, b in zip(with_tags, without, strict=True):
            first, second = (page.render(scale=0.7).to_pil().convert("RGB") for page in (a, b))
            assert ImageChops.difference(first, second).getbbox() is None


@pytest.mark.parametrize("name", ["yuci", "long"])
def test_tags_cost_little_room(name: str) -> None:
    untagged = write_pdf(replace(brochure_of(name), structure=None), load_theme(), fonts())
    assert len(brochure_pdf(name)) < 1.05 * len(untagged)
    assert len(brochure_pdf("yuci")) < 1.5e6
