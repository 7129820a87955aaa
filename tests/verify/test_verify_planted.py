"""An error planted in a finished file is found at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from planted import in_alternative, in_page, in_part, in_slide, in_workbook, without_pages
from small_county import built, file, findings

from reportgen.verify.evidence import Discrepancy

Told = tuple[str, int, str, str]  # kind of place, page or slide, fault, figure


def told(found: tuple[Discrepancy, ...]) -> set[Told]:
    return {(each.site.kind, each.site.number, each.fault, each.figure) for each in found}


@pytest.mark.parametrize(
    ("end", "find", "put", "figure"),
    [
        ("-brochure.pdf", "25514", "25511", "floor"),  # a callout
        ("-brochure.pdf", "25514平方米", "25515平方米", "floor"),  # the sentence
        ("-brochure.pdf", "37", "33", "village"),  # over a column
        ("-brochure.pdf", "212", "210", "firms"),
        ("-handout-factsheet.pdf", "36.4", "36.6", "grain"),
        ("-handout-factsheet.pdf", "1830", "1380", "cars"),
        ("-handout-notes.pdf", "2460台", "2640台", "appliances"),
    ],
)
def test_a_digit_changed_on_a_page_is_found_in_its_text_and_its_tags(
    end: str, find: str, put: str, figure: str
) -> None:
    broken, page = in_page(file(end), find, put)
    assert {("text", page, "value", figure), ("structure", page, "value", figure)} <= told(
        findings(end, broken)
    )


@pytest.mark.parametrize(
    "end", ["-brochure-print.pdf", "-brochure-booklet-spreads.pdf", "-brochure-office.pdf"]
)
def test_a_digit_changed_in_a_file_without_tags_is_found(end: str) -> None:
    """On a printer's sheet too, where the page is a form, turned and beside another."""
    broken, page = in_page(file(end), "25514", "25511")
    assert told(findings(end, broken)) == {("text", page, "value", "floor")}


def test_a_changed_cell_of_a_table_is_found() -> None:
    broken, page = in_page(file("-brochure.pdf"), "38.9", "38.2")
    found = findings("-brochure.pdf", broken)
    assert ("structure", page, "38.2", "38.9") in {
        (each.site.kind, each.site.number, each.shown, each.expected) for each in found
    }


def test_a_changed_alternative_text_is_found() -> None:
    broken = in_alternative(file("-brochure.pdf"), "农村新建商铺 37个", "农村新建商铺 73个")
    assert {(kind, fault, figure) for kind, _, fault, figure in told(findings("-brochure.pdf", broken))} == {
        ("alternative", "value", "village")
    }


def test_values_exchanged_in_an_alternative_text_are_found() -> None:
    right, wrong = "城镇新建商铺 84个；农村新建商铺 37个", "城镇新建商铺 37个；农村新建商铺 84个"
    found = findings("-brochure.pdf", in_alternative(file("-brochure.pdf"), right, wrong))
    assert {each.shown[:2] for each in found} == {"37", "84"}


def test_a_digit_changed_on_a_slide_is_found() -> None:
    broken, slide = in_slide(file("-deck.pptx"), ">25514<", ">25541<")
    assert told(findings("-deck.pptx", broken)) == {("slide", slide, "value", "floor")}


def test_a_digit_changed_in_a_description_is_found() -> None:
    broken, slide = in_slide(file("-deck.pptx"), "城镇新建商铺 84个", "城镇新建商铺 94个")
    assert told(findings("-deck.pptx", broken)) == {("description", slide, "value", "town")}


def test_a_digit_changed_in_a_note_is_found() -> None:
    broken, slide = in_part(file("-deck.pptx"), "ppt/notesSlides/notesSlide", "212家", "213家")
    assert told(findings("-deck.pptx", broken)) == {("notes", slide, "value", "firms")}


def test_a_digit_changed_in_a_chart_or_its_workbook_is_found() -> None:
    chart, _ = in_part(file("-deck.pptx"), "ppt/charts/chart", ">84<", ">48<")
    workbook = in_workbook(file("-deck.pptx"), ">37<", ">39<")
    ((kind, _, fault, figure),) = told(findings("-deck.pptx", chart))
    assert (kind, fault, figure) == ("chart", "value", "town")
    ((kind, _, fault, figure),) = told(findings("-deck.pptx", workbook))
    assert (kind, fault, figure) == ("workbook", "value", "village")


def test_a_changed_cell_of_a_slides_table_is_found_in_its_row() -> None:
    broken, slide = in_slide(file("-deck.pptx"), "41.2", "42.1")
    found = findings("-deck.pptx", broken)
    assert (slide, "42.1", "41.2") in {(each.site.number, each.shown, each.expected) for each in found}


def test_a_number_no_one_said_is_a_stranger() -> None:
    broken, _ = in_slide(file("-deck.pptx"), "某县统计局", "某县统计局第 9971 期")
    assert {(each.fault, each.shown[:4]) for each in findings("-deck.pptx", broken)} == {("stranger", "9971")}


def test_a_fall_without_its_word_is_found_in_callouts_and_sentences() -> None:
    deck, slide = in_slide(file("-deck.pptx"), "下降", "")
    assert ("slide", slide, "direction", "coal") in told(findings("-deck.pptx", deck))
    notes, slide = in_part(file("-deck.pptx"), "ppt/notesSlides/notesSlide", "下降5.6%", "5.6%")
    assert ("notes", slide, "direction", "coal") in told(findings("-deck.pptx", notes))
    sheet, page = in_page(file("-handout-factsheet.pdf"), "下降", "")
    assert ("text", page, "direction", "coal") in told(findings("-handout-factsheet.pdf", sheet))


def test_a_rise_turned_into_a_fall_is_found() -> None:
    broken, slide = in_slide(file("-deck.pptx"), "增长", "下降")
    assert ("slide", slide, "direction", "chemistry") in told(findings("-deck.pptx", broken))


def test_another_unit_is_found() -> None:
    broken, slide = in_slide(file("-deck.pptx"), "辆", "台")
    assert ("slide", slide, "unit", "cars") in told(findings("-deck.pptx", broken))
    broken, page = in_page(file("-brochure.pdf"), "辆", "台")
    assert {("text", page, "unit", "cars"), ("structure", page, "unit", "cars")} <= told(
        findings("-brochure.pdf", broken)
    )


def test_words_that_qualify_a_number_left_out_are_found() -> None:
    broken, page = in_page(file("-handout-factsheet.pdf"), "以上", "")
    assert ("text", page, "qualifier", "renewed") in told(findings("-handout-factsheet.pdf", broken))


def test_a_minus_before_a_number_is_found() -> None:
    broken, slide = in_slide(file("-deck.pptx"), ">1830<", ">-1830<")
    assert ("slide", slide, "sign", "cars") in told(findings("-deck.pptx", broken))
    chart, _ = in_part(file("-deck.pptx"), "ppt/charts/chart", ">84<", ">-84<")
    assert {(kind, fault) for kind, _, fault, _ in told(findings("-deck.pptx", chart))} == {("chart", "sign")}


def test_a_number_under_another_label_is_found() -> None:
    broken, slide = in_slide(file("-deck.pptx"), "汽车销售", "轮船销售")
    assert ("slide", slide, "label", "cars") in told(findings("-deck.pptx", broken))


def test_a_wrong_page_in_the_contents_is_found() -> None:
    broken, page = in_page(file("-brochure.pdf"), "07", "04")
    assert {(each.site.number, each.shown[:2]) for each in findings("-brochure.pdf", broken)} == {
        (page, "04")
    }


def test_a_brochure_that_lost_its_pages_lacks_its_figures() -> None:
    lost = findings("-brochure.pdf", without_pages(file("-brochure.pdf"), 1))
    assert {each.figure for each in lost if each.fault == "missing"} == {f.id for f in built()[0].figures}


def test_a_build_reads_back_what_it_made_and_says_what_differs() -> None:
    from reportgen.finished import FinishedFiles
    from reportgen.products import PRODUCTS

    report, files = built()
    broken, slide = in_slide(file("-deck.pptx"), ">25514<", ">25541<")
    finished = FinishedFiles(report)
    made = [(product, product.file_name(report.name)) for product in PRODUCTS]
    for product, name in made:
        if name in files:
            finished.judge(
                product, Path("dist") / name, broken if name.endswith("-deck.pptx") else files[name]
            )
    differing = {name: found for name, found in finished.findings(Path("dist")).items() if found}
    (problem,) = differing[f"{report.name}-deck.pptx"]
    assert list(differing) == [f"{report.name}-deck.pptx"]
    assert problem.severity == "error"
    assert problem.message.en.startswith(f"slide {slide}, slide text: '25541")
