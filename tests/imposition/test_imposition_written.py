"""Imposed files, reopened: one copy of text and fonts, inks, boxes, marks, declarations and how they print."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from msgspec.structs import replace
from paper import HEIGHT, WIDTH, book
from samples import brochure_of, brochure_pdf, fonts, report_of, tool

from reportgen.imposition import (
    A3,
    A4,
    PressJob,
    PressSetup,
    Side,
    impose_office,
    impose_press,
    office_pages,
    press_sides,
)
from reportgen.imposition.creep import creep
from reportgen.imposition.furniture import SlugInfo, side_marks
from reportgen.lengths import Rect, mm
from reportgen.model.press import DEFAULT_PRINTER
from reportgen.model.sheet import Item, Shape, TextBox
from reportgen.model.theme import Spot
from reportgen.pdf.write import PRESS, write_pdf
from reportgen.preflight import preflight
from reportgen.themes import load_theme

FOREIGN = {"rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}
PRESS_KINDS = ("press", "spreads")
KINDS = (*PRESS_KINDS, "a3", "a4", "office")


@lru_cache
def press_file(name: str, spot: Spot | None = None) -> bytes:
    options = replace(PRESS, printer=replace(DEFAULT_PRINTER, spot=spot))
    return write_pdf(brochure_of(name), load_theme(), fonts(), options)


@lru_cache
def imposed(name: str, kind: str, spot: Spot | None = None) -> bytes:
    if kind in PRESS_KINDS:
        job = PressJob(brochure_of(name).title, spreads=kind == "spreads", spot=spot)
        return impose_press(press_file(name, spot), job, load_theme(), fonts())
    if kind == "office":
        return office_pages(brochure_pdf(name))
    return impose_office(brochure_pdf(name), {"a3": A3, "a4": A4}[kind])


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def text_of(data: bytes) -> str:
    pdf = pdfium.PdfDocument(data)
    return re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in pdf))


def font_programs(data: bytes) -> Counter[str]:
    with opened(data) as pdf:
        return Counter(
            str(o.FontName)
            for o in pdf.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
        )


def contents(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object | pikepdf.Page]:
    """Every content stream that is painted."""
    for page in pdf.pages:
        yield page
        yield from page.Resources.get("/XObject", {}).values()


@pytest.mark.parametrize("kind", ["spreads", "a3", "a4", "office"])
@pytest.mark.parametrize("name", ["yuci", "tiny", "long"])
def test_every_sentence_is_there_once(name: str, kind: str) -> None:
    source, sheets = text_of(brochure_pdf(name)), text_of(imposed(name, kind))
    for paragraph in report_of(name).paragraphs():
        for sentence in re.findall("[^。]+。", paragraph.text):
            assert sheets.count(sentence) == source.count(sentence) > 0
    assert "×285mm" not in sheets, "the marks of single pages are gone"


@pytest.mark.parametrize("name", ["yuci", "tiny", "long"])
def test_upside_down_pages_hold_every_character_once(name: str) -> None:
    sheets = impose_press(press_file(name), PressJob("", marks=False), load_theme(), fonts())
    setup = PressSetup((WIDTH, HEIGHT))
    copies = [side.copies for side in press_sides(len(brochure_of(name).sheets), setup)]
    read: Counter[str] = Counter()
    for page, times in zip(pdfium.PdfDocument(sheets), copies, strict=True):
        counted = Counter(re.sub(r"\s", "", page.get_textpage().get_text_range()))
        assert all(count % times == 0 for count in counted.values())
        read += Counter({character: count // times for character, count in counted.items()})
    assert read == Counter(text_of(brochure_pdf(name)))


@pytest.mark.parametrize("kind", KINDS)
def test_fonts_are_shared_and_the_file_hardly_grows(kind: str) -> None:
    source = press_file("yuci") if kind in PRESS_KINDS else brochure_pdf("yuci")
    data = imposed("yuci", kind)
    ours, theirs = font_programs(data), font_programs(source)
    assert max(ours.values()) == 1
    assert theirs.keys() <= ours.keys()
    assert len(ours) <= len(theirs) + (kind in PRESS_KINDS), "the slug's few glyphs are one subset more"
    assert len(data) <= len(source) * 1.02


@pytest.mark.parametrize("kind", PRESS_KINDS)
@pytest.mark.parametrize("name", ["yuci", "extremes", "rare"])
def test_press_sheets_paint_in_process_inks_only(name: str, kind: str) -> None:
    inks = 0
    with opened(imposed(name, kind)) as pdf:
        for content in contents(pdf):
            for operands, operator in pikepdf.parse_content_stream(content):
                assert str(operator) not in FOREIGN
                inks += str(operator) in ("k", "K")
                assert str(operator) not in ("k", "K") or len(operands) == 4
    assert inks > 500


@pytest.mark.parametrize("kind", PRESS_KINDS)
def test_press_sheets_keep_the_claims_of_the_press_file(kind: str) -> None:
    with opened(imposed("yuci", kind)) as pdf, opened(press_file("yuci")) as source:
        (intent,), (before,) = pdf.Root.OutputIntents, source.Root.OutputIntents
        assert (intent.S, intent.OutputConditionIdentifier) == ("/GTS_PDFX", "FOGRA39")
        assert intent.DestOutputProfile.read_bytes() == before.DestOutputProfile.read_bytes()
        xmp, old = (p.Root.Metadata.read_bytes().decode() for p in (pdf, source))
        assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in xmp
        assert document_id(xmp) != document_id(old), "another document"
        assert xmp.replace(document_id(xmp), document_id(old)) == old
        assert "/Filter" not in pdf.Root.Metadata
        assert dict(pdf.docinfo.items()) == dict(source.docinfo.items())
        assert pdf.docinfo["/Trapped"] == "/False"
        assert (pdf.pdf_version, "/ID" in pdf.trailer, "/Encrypt" in pdf.trailer) == ("1.6", True, False)
        assert set(pdf.Root.keys()) == {
            "/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents", "/ViewerPreferences",
        }  # fmt: skip


def document_id(xmp: str) -> str:
    found = re.search(r"<xmpMM:DocumentID>uuid:([0-9a-f-]{36})<", xmp)
    assert found
    return found[1]


@pytest.mark.parametrize("spot", [None, Spot("PANTONE 186 C")])
@pytest.mark.parametrize("kind", PRESS_KINDS)
@pytest.mark.parametrize("name", ["extremes", "long"])
def test_the_preflight_finds_nothing_but_the_ordered_ink(name: str, kind: str, spot: Spot | None) -> None:
    inspection = preflight(imposed(name, kind, spot))
    assert inspection.claims == ("PDF/X-4",)
    assert [finding.rule.id for finding in inspection.findings] == (["colour-spot"] if spot else [])


@pytest.mark.parametrize("spreads", [False, True])
def test_the_knife_finds_bleed_on_the_innermost_leaf(spreads: bool) -> None:
    job = PressJob("册", paper_gsm=250, spreads=spreads)
    data = impose_press(book(48, press=True), job, load_theme(), fonts())
    assert not preflight(data).findings
    with opened(data) as pdf:
        assert len({tuple(map(float, page.TrimBox)) for page in pdf.pages}) == 1
        art = mm(420 if spreads else 4 * 210 + 6)
        width = float(pdf.pages[0].TrimBox[2]) - float(pdf.pages[0].TrimBox[0])
        assert width == pytest.approx(art - 2 * mm(creep(24, 48, 250)), abs=0.001)


@pytest.mark.parametrize("kind", PRESS_KINDS)
def test_small_black_text_still_overprints(kind: str) -> None:
    shown = 0
    with opened(imposed("yuci", kind)) as pdf:
        for page in pdf.pages:
            for form in page.Resources.XObject.values():
                states = form.Resources.get("/ExtGState", {})
                shown += sum(bool(state.get("/op", False)) for state in states.values())
    assert shown >= 10


@pytest.mark.parametrize("kind", KINDS)
def test_boxes_nest_and_nothing_is_hung_on_the_pages(kind: str) -> None:
    with opened(imposed("extremes", kind)) as pdf:
        for page in pdf.pages:
            media, bleed, trim = (
                [float(v) for v in page[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")
            )
            assert media[:2] == [0, 0]
            assert all(
                m <= b + 0.01 and b <= t + 0.01 for m, b, t in zip(media[:2], bleed, trim, strict=False)
            )
            assert all(
                m >= b - 0.01 and b >= t - 0.01
                for m, b, t in zip(media[2:], bleed[2:], trim[2:], strict=True)
            )
            assert trim[0] - bleed[0] == pytest.approx(mm(3) if kind in PRESS_KINDS else 0, abs=0.01)
            assert not {"/ArtBox", "/Annots", "/Rotate", "/StructParents", "/AA"} & set(page.keys())


@pytest.mark.parametrize(
    ("kind", "size", "duplex"),
    [
        ("a3", (420, 297), "/DuplexFlipShortEdge"),
        ("a4", (297, 210), "/DuplexFlipShortEdge"),
        ("office", (210, 297), "/DuplexFlipLongEdge"),
    ],
)
def test_office_files_say_how_to_print_and_claim_nothing(
    kind: str, size: tuple[float, float], duplex: str
) -> None:
    with opened(imposed("yuci", kind)) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.Duplex, wishes.PrintScaling, wishes.PickTrayByPDFSize) == (duplex, "/None", True)
        assert not {"/Metadata", "/OutputIntents", "/MarkInfo", "/StructTreeRoot"} & set(pdf.Root.keys())
        assert {tuple(round(float(v) / mm(1)) for v in page.MediaBox[2:]) for page in pdf.pages} == {size}
        assert str(pdf.docinfo["/Title"]) == report_of("yuci").title
    assert len(pdfium.PdfDocument(imposed("yuci", kind))) == (16 if kind == "office" else 8)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_input_gives_the_same_bytes(kind: str) -> None:
    again = imposed.__wrapped__("tiny", kind)
    assert again == imposed("tiny", kind)
    assert again is not imposed("tiny", kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_are_sound(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "sheets.pdf"
    path.write_bytes(imposed("long", kind))
    done = subprocess.run([tool("qpdf"), "--check", path], capture_output=True, text=True)
    assert (done.returncode, "No syntax or stream encoding errors" in done.stdout) == (0, True), done.stderr


def test_each_side_s_slug_names_it_and_its_pages() -> None:
    pages = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(imposed("yuci", "press"))]
    assert "第1帖（共1帖）正面" in pages[0]
    assert "5·12·9·8 / 4·13·16·1" in pages[0]
    assert "7·10·11·6 / 2·15·14·3" in pages[1]
    assert all(word in pages[1] for word in ("反面", "大度对开 889×597", "骑马订16页", "157 g/m²", "FOGRA39"))


def test_a_blank_page_is_named_on_the_slug_and_empty() -> None:
    job = PressJob("册", spreads=True)
    data = impose_press(book(7, press=True), job, load_theme(), fonts())
    page = pdfium.PdfDocument(data)[3]
    assert "7空白·2" in pdfium.PdfDocument(data)[1].get_textpage().get_text_range().replace(
        "2·7空白", "7空白·2"
    )
    assert page.get_width() == pytest.approx(mm(450), abs=0.01)


def test_without_marks_the_sheets_hold_pages_only() -> None:
    data = impose_press(press_file("tiny"), PressJob("镇", marks=False), load_theme(), fonts())
    assert font_programs(data).keys() <= font_programs(press_file("tiny")).keys()
    assert "正面" not in text_of(data)


def extent(item: Item) -> Rect:
    if isinstance(item, TextBox):
        return Rect(item.rect.x, item.rect.y, item.lines[0].width, item.rect.height)
    assert isinstance(item, Shape)
    xs = [v for segment in item.path for v in segment[1::2] if isinstance(v, float)]
    ys = [v for segment in item.path for v in segment[2::2] if isinstance(v, float)]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def sides() -> tuple[Side, ...]:
    bleeds = (
        PressSetup((WIDTH, HEIGHT)),
        PressSetup((WIDTH, HEIGHT), bleed=mm(5)),
        PressSetup((mm(185), mm(260))),
        PressSetup((mm(148), mm(210))),
    )
    return tuple(side for setup in bleeds for side in press_sides(28, setup))


@pytest.mark.parametrize("title", ["镇", "很长的标题" * 30])
def test_marks_stand_clear_of_art_of_each_other_and_on_the_paper(title: str) -> None:
    checked = 0
    for side in sides():
        items = side_marks(side, SlugInfo(title, 28, 157, "FOGRA39", Spot("PANTONE 186 C")), fonts())
        bleed = Rect(
            side.art.x - side.bleed,
            side.art.y - side.bleed,
            side.art.width + 2 * side.bleed,
            side.art.height + 2 * side.bleed,
        )
        paper = Rect(0, 0, *side.size)
        for item in items:
            assert paper.contains(extent(item))
            assert not bleed.overlaps(extent(item))
        words = [item for item in items if isinstance(item, TextBox)]
        bars = [item for item in items if item.name == "colour-bar"]
        for item in (*words, *bars):
            for other in items:
                assert item is other or not extent(item).overlaps(extent(other), tolerance=0.02)
                checked += 1
    assert checked > 1000


@pytest.mark.parametrize("spot", [None, Spot("PANTONE 186 C")])
def test_marks_are_on_every_plate(tmp_path: Path, spot: Spot | None) -> None:
    path = tmp_path / "sheets.pdf"
    path.write_bytes(imposed("tiny", "press", spot))
    output = f"-sOutputFile={tmp_path / 'p%d.tif'}"
    command = [tool("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r144"]
    subprocess.run([*command, "-dLastPage=1", output, path], check=True, capture_output=True)
    from PIL import Image

    lines = {
        "trim": Rect(mm(14), mm(6), mm(2), mm(5)),
        "fold": Rect(mm(224), mm(8), mm(2), mm(5)),
        "target": Rect(mm(4), mm(157), mm(6), mm(6)),
    }
    slug = {"slug": Rect(mm(233), mm(7), mm(20), mm(8))}
    expected = dict.fromkeys(("Cyan", "Magenta", "Yellow", "Black"), lines | slug)
    if spot is not None:
        bar = {"colour bar": Rect(mm(225 + 105 - 35), mm(308), mm(70), mm(2))}
        expected[spot.name] = lines | bar
    assert len(list(tmp_path.glob("p1*(*).tif"))) == len(expected)
    for ink, spots in expected.items():
        plate = Image.open(next(tmp_path.glob(f"p1*({ink})*.tif")))
        for name, place in spots.items():
            box = tuple(round(v * 2) for v in (place.x, place.y, place.right, place.bottom))
            assert plate.crop(box).getextrema()[0] < 100, f"{name} on {ink}"


def test_the_slug_is_as_large_as_on_single_pages() -> None:
    for side in sides():
        words = [
            item
            for item in side_marks(side, SlugInfo("镇", 28, 157, "FOGRA39"), fonts())
            if isinstance(item, TextBox)
        ]
        assert len(words) >= 4
        assert {run.style.size for item in words for p in item.paragraphs for run in p.runs} == {8.0}
