"""What every planned deck must keep, whatever the report holds."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from samples import texts_of

from reportgen.content import load_report
from reportgen.errors import Place, ReportgenError
from reportgen.fonts import Fonts
from reportgen.layout.slides import canvas
from reportgen.layout.slides.plan import plan_deck
from reportgen.lengths import Rect, inch
from reportgen.model.sheet import ChartItem, PictureItem, Shape, Sheet, TableItem, TextBox
from reportgen.story.prose import sentences
from reportgen.story.titles import CLOSING_SECTION, CONTINUED, FOREWORD, GAP, OPENING_SECTION
from reportgen.themes import load_theme
from reportgen.themes.audit import contrast

Cases = dict[str, Any]
BODY_FLOOR, NOTE_FLOOR = 18.0, 12.0
TITLE_END, LEAST_FILL = 100.0, 0.45
SMALL_ROLES = ("running", "caption", "folio")


def every_sheet(cases: Cases) -> list[tuple[Any, Sheet]]:
    found = [(case, sheet) for case in cases.values() for sheet in case.deck.sheets]
    assert len(found) > 80
    return found


def boxes(sheet: Sheet) -> list[TextBox]:
    return [item for item in sheet.items if isinstance(item, TextBox)]


def planned(folder: Path, text: str) -> tuple[Sheet, ...]:
    """The slides of a report of that text."""
    (folder / "report.md").write_text(f"---\ntitle: 报告\n---\n\n{text}\n", encoding="utf-8")
    return plan_deck(load_report(folder), load_theme(), Fonts.load()).sheets


def words(sheet: Sheet) -> str:
    cells = [c.text for i in sheet.items if isinstance(i, TableItem) for row in i.rows for c in row]
    drawn = [
        f"{d.label} {d.text}{d.unit}"
        for i in sheet.items
        if isinstance(i, ChartItem)
        for s in i.spec.series
        for d in s.data
    ]
    return "\n".join([*(box.text for box in boxes(sheet)), *cells, *drawn])


def test_the_article_has_the_nineteen_slides_of_the_design(article: Any) -> None:
    assert [sheet.layout for sheet in article.deck.sheets] == [
        "title", "agenda", "key-numbers",
        "divider", "chart-values", "two-columns", "panels",
        "divider-2", "number-panel", "numbers-words", "chart-panel", "chart-panel-2",
        "divider-3", "two-charts", "numbers-words-2", "diagram", "quote-ledger",
        "honours", "closing",
    ]  # fmt: skip


@pytest.mark.parametrize("numbers", range(1, 8))
def test_no_group_of_a_panel_is_lost_beside_numbers(numbers: int, tmp_path: Path) -> None:
    figures = "".join(f"，完成[{i}1项]{{#n{i} label=工作{i}}}" for i in range(1, numbers + 1))
    groups = "、".join(f"[{a}{b}]{{.item in=手机{a}}}" for a in "甲乙丙" for b in "一二三四")
    text = f"# 民生\n\n## 便民\n\n手机甲、手机乙、手机丙办{groups}{figures}。\n\n::: panels\n:::\n"
    said = "\n".join(words(sheet) for sheet in planned(tmp_path, text))
    assert [head for head in ("手机甲", "手机乙", "手机丙", "甲四", "乙四", "丙四") if head not in said] == []


@pytest.mark.parametrize("point", ["", "，[机制全面落地]{.key}"])
def test_a_quote_without_numbers_stands_large_on_a_field(point: str, tmp_path: Path) -> None:
    text = f"# 民生\n\n## 便民\n\n乡亲们说，“[大夫就在村口等着]{{.quote}}”{point}。\n"
    (slide,) = [sheet for sheet in planned(tmp_path, text) if sheet.title == "便民"]
    assert slide.layout == "statement"
    (said,) = [p for box in boxes(slide) for p in box.paragraphs if p.text == "大夫就在村口等着"]
    style = said.runs[0].style
    assert style.face.startswith("kai")
    assert style.size >= 40


def test_the_lead_leaves_no_number_alone_for_a_slide_of_its_own(tmp_path: Path) -> None:
    lead = "，".join(f"指标{i}达[{i}亿元]{{#lead{i} label=指标{i}}}" for i in "12345")
    slides = planned(tmp_path, f"{lead}。\n\n# 民生\n\n就业[3人]{{#work label=就业}}。\n")
    assert [slide.title for slide in slides if slide.title == FOREWORD] == []
    (key_numbers,) = [slide for slide in slides if slide.layout == "key-numbers"]
    assert [i for i in "12345" if f"指标{i}" not in words(key_numbers)] == []


def test_a_single_honour_stands_large_in_the_words_of_the_text(tmp_path: Path) -> None:
    text = "# 文化\n\n## 家风\n\n书院获评[省级家风基地]{.honour level=省级 status=获评}，讲家史的人多了。\n"
    (slide,) = [sheet for sheet in planned(tmp_path, text) if sheet.title == "家风"]
    assert slide.layout == "statement"
    assert "获评省级家风基地" in words(slide)


def test_neighbours_of_a_few_words_stand_alone_and_large(tmp_path: Path) -> None:
    text = "# 治理\n\n## 党建\n\n[组织建在网格里]{.key}。\n\n## 便民\n\n乡亲说，“[大夫就在村口]{.quote}”。\n"
    slides = [sheet for sheet in planned(tmp_path, text) if sheet.section == 0]
    assert [sheet.title for sheet in slides if sheet.layout == "statement"] == ["党建", "便民"]


def test_a_passage_of_two_slides_leaves_neither_nearly_empty(tmp_path: Path) -> None:
    numbers = "，".join(f"项目{i}建成[{i}5个]{{#n{i} label=项目{i}}}" for i in "1234")
    rows = "".join(f"，[[打通]{{.verb}}城际快速通道第{i}期等重大基础设施建设]{{.row}}" for i in "甲乙丙")
    quote = "[匠心打造“田园诗意城市”，为城市更新提供了生动鲜活的样板]{.quote}"
    text = f"# 城乡\n\n## 城市\n\n{numbers}{rows}，{quote}。\n\n::: ledger\n:::\n\n::: quote\n:::\n"
    slides = [sheet for sheet in planned(tmp_path, text) if sheet.title.startswith("城市")]
    assert len(slides) == 2
    for slide in slides:
        spans = [item for item in slide.items if isinstance(item, TextBox | TableItem)]
        lowest = max(item.rect.bottom for item in spans if item.role not in ("running", "folio"))
        assert lowest - canvas.BODY_TOP > LEAST_FILL * (canvas.BODY_BOTTOM - canvas.BODY_TOP)


def test_a_column_of_a_table_is_wider_where_its_words_would_else_break(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    header = "年份,甲,乙,丙（含某某镇和某某街道）"
    (tmp_path / "data" / "用水.csv").write_text(f"{header}\n2024,1,2,3\n2025,4,5,6\n", encoding="utf-8")
    text = "# 民生\n\n## 用水\n\n收入[15亿元]{#a label=收入}。\n\n::: table {data=用水.csv title=用水}\n:::\n"
    (table,) = [
        item for sheet in planned(tmp_path, text) for item in sheet.items if isinstance(item, TableItem)
    ]
    assert [len(cell.lines) for cell in table.rows[0]] == [1, 1, 1, 1]
    assert sum(table.columns) == pytest.approx(table.rect.width)


def test_four_numbers_stand_two_by_two(tmp_path: Path) -> None:
    numbers = "，".join(f"项目{i}建成[{i}5个]{{#n{i} label=项目{i}}}" for i in "1234")
    slides = planned(tmp_path, f"# 城乡\n\n## 城市\n\n{numbers}。\n")
    (slide,) = [sheet for sheet in slides if sheet.title == "城市"]
    places = [(box.rect.x, box.rect.y) for box in boxes(slide) if box.role == "numeral"]
    assert len({x for x, _ in places}) == 2
    assert len({y for _, y in places}) == 2


@pytest.mark.parametrize(("count", "least"), [(1, 150), (3, 110), (4, 110), (6, 60)])
def test_the_fewer_key_numbers_without_a_hero_the_larger_they_stand(
    count: int, least: float, tmp_path: Path
) -> None:
    text = "\n".join(f"# 部分{i}\n\n建成[{i + 2}个]{{#n{i} label=项目}}。\n" for i in range(count))
    (slide,) = [sheet for sheet in planned(tmp_path, text) if sheet.layout.startswith("key-numbers")]
    sizes = [
        max(run.style.size for run in box.paragraphs[0].runs) for box in boxes(slide) if box.role == "numeral"
    ]
    assert len(sizes) == count
    assert min(sizes) >= least


def test_key_numbers_with_long_labels_go_on_a_further_slide_rather_than_collide(tmp_path: Path) -> None:
    label = "很长很长的指标名称需要占用两行甚至更多行才能写完的那种少见情形" * 2
    lead = "总量达[479.5亿元]{#gdp .hero label=总量}，" + "，".join(
        f"建成[{i}个]{{#n{i} label={label}{i}}}" for i in range(2, 6)
    )
    text = f"{lead}。\n\n# 民生\n\n就业[7人]{{#a label={label}甲}}，培训[8人]{{#b label={label}乙}}。\n"
    slides = [sheet for sheet in planned(tmp_path, text) if sheet.layout.startswith("key-numbers")]
    assert len(slides) > 1
    said = " ".join(words(slide).replace("\n", "") for slide in slides)
    assert [i for i in (*range(2, 6), "甲", "乙") if f"{label}{i}" not in said] == []
    for slide in slides:
        inks = [_ink(box) for box in boxes(slide)]
        pairs = [(a, b) for i, a in enumerate(inks) for b in inks[i + 1 :]]
        assert [pair for pair in pairs if pair[0].overlaps(pair[1], 1.0)] == []


@pytest.mark.parametrize("size", [(1200, 400), (900, 600), (400, 900)])
def test_a_picture_s_credit_keeps_off_the_footer(size: tuple[int, int], tmp_path: Path) -> None:
    Image.new("RGB", size).save(tmp_path / "甲.png")
    text = "# 民生\n\n## 义诊\n\n甲。\n\n::: picture {file=甲.png alt=义诊 credit=摄影某某}\n:::\n"
    (slide,) = [sheet for sheet in planned(tmp_path, text) if sheet.layout == "picture"]
    (image,) = [item for item in slide.items if isinstance(item, PictureItem)]
    (credit,) = [box for box in boxes(slide) if box.text == "摄影某某"]
    assert image.rect.bottom < credit.rect.y
    assert credit.rect.bottom <= canvas.BODY_BOTTOM + 1
    assert image.rect.width / image.rect.height == pytest.approx(size[0] / size[1])


@pytest.mark.parametrize("length", [4, 20, 40, 64])
def test_the_agenda_takes_ten_sections_with_long_titles(length: int, tmp_path: Path) -> None:
    title = ("健全覆盖全民、统筹城乡、公平统一的多层次社会保障体系" * 3)[:length]
    text = "\n".join(f"# {i}{title}\n\n[要点{i}]{{.key}}。\n" for i in range(10))
    agenda = [sheet for sheet in planned(tmp_path, text) if sheet.layout.startswith("agenda")]
    listed = [text.replace("\n", "") for sheet in agenda for text in texts_of(boxes(sheet), "heading")]
    assert [i for i in range(10) if f"{i}{title}" not in listed] == []
    panels = [
        sum(bool(re.fullmatch("[01]\\d", text)) for text in texts_of(boxes(sheet), "numeral"))
        for sheet in agenda
    ]
    assert sum(panels) == 10
    assert max(panels) - min(panels) <= 1


def test_every_slide_has_one_title_and_no_two_are_alike(cases: Cases) -> None:
    for case in cases.values():
        titles = []
        for sheet in case.deck.sheets:
            (title,) = [box for box in boxes(sheet) if box.placeholder == "title"]
            assert title.text.strip()
            titles.append(sheet.title)
        assert len(set(titles)) == len(titles)


def test_a_report_of_no_series_nor_organisation_has_no_closing_slide(others: Cases) -> None:
    assert [sheet.layout for sheet in others["tiny"].deck.sheets] == ["title", "statement"]


def test_text_stands_inside_the_slide_and_its_box(cases: Cases) -> None:
    slide = Rect(0, 0, *canvas.SIZE)
    for _, sheet in every_sheet(cases):
        for box in boxes(sheet):
            assert slide.contains(box.rect, 0.5), (sheet.title, box.text, box.rect)
            height = max((line.top + line.height for line in box.lines), default=0)
            width = max((line.x + line.width for line in box.lines), default=0)
            assert height <= box.rect.height + 0.5, (sheet.title, box.text)
            assert width <= box.rect.width + 1, (sheet.title, box.text)


def test_no_two_texts_or_tables_lie_on_each_other(cases: Cases) -> None:
    for _, sheet in every_sheet(cases):
        placed = [
            (i.text, _ink(i)) if isinstance(i, TextBox) else (i.alt, i.rect)
            for i in sheet.items
            if isinstance(i, TextBox | TableItem)
        ]
        for k, (first, one) in enumerate(placed):
            for second, other in placed[k + 1 :]:
                assert not one.overlaps(other, 1.0), (sheet.title, first, second)


def _ink(box: TextBox) -> Rect:
    """What the lines really cover: their em boxes."""
    tops = [line.baseline - 0.8 * max(r.style.size for r in line.runs) for line in box.lines if line.runs]
    ends = [line.baseline + 0.1 * max(r.style.size for r in line.runs) for line in box.lines if line.runs]
    left = min((line.x for line in box.lines), default=0)
    right = max((line.x + line.width for line in box.lines), default=0)
    top, bottom = min(tops, default=0), max(ends, default=0)
    return Rect(box.rect.x + left, box.rect.y + top, right - left, bottom - top)


def test_body_text_is_eighteen_points_or_more(cases: Cases) -> None:
    for _, sheet in every_sheet(cases):
        for box in boxes(sheet):
            floor = NOTE_FLOOR if box.role in SMALL_ROLES else BODY_FLOOR
            for paragraph in box.paragraphs:
                sizes = [run.style.size for run in paragraph.runs if run.text.strip()]
                assert min(sizes) >= floor, (sheet.title, box.text)


def test_slides_hold_no_more_than_can_be_read(cases: Cases) -> None:
    for _, sheet in every_sheet(cases):
        charts = [item for item in sheet.items if isinstance(item, ChartItem)]
        assert len(charts) <= 2, sheet.title
        for item in sheet.items:
            if isinstance(item, TableItem):
                assert len(item.rows) <= 7, sheet.title


def test_no_slide_is_nearly_empty(cases: Cases) -> None:
    """What stands under the title reaches over close to half of the body, whatever the text marks."""
    checked = 0
    for _, sheet in every_sheet(cases):
        if sheet.layout in ("title", "agenda", "honours", "closing") or sheet.layout.startswith("divider"):
            continue
        frame = ("title", "marker", "footer", "number")
        body = [item for item in sheet.items if getattr(item, "placeholder", "") not in frame]
        spans = [span for item in body if (span := _span(item))[1] > TITLE_END]
        top, bottom = min(span[0] for span in spans), max(span[1] for span in spans)
        assert bottom - top >= LEAST_FILL * (canvas.BODY_BOTTOM - top), sheet.title
        checked += 1
    assert checked > 60


def _span(item: Any) -> tuple[float, float]:
    """Top and bottom of an item."""
    if not isinstance(item, Shape):
        return item.rect.y, item.rect.bottom
    ys = [float(segment[i]) for segment in item.path for i in range(2, len(segment), 2)]
    return min(ys), max(ys)


def test_every_subsection_stands_under_its_own_title(cases: Cases) -> None:
    """Neighbours that share a slide are all named on it, in their order, and so are their kickers."""
    shared = 0
    for case in cases.values():
        titles = "\n".join(sheet.title for sheet in case.deck.sheets)
        at = 0
        for sub in (sub for section in case.report.sections for sub in section.subsections):
            at = titles.find(sub.headline if sub.kicker else sub.title, at)
            assert at >= 0, sub.title
            (sheet, *_) = [s for s in case.deck.sheets if sub.headline in s.title and s.section is not None]
            assert sub.kicker in words(sheet)
            shared += GAP in sheet.title.removesuffix(sub.headline)
    assert shared > 5


def test_titles_that_share_a_slide_stand_over_their_columns(others: Cases) -> None:
    sheets = [s for s in others["long"].deck.sheets if s.title == "养老托育两头牵挂　社会保障网越织越密"]
    (title,) = [box for box in boxes(sheets[0]) if box.placeholder == "title"]
    starts = [run.x for run in title.lines[0].runs]
    assert starts[0] == 0
    assert min(box.rect.x for box in boxes(sheets[0]) if box.rect.x > 400) == title.rect.x + starts[-1]


def test_an_introduction_of_points_alone_stands_on_its_divider(others: Cases) -> None:
    deck = others["nofigures"].deck
    dividers = [sheet for sheet in deck.sheets if sheet.layout.startswith("divider")]
    said = ("让群众在家门口享受文化生活", "喜事新办、丧事简办、厚养薄葬", "让文物说话、让历史发声")
    for divider, point in zip(dividers, said, strict=True):
        assert point in words(divider)
    assert not [sheet.title for sheet in deck.sheets if CONTINUED in sheet.title]


def test_the_note_of_a_ledger_stands_beside_its_title(article: Any) -> None:
    sheet = next(sheet for sheet in article.deck.sheets if sheet.title == "城市能级实现历史性跃升")
    (table,) = [item for item in sheet.items if isinstance(item, TableItem)]
    (title,) = [box for box in boxes(sheet) if box.text == "突出交通先行"]
    (note,) = [box for box in boxes(sheet) if box.text == "城市发展框架不断拉大"]
    assert note.rect.right == pytest.approx(table.rect.right)
    assert note.rect.y == title.rect.y
    assert note.rect.x > title.rect.x + title.lines[0].width


def test_the_key_points_of_the_article_are_on_its_slides(article: Any) -> None:
    """All of them; honours stand as rows."""
    shown = "".join("".join(map(words, article.deck.sheets)).split())
    spans = [
        "".join(span.text for span in spans)
        for paragraph in article.report.paragraphs()
        for key, spans in groupby(paragraph.spans, lambda span: span.marked("key") is not None)
        if key
    ]
    honours = [honour.text for honour in article.report.honours]
    missing = [text for text in spans if text not in shown and not any(h in text for h in honours)]
    assert spans
    assert missing == []


def test_the_notes_hold_the_whole_text_in_order_and_nothing_internal(cases: Cases) -> None:
    for case in cases.values():
        notes = "\n".join(line for sheet in case.deck.sheets for line in sheet.notes)
        shown = notes + "".join(words(sheet) for sheet in case.deck.sheets)
        texts = [paragraph.text for paragraph in case.report.paragraphs()]
        lines = [line for sheet in case.deck.sheets for line in sheet.notes]
        assert [line for line in lines if line in texts] == texts
        for paragraph in case.report.paragraphs():
            for sentence in sentences(paragraph):
                assert "".join(span.text for span in sentence) in notes
        for section in case.report.sections:
            for sub in section.subsections:
                for paragraph in sub.speaker:
                    assert paragraph.text in notes
                for paragraph in (*section.internal, *sub.internal):
                    assert paragraph.text not in shown


def test_every_number_on_a_slide_stands_in_the_text(cases: Cases) -> None:
    for case, sheet in every_sheet(cases):
        report = case.report
        known = "\n".join(
            [
                report.title, report.series, report.organisation, report.date,
                *(p.text for p in report.paragraphs()),
                *(f.text for f in report.figures),
                *(f.asof for f in report.figures),
                *(s.title + "".join(sub.title for sub in s.subsections) for s in report.sections),
                *(c for t in report.tables for row in (t.header, *t.rows) for c in row),
            ]
        )  # fmt: skip
        allowed = {sheet.folio, *(f"{s.number:02d}" for s in report.sections)}
        for number in re.findall(r"\d+(?:\.\d+)?", words(sheet)):
            assert number in known or number in allowed, (sheet.title, number)


def test_words_on_slides_are_spans_of_the_text(article: Any) -> None:
    """The points, honours, verbs and quotes of the article are verbatim."""
    text = "".join((*article.report.title_lines, *(p.text for p in article.report.paragraphs())))
    checked = 0
    for sheet in article.deck.sheets:
        for said in texts_of(boxes(sheet), "body", "quote", "list"):
            for piece in re.split(r"[　\n]", said):
                assert piece in text, piece
                checked += 1
    assert checked > 30


def test_text_has_contrast_with_the_ground_it_stands_on(cases: Cases) -> None:
    for case, sheet in every_sheet(cases):
        white = case.theme.colour("white")
        for box in boxes(sheet):
            ground = sheet.background or white
            for shape in sheet.items:
                if isinstance(shape, Shape) and shape.fill is not None and _covers(shape, box.rect):
                    ground = shape.fill
            for paragraph in box.paragraphs:
                for run in paragraph.runs:
                    need = 3.0 if run.style.size >= 18 else 4.5
                    if run.text.strip() == "■":  # the key's square is as light as the bar it stands for
                        continue
                    ratio = contrast(run.style.colour, ground)
                    assert ratio >= need - 0.05, (sheet.title, run.text, run.style.colour.token, ground.token)


def _covers(shape: Shape, rect: Rect) -> bool:
    xs = [s[1] for s in shape.path if len(s) > 1]
    ys = [s[2] for s in shape.path if len(s) > 1]
    plain = len(shape.path) == 5 and len(set(xs)) == 2 and len(set(ys)) == 2
    plain = plain or any(segment[0] == "C" for segment in shape.path)  # the disc of the rings
    box = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return plain and box.contains(Rect(rect.x + 1, rect.y + 1, 1, 1))


def test_sections_cover_every_slide_once(cases: Cases) -> None:
    for case in cases.values():
        listed = [name for section in case.deck.sections for name in section.sheets]
        assert listed == [sheet.name for sheet in case.deck.sheets]
        names = [section.name for section in case.deck.sections]
        own = [name for name in names if name not in (OPENING_SECTION, CLOSING_SECTION)]
        assert own == [section.title for section in case.report.sections]


def test_a_passage_too_full_goes_on_under_the_same_title(others: Cases) -> None:
    titles = [sheet.title for sheet in others["long"].deck.sheets]
    again = [title for title in titles if CONTINUED in title]
    assert again
    assert all(title.removesuffix(CONTINUED) in titles for title in again)


def test_numerals_of_a_row_stand_on_one_baseline(cases: Cases) -> None:
    """Though one of them is set smaller to fit its column: two rows, and the large one of the key numbers."""
    most = {"key-numbers": 3, "three-columns": 2}
    checked = 0
    for _, sheet in every_sheet(cases):
        if sheet.layout in most and GAP not in sheet.title:
            numerals = [box for box in boxes(sheet) if box.role == "numeral"]
            baselines = {round(box.rect.y + box.lines[0].baseline, 1) for box in numerals}
            assert len(baselines) <= most[sheet.layout], sheet.title
            checked += len(numerals)
    assert checked > 30


def test_a_title_that_goes_on_takes_no_more_lines_than_before(cases: Cases) -> None:
    """The slide's body was planned below the shorter title."""
    checked = 0
    for case in cases.values():
        lines = {
            sheet.title: len(next(box for box in boxes(sheet) if box.placeholder == "title").lines)
            for sheet in case.deck.sheets
        }
        for title, count in lines.items():
            first = re.sub(r"（续.?）$", "", title)
            assert count <= lines[first], title
            checked += first != title
    assert checked > 10


def test_drawings_have_words_for_those_who_cannot_see_them(cases: Cases) -> None:
    for _, sheet in every_sheet(cases):
        for item in sheet.items:
            if isinstance(item, ChartItem | TableItem):
                assert item.alt, sheet.title
            if isinstance(item, Shape) and item.role != "decoration":
                assert item.alt, sheet.title


def test_a_table_of_the_lead_has_a_slide() -> None:
    folder = Path(__file__).parents[1] / "contents" / "loose"
    deck = plan_deck(load_report(folder), load_theme(), Fonts.load())
    tables = [item for sheet in deck.sheets for item in sheet.items if isinstance(item, TableItem)]
    cells = {cell.text for table in tables for row in table.rows for cell in row}
    assert {"茶叶", "油茶", "食用菌"} <= cells


def test_markers_and_footers_take_one_line_however_long_the_words() -> None:
    folder = Path(__file__).parents[1] / "contents" / "extremes"
    deck = plan_deck(load_report(folder), load_theme(), Fonts.load())
    boxes = [item for sheet in deck.sheets for item in sheet.items if isinstance(item, TextBox)]
    single = [box for box in boxes if box.placeholder in ("marker", "footer")]
    assert len(single) > 10
    assert all(len(box.lines) == 1 for box in single)


def test_every_number_set_large_stands_in_the_text_with_its_words(cases: Cases) -> None:
    """近八成 is not 近八成以下: qualifier, unit and suffix are the text's own."""
    checked = 0
    for case in cases.values():
        told = "".join(paragraph.text for paragraph in case.report.paragraphs())
        told += "".join(cell for table in case.report.tables for row in table.rows for cell in row)
        solid = "".join(told.split())
        for sheet in case.deck.sheets:
            for said in texts_of(boxes(sheet), "numeral"):
                number = "".join(said.split())
                if not re.fullmatch(r"\d\d", number):  # a section's number
                    assert number in solid, (sheet.title, number)
                    checked += 1
    assert checked > 50


def test_the_key_of_a_grouped_chart_has_the_colours_of_its_bars(cases: Cases) -> None:
    seen = 0
    for case, sheet in every_sheet(cases):
        for chart in (i for i in sheet.items if isinstance(i, ChartItem) and i.spec.kind == "grouped"):
            role = case.theme.role(chart.section)
            runs = [run for box in boxes(sheet) for p in box.paragraphs for run in p.runs]
            squares = [run.style.colour for run in runs if run.text.strip() == "■"]
            others = len(chart.spec.series) - 1  # the last is the subject, as in print
            assert squares == [*(role.mid, role.soft, role.mid, role.soft)[:others], role.accent]
            seen += 1
    assert seen


def test_the_key_of_a_line_chart_has_the_accent_at_the_series_print_has_it_at(cases: Cases) -> None:
    seen = 0
    for case, sheet in every_sheet(cases):
        for chart in (i for i in sheet.items if isinstance(i, ChartItem) and len(i.spec.series) > 1):
            if chart.spec.kind == "line":
                runs = [run for box in boxes(sheet) for p in box.paragraphs for run in p.runs]
                squares = [run.style.colour for run in runs if run.text.strip() == "■"]
                accent = case.theme.role(chart.section).accent
                assert [colour == accent for colour in squares] == [False] * (len(squares) - 1) + [True]
                seen += 1
    assert seen


def test_titles_of_two_lines_go_on_to_another_slide(fonts: Fonts, tmp_path: Path) -> None:
    """Seven such rows are higher than a slide."""
    titles = [f"全国第{c}批县域商业体系建设与农村电子商务综合示范先行区" for c in "一二三四五六七八"]
    marked = "，".join(
        f"东阳镇获评[{title}]{{.honour level=全国 holder=东阳镇 status=获评}}" for title in titles
    )
    (tmp_path / "report.md").write_text(f"---\ntitle: 荣誉\n---\n\n{marked}。\n", encoding="utf-8")
    sheets = plan_deck(load_report(tmp_path), load_theme(), fonts).sheets
    tables = [
        item for s in sheets if s.layout == "honours" for item in s.items if isinstance(item, TableItem)
    ]
    assert len(tables) >= 2
    shown = [row[1].text for table in tables for row in table.rows]
    assert shown == [title.removeprefix("全国") for title in titles]


def test_titles_stay_distinct_however_often_they_go_on(fonts: Fonts, tmp_path: Path) -> None:
    rows = "\n".join(f"项目{i},{i}" for i in range(390))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "t.csv").write_text(f"项目,数值\n{rows}\n", encoding="utf-8")
    text = "---\ntitle: 标题\n---\n\n甲。\n\n# 部分\n\n## 小节\n\n正文。\n\n::: table {data=t.csv}\n:::\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    titles = [sheet.title for sheet in plan_deck(load_report(tmp_path), load_theme(), fonts).sheets]
    assert titles[-1].startswith("小节（续")
    assert len(titles) > 25
    assert len(set(titles)) == len(titles)


def test_a_block_higher_than_a_slide_is_told_at_its_heading(fonts: Fonts, tmp_path: Path) -> None:
    text = f"---\ntitle: 标题\n---\n\n甲。\n\n# 部分\n\n## 小节\n\n[{'重点工作扎实推进' * 90}]{{.key}}。\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        plan_deck(load_report(tmp_path), load_theme(), fonts)
    (problem,) = caught.value.problems
    assert problem.message.zh == "“小节”有一块内容高于一页幻灯片，放不下"
    assert problem.place == Place(f"{tmp_path}/report.md", 9, 4)


@pytest.mark.parametrize("tall", [3, 4, 8, 9])
def test_rows_of_a_table_stay_in_order_however_high_one_is(tall: int, fonts: Fonts, tmp_path: Path) -> None:
    """A high row that finds no room lets none of the short ones behind it go first."""
    names = [f"项目{i}" for i in range(16)]
    rows = [f"{name},{'说明文字很长' * 15 if i == tall else '短'}" for i, name in enumerate(names)]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "t.csv").write_text("\n".join(("项目,说明", *rows)) + "\n", encoding="utf-8")
    text = "---\ntitle: 标题\n---\n\n甲。\n\n# 部分\n\n## 小节\n\n正文。\n\n::: table {data=t.csv}\n:::\n"
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    sheets = plan_deck(load_report(tmp_path), load_theme(), fonts).sheets
    tables = [item for s in sheets if s.section == 0 for item in s.items if isinstance(item, TableItem)]
    assert len(tables) > 2
    assert [row[0].text for table in tables for row in table.rows[1:]] == names


def test_no_statement_says_twice_what_one_of_its_texts_holds(cases: Cases) -> None:
    checked = 0
    for _, sheet in every_sheet(cases):
        if sheet.layout != "statement":
            continue
        said = [
            item.text.replace("\n", "")
            for item in sheet.items
            if isinstance(item, TextBox) and item.role == "quote"
        ]
        checked += len(said)
        for i, text in enumerate(said):
            assert not any(text in other for k, other in enumerate(said) if k != i), sheet.title
    assert checked


def test_the_title_slide_keeps_its_texts_apart(cases: Cases) -> None:
    for case in cases.values():
        boxes = sorted(
            (box for box in case.deck.sheets[0].items if isinstance(box, TextBox) and box.rect.y < inch(6.6)),
            key=lambda box: box.rect.y,
        )
        for upper, lower in pairwise(boxes):
            assert lower.rect.y >= upper.rect.bottom, (upper.text, lower.text)
