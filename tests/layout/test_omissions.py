"""What a text declares is shown in every output that is to show it, or is an error at its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

import pytest
import template_files
from msgspec.structs import replace
from PIL import Image
from samples import CONTENTS, brochure_of, deck_of, fonts, notes_of, report_of

from reportgen.cache import Cache
from reportgen.content import load_report
from reportgen.errors import ReportgenError
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.slides.plan import plan_deck
from reportgen.layout.template.deck import plan_template_deck
from reportgen.model.report import Report
from reportgen.model.sheet import Document
from reportgen.omissions import declared, omissions
from reportgen.pipeline import plan_whole
from reportgen.products.brochure import SCREEN_BROCHURE
from reportgen.products.edition import Edition
from reportgen.template import load_template, template_theme
from reportgen.themes import load_theme

COUNTS = (1, 3, 6)
SENTENCE = "各级各部门坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，各项工作平稳推进。"
TEXTS = ("", "工作平稳推进。", SENTENCE * 9)
NTH = "甲乙丙丁戊己"
# What is marked in the prose, and the container below it; {i} numbers it, {c} names it. An empty container: the mark alone.
KINDS: Mapping[str, tuple[str, str]] = {
    "bars": (
        "夏粮{c}[12.{i}万吨]{{#a{i} label=夏粮{c}}}、秋粮{c}[15.{i}万吨]{{#b{i} label=秋粮{c}}}、早稻{c}[18.{i}万吨]{{#c{i} label=早稻{c}}}，产量稳定。",
        '::: chart {{kind=bars figures="a{i} b{i} c{i}" title="产量"}}\n:::',
    ),
    "line": ("", "::: chart {{kind=line table=t{i}.csv y=产量}}\n:::"),
    "doughnut": (
        '结构{c}为[{i}:10:8{j}]{{#a{i} label=结构{c} parts="甲 乙 丙" unit=%}}。',
        "::: chart {{kind=doughnut figure=a{i}}}\n:::",
    ),
    "level": ("海拔{c}为[90{i}米]{{#a{i} label=海拔{c}}}。", "::: chart {{kind=level figure=a{i}}}\n:::"),
    "table": ("", "::: table {{data=t{i}.csv}}\n:::"),
    "picture": ("", "::: picture {{file=p{i}.png alt=画面{c}}}\n:::"),
    "stats": (
        "公园{c}[2{i}个]{{#a{i} label=公园{c}}}、学校{c}[3{i}所]{{#b{i} label=学校{c}}}。",
        '::: stats {{figures="a{i} b{i}"}}\n:::',
    ),
    "ledger": (
        "[[建成]{{.verb}}道路{c}条线]{{.row #a{i}}}，[[完成]{{.verb}}学校{c}所]{{.row #b{i}}}。",
        '::: ledger {{of="a{i} b{i}"}}\n:::',
    ),
    "figure": ("建成步道{c}[1{i}.5公里]{{#a{i} label=步道{c}}}。", ""),
    "share": ("步道{c}达标[{i}0%]{{#a{i} label=达标{c}}}。", ""),
    "beside callouts": (
        "步道{c}[1{i}.5公里]{{#a{i} label=步道{c}}}、球场{c}[4{i}片]{{#b{i} label=球场{c}}}。",
        "::: stats {{figures=a{i}}}\n:::",
    ),
}
PLACES: Mapping[str, str] = {
    "lead": "{block}\n\n# 其他\n\n其他工作稳定。\n\n## 小节\n\n小节工作稳定。",
    "introduction": "工作稳定。\n\n# 部分\n\n{block}\n\n## 小节\n\n小节工作稳定。",
    "subsection": "工作稳定。\n\n# 部分\n\n## 小节\n\n{block}",
    "chapter without subsections": "工作稳定。\n\n# 部分\n\n{block}",
}


def cases() -> Iterator[tuple[str, str, int, str]]:
    """Each kind at each place once, three and six times, under texts that take turns."""
    for number, (kind, place) in enumerate(product(KINDS, PLACES)):
        for turn, count in enumerate(COUNTS):
            yield kind, place, count, TEXTS[(number + turn) % len(TEXTS)]


def block(kind: str, count: int, text: str) -> str:
    numbered = [{"i": i, "j": 10 - i, "c": NTH[i - 1]} for i in range(1, count + 1)]
    marks, boxes = ([form.format(**names) for names in numbered] for form in KINDS[kind])
    prose = text + "".join(marks) or "见下。"
    return "\n\n".join(filter(None, (prose, *boxes)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports") / "report"
    (folder / "data").mkdir(parents=True)
    for i in range(1, max(COUNTS) + 1):
        rows = "\n".join(f"{2019 + k},{41 + i}.{k},{9 + i}.{k}" for k in range(5))
        table = f"# 标题: 历年产量{i}\n# 单位: 万吨\n年份,产量,外销量\n{rows}\n"
        (folder / "data" / f"t{i}.csv").write_text(table, encoding="utf-8")
        Image.new("RGB", (900, 600), (i * 30, 99, 120)).save(folder / f"p{i}.png")
    (folder / "house.pptx").write_bytes(template_files.old())
    return folder


def read(folder: Path, text: str, head: str = "template: house.pptx\n") -> Report:
    (folder / "report.md").write_text(f"---\ntitle: 标题\n{head}---\n\n{text}\n", encoding="utf-8")
    return load_report(folder)


def planned(report: Report) -> dict[str, Document]:
    template, theme = load_template(report), load_theme()
    assert template is not None
    return {
        "brochure": plan_brochure(report, theme, fonts()),
        "deck": plan_deck(report, theme, fonts()),
        "deck on a template": plan_template_deck(report, template, template_theme(template, theme), fonts()),
    }


@pytest.mark.parametrize(("kind", "place", "count", "text"), list(cases()))
def test_what_is_declared_is_shown_wherever_it_stands(
    kind: str, place: str, count: int, text: str, folder: Path
) -> None:
    report = read(folder, PLACES[place].format(block=block(kind, count, text)))
    assert report.figures or list(report.components())
    for output, document in planned(report).items():
        assert omissions(document, report, output) == (), output


def test_nothing_is_left_out_of_the_contents(content: str) -> None:
    report = report_of(content)
    for document in (brochure_of(content), deck_of(content), notes_of(content)):
        assert omissions(document, report, content) == ()


@pytest.mark.parametrize("content", ["yuci", "rare", "extremes"])
def test_each_component_taken_off_the_sheets_is_told_at_its_line(content: str) -> None:
    report = report_of(content)
    parts = [part for _, some in declared(report) for part in some]
    assert parts
    for document in (brochure_of(content), deck_of(content)):
        empty = replace(document, sheets=tuple(replace(sheet, items=()) for sheet in document.sheets))
        told = [problem.place for problem in omissions(empty, report, "deck")]
        assert None not in told
        assert {part.place for part in parts} <= set(told)


def test_a_figure_on_no_slide_is_told_at_its_mark(folder: Path) -> None:
    report = read(
        folder, "工作稳定。\n\n# 部分\n\n建成步道[3公里]{#a label=步道}、[4公里]{#b .inline label=旧步道}。"
    )
    deck = plan_deck(report, load_theme(), fonts())
    empty = replace(deck, sheets=tuple(replace(sheet, items=()) for sheet in deck.sheets))
    assert omissions(deck, report, "deck") == ()
    (told,) = omissions(empty, report, "deck")
    assert (told.place, told.severity) == (report.figure("a").place, "error")


def test_charts_of_the_same_figures_under_two_titles_are_two_charts(folder: Path) -> None:
    marks, _ = KINDS["bars"]
    charts = "\n\n".join(
        f'::: chart {{kind=bars figures="a1 b1 c1" title="{title}"}}\n:::' for title in ("产量", "稳定")
    )
    report = read(folder, f"{marks.format(i=1, c='甲')}\n\n{charts}")
    for output, document in planned(report).items():
        assert omissions(document, report, output) == (), output


def test_an_output_that_leaves_something_out_is_not_made(folder: Path) -> None:
    report = read(folder, PLACES["subsection"].format(block=block("table", 1, "")))
    page = replace(brochure_of("tiny"), sheets=brochure_of("tiny").sheets[:1])
    edition = Edition(report, load_theme(), fonts(), Cache(), {})
    with pytest.raises(ReportgenError) as caught:
        plan_whole(replace(SCREEN_BROCHURE, plan=lambda _: page), edition)
    (problem,) = caught.value.problems
    assert problem.place == next(iter(report.components())).place
    assert "brochure" in problem.message.en
    assert plan_whole(replace(SCREEN_BROCHURE, plan=lambda _: page, selects=True), edition) is page


def test_samples_hold_components_of_every_kind() -> None:
    found = {type(part).__name__ for name in CONTENTS for part in report_of(name).components()}
    assert len(found) >= 7
