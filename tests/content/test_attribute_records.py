"""An attribute is one record: the reader knows it, checks whose words it takes, and hints at it for a slip."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from reportgen.content import load_report
from reportgen.content.attribute_record import OF_SENTENCE, OWN, AttributeRecord
from reportgen.content.container_records import CONTAINERS, PROSE, ContainerRecord
from reportgen.content.containers import MAKERS
from reportgen.content.mark_records import BY_KIND, MARKS, MarkRecord
from reportgen.content.problems import MOST_LISTED
from reportgen.errors import Message, Problem, ReportgenError
from reportgen.model.report import MarkKind, Report
from reportgen.reference import attribute_index, container_entries, mark_entries, marks_table

HEAD = "---\ntitle: 标题\n---\n\n"
MEMO = AttributeRecord("memo", OWN, Message("备忘", "its memo"))
PLACE = AttributeRecord("place", OF_SENTENCE, Message("地点", "where it is"))


def read(folder: Path, text: str) -> Report:
    (folder / "report.md").write_text(f"{HEAD}{text}\n", encoding="utf-8")
    return load_report(folder)


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    with pytest.raises(ReportgenError) as caught:
        read(folder, text)
    return caught.value.problems


def known(keys: tuple[str, ...]) -> str:
    """The hint that lists them, cut where they are many."""
    listed = sorted(set(keys))
    return f"known: {', '.join(listed[:MOST_LISTED])}{'…' if len(listed) > MOST_LISTED else ''}"


def test_every_kind_of_mark_but_bold_and_footnotes_has_its_record() -> None:
    kinds = set(MarkKind.__args__)  # type: ignore[attr-defined]
    assert {mark.kind for mark in MARKS} == kinds - {
        "strong",
        "note",
    }  # a note is written [^1], not in braces
    assert len(BY_KIND) == len(MARKS)


def test_every_container_is_made_by_something_or_holds_prose() -> None:
    assert {box.name for box in CONTAINERS} == MAKERS.keys() | PROSE
    assert not MAKERS.keys() & PROSE


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: str(mark.kind))
def test_the_example_of_a_mark_is_marked_so(mark: MarkRecord, tmp_path: Path) -> None:
    spans = [span for paragraph in read(tmp_path, mark.example).lead for span in paragraph.spans]
    assert any(span.marked(mark.kind) for span in spans)


def test_an_unknown_attribute_gets_the_list_of_the_known_ones(tmp_path: Path) -> None:
    for mark in MARKS:
        slip = mark.example.replace("}", " zzzzzz=1}") if mark.kind != "row" else ""
        if slip and mark.keys:
            hints = [
                one.hint.en for one in problems(tmp_path, slip) if one.hint and "zzzzzz" in one.message.en
            ]
            assert known(mark.keys) in hints


def test_an_unknown_attribute_of_a_container_gets_the_list_too(tmp_path: Path) -> None:
    for box in (box for box in CONTAINERS if box.keys):
        slip = problems(tmp_path, f"甲。\n\n::: {box.name} {{zzzzzz=1}}\n:::")
        hints = [one.hint.en for one in slip if one.hint and "zzzzzz" in one.message.en]
        assert hints == [known(box.keys)]


@pytest.mark.parametrize("box", CONTAINERS, ids=lambda box: str(box.name))
def test_what_a_container_requires_is_missed_and_nothing_else(box: ContainerRecord, tmp_path: Path) -> None:
    """One left out at a time, those that stand for each other together."""
    required = [attribute for attribute in box.attributes if attribute.required]
    if required:
        said = problems(tmp_path, f"甲。\n\n::: {box.name}\n:::")[0].message.en
        first = required[0]
        assert all(f"{key}=" in said for key in (first.key, *first.instead))
    else:
        text = f"甲。\n\n{box.needs}\n\n{box.example}"
        assert read(tmp_path, text).lead


def test_a_registered_attribute_is_read_and_its_words_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "甲镇完成[3个]{#a label=项目 memo=2031年 place=乙镇}项目。"
    assert [one.message.en for one in problems(tmp_path, text)] == [
        "unknown attribute 'memo'",
        "unknown attribute 'place'",
    ]
    wider = replace(BY_KIND["figure"], attributes=(*BY_KIND["figure"].attributes, MEMO, PLACE))
    monkeypatch.setattr("reportgen.content.marks.BY_KIND", {**BY_KIND, "figure": wider})
    assert [one.message.en for one in problems(tmp_path, text)] == ["'乙镇' is not in this sentence"]
    warnings = read(tmp_path, text.replace("乙镇", "甲镇")).warnings
    assert ["2031" in one.message.en for one in warnings] == [True]


def test_a_registered_attribute_is_in_the_manual() -> None:
    wider = replace(BY_KIND["figure"], attributes=(*BY_KIND["figure"].attributes, MEMO))
    assert "| `memo=` | your own words | its memo |" in mark_entries((wider,), "en").split("\n")
    assert "| `memo=` | `[文字]{#编号}` |" in attribute_index((wider,), (), "zh").split("\n")
    assert "memo" not in mark_entries(MARKS, "en")


def test_every_mark_and_container_is_in_the_manual_with_all_its_attributes() -> None:
    said = f"{mark_entries(MARKS, 'zh')}\n{container_entries(CONTAINERS, 'zh')}"
    assert said.count("### ") == len(MARKS) + len(CONTAINERS)
    keys = [a for record in (*MARKS, *CONTAINERS) for a in record.attributes]
    assert all(f"| {a.about.zh}" in said for a in keys)
    assert len(marks_table(MARKS, CONTAINERS, "en").split("\n")) == 2 + len(MARKS) + len(CONTAINERS)
