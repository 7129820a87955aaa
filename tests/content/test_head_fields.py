"""A key of the head is one record: its reader, the hint for a slip and the table of the docs come from it."""

from __future__ import annotations

from typing import Any

from reportgen.content.frontmatter import Front, read_front
from reportgen.content.head_fields import FIELDS, PAIRS, TEXT, HeadField
from reportgen.content.problems import Problems
from reportgen.content.source import Source
from reportgen.errors import Message, Place
from reportgen.model.report import Report
from reportgen.reference import head_table

EMBARGO = HeadField(
    "embargo", TEXT, Message("何时起可以发布", "not before"), "embargo: 1月15日10时", breaks="|", placed=True
)
SPOKEN = HeadField("speakers", PAIRS, Message("发布人", "who speaks"), "speakers:\n  局长: 某某")
WIDER = (*FIELDS, EMBARGO, SPOKEN)


def read(text: str, fields: tuple[HeadField, ...] = WIDER) -> tuple[Front, Problems]:
    problems = Problems()
    return read_front(text, Source("report.md", f"---\n{text}---\n"), problems, fields), problems


def test_a_registered_key_is_read_by_its_kind() -> None:
    front, problems = read("title: 甲\nembargo: 1月15日|10时\nspeakers:\n  局长: 某某\n")
    assert problems.found == []
    found: dict[str, Any] = front.attributes(WIDER)
    assert found["embargo"] == "1月15日10时"
    assert found["embargo_lines"] == ("1月15日", "10时")
    assert found["embargo_place"] == Place("report.md", 3, 1)
    assert found["speakers"] == (("局长", "某某"),)
    assert read("title: 甲\n")[0].attributes(WIDER)["speakers"] == ()


def test_a_slip_in_it_gets_the_hint_and_without_it_the_key_is_unknown() -> None:
    _, problems = read("title: 甲\nembargoo: 明天\n")
    assert [(p.message.en, p.hint.en) for p in problems.found if p.hint] == [
        ("unknown key 'embargoo'", "did you mean 'embargo'?")
    ]
    _, problems = read("title: 甲\nembargo: 明天\n", FIELDS)
    assert problems.found[0].message.en == "unknown key 'embargo'"
    _, problems = read("title: 甲\nspeakers: 某某\n")
    assert problems.found[0].message.en == "speakers takes 'label: value' lines"


def test_the_table_of_keys_lists_it() -> None:
    rows = head_table(WIDER, "en").split("\n")
    assert "| `embargo` | a line of text | not before | `embargo: 1月15日10时` |" in rows
    assert (
        "| `speakers` | lines of 'label: value' below it | who speaks | `speakers:`<br>`  局长: 某某` |"
        in rows
    )
    assert len(rows) == 2 + len(FIELDS) + 2
    assert next(row for row in rows if "**" in row).startswith("| **`title`** |")


def test_what_a_report_needs_is_missed() -> None:
    _, problems = read("series: 乙\n")
    assert [problem.message.en for problem in problems.found] == ["title is missing"]


def test_the_report_has_an_attribute_for_all_that_a_field_gives() -> None:
    given = Front().attributes()
    assert given.keys() <= set(Report.__struct_fields__)
    assert len(given) == len(FIELDS) + 2 + 3  # two have lines, three have places
    front, problems = read("".join(f"{field.example}\n" for field in FIELDS), FIELDS)
    assert problems.found == []
    assert all(front.values[field.key] for field in FIELDS)
