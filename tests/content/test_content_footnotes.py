"""Footnotes: read, numbered by the text, shown below their passage and in the notes of slides, or errors at their line."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from samples import fonts

from reportgen.content import load_report
from reportgen.content.footnotes import mark_of
from reportgen.errors import ReportgenError
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.handouts.notes import plan_notes
from reportgen.layout.slides.plan import plan_deck
from reportgen.model.report import Report
from reportgen.model.sheet import Document, TextBox
from reportgen.model.structure import Content, Node
from reportgen.pdf.write import write_pdf
from reportgen.preflight import preflight
from reportgen.themes import load_theme

LONG = "各级各部门坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，各项工作平稳推进。" * 60
TEXT = """{lead}工作平稳[^lead]推进。

[^lead]: 导语的注。

# 清单

引言里工作[稳步推进[^b]]{{.key}}。

## 上半年

新建公园[6个]{{#park label=新建公园}}[^c]，各项工作平稳推进[^d]，公园开放[^c]。

[^c]: 含改建公园，
  不含绿地。
[^b]: 引言的注。
[^d]: 小节的注。
"""
NOTES = {"①": "导语的注。", "②": "引言的注。", "③": "含改建公园，不含绿地。", "④": "小节的注。"}


def told(folder: Path, text: str) -> Report:
    (folder / "report.md").write_text(f"---\ntitle: 标题\n---\n\n{text}\n", encoding="utf-8")
    return load_report(folder)


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return told(tmp_path, TEXT.format(lead=""))


def boxes(document: Document) -> list[TextBox]:
    return [item for sheet in document.sheets for item in sheet.items if isinstance(item, TextBox)]


def test_notes_belong_to_the_passage_that_refers_to_them_and_the_text_stays_verbatim(report: Report) -> None:
    section = report.sections[0]
    noted = (*report.lead_footnotes, *section.footnotes, *section.subsections[0].footnotes)
    assert {note.mark: note.text for note in noted} == NOTES
    assert [paragraph.text for paragraph in report.paragraphs()] == [
        "工作平稳推进。",
        "引言里工作稳步推进。",
        "新建公园6个，各项工作平稳推进，公园开放。",
    ]
    assert report.figure("park").clause == "新建公园6个"


def test_a_mark_is_no_digit_that_a_number_would_run_on_into() -> None:
    marks = [mark_of(number) for number in range(1, 60)]
    assert (marks[0], marks[19], marks[20], marks[49], marks[50]) == ("①", "⑳", "㉑", "㊿", "［51］")
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("lead", ["", LONG])
def test_the_brochure_sets_the_marks_raised_and_each_note_once_below(lead: str, tmp_path: Path) -> None:
    report = told(tmp_path, TEXT.format(lead=lead))
    found = boxes(plan_brochure(report, load_theme(), fonts()))
    raised = [run.text for box in found for line in box.lines for run in line.runs if run.style.rise]
    assert raised == ["①", "②", "③", "④", "③"]
    assert [box.text for box in found if box.text in NOTES.values()] == list(NOTES.values())
    for box in found:
        for line in box.lines:
            assert not line.text.startswith(tuple(NOTES)) or box.text in NOTES, "a mark begins no line"
            assert all(run.y < line.baseline for run in line.runs if run.style.rise)
            assert all(run.style.size >= 8 for run in line.runs)


def test_the_file_tags_marks_as_references_and_notes_by_names_of_their_own(report: Report) -> None:
    document = plan_brochure(report, load_theme(), fonts())
    assert document.structure is not None
    nodes = list(document.structure.nodes())
    notes = [node for node in nodes if node.tag == "Note"]
    assert len({node.id for node in notes}) == len(notes) == len(NOTES)
    assert [node for node in nodes if node.tag == "P" and _refers(node)]
    data = write_pdf(document, load_theme(), fonts())
    with pikepdf.open(BytesIO(data)) as pdf:
        names = pdf.Root.StructTreeRoot.IDTree.Names
        assert [str(name) for name in list(names)[::2]] == sorted(node.id for node in notes)
    assert [finding for finding in preflight(data).findings if finding.rule.severity == "error"] == []


def _refers(node: Node) -> bool:
    inner = [kid for kid in node.kids if isinstance(kid, Node) and kid.tag == "Reference"]
    return any(isinstance(kid, Content) for kid in (kid for node in inner for kid in node.kids))


def test_the_notes_of_slides_and_the_handout_hold_marks_and_notes(report: Report) -> None:
    deck = plan_deck(report, load_theme(), fonts())
    lines = [line for sheet in deck.sheets for line in sheet.notes]
    assert "新建公园6个③，各项工作平稳推进④，公园开放③。" in lines
    assert [line for line in lines if line[0] in NOTES] == [f"{mark}{text}" for mark, text in NOTES.items()]
    handout = "\n".join(box.text for box in boxes(plan_notes(report, deck, load_theme(), fonts())))
    assert all(f"{mark}{text}" in handout for mark, text in NOTES.items())
    shown = "\n".join(box.text for box in boxes(deck))
    assert not any(mark in shown for mark in NOTES)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("甲[^1]乙。", 5, "footnote '1' is not written"),
        ("甲乙。\n\n[^1]: 注。", 7, "nothing refers to footnote '1'"),
        ("甲[^1]乙。\n\n[^1]: 注。\n[^1]: 又注。", 8, "is written in line 7"),
        ("甲[^1]乙。\n\n[^1]:", 7, "is empty"),
        ("甲[^1]乙。\n\n[^1]: 注[3个]{#a label=注}。", 7, "cannot contain marks"),
        ("甲[^1]乙。\n\n# 丙[^1]\n\n丁。\n\n[^1]: 注。", 7, "take no footnotes"),
        ("甲[^1]乙。\n\n|丙|丁|\n|--|--|\n|3[^1]|4|\n\n[^1]: 注。", 9, "take no footnotes"),
        ("甲[^1]乙。\n\n::: speaker\n丙[^1]。\n:::\n\n[^1]: 注。", 8, "take no footnotes"),
    ],
)
def test_what_is_wrong_with_a_footnote_is_told_at_its_line(
    text: str, line: int, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ReportgenError) as caught:
        told(tmp_path, text)
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert problem.place.line == line
    assert said in problem.message.en
    assert problem.hint is not None
