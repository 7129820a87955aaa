"""The prose against the text it was marked from: every difference with its place in both."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reportgen.content import load_report
from reportgen.errors import ReportgenError
from reportgen.verify.against import Comparison, compare, problems_of, summary
from reportgen.verify.original import read_original

REPORT = """---
title: 某县 乡村振兴
series: 某县新闻发布会
organisation: 某县
---

全县农户收入达[1.2万元]{#income label=农户收入}，比上年增加[800元]{#more .inline label=比上年增加}。

# 产业兴旺

蔬菜基地建成[12个]{#farms label=蔬菜基地}，带动就业。

生活更加便利。
"""
TEXT = (
    "某县 乡村振兴",
    "各位记者：",
    "全县农民收入达1.2万元，比上年增加800元。",
    "产业兴旺",
    "蔬菜基地建成12个,带动就业。",
    "生活更加便利。",
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    return tmp_path


def compared(folder: Path, name: str, data: bytes) -> Comparison:
    (folder / name).write_bytes(data)
    return compare(load_report(folder), read_original(folder / name))


def told(comparison: Comparison) -> list[tuple[str, str, int, int]]:
    return [(d.original, d.report, d.paragraph, d.character) for d in comparison.differences]


def document(*paragraphs: str, more: dict[str, str] | None = None) -> bytes:
    """A .docx of paragraphs given as the XML inside w:p."""
    body = "".join(
        f"<w:p>{inside}</w:p>" if not inside.startswith("<w:tbl") else inside for inside in paragraphs
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
        for name, text in (more or {}).items():
            package.writestr(name, text)
    return buffer.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


EXPECTED = [("各位记者：\n", "", 2, 1), ("民", "户", 3, 4), (",", "，", 5, 10)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_text_file_is_compared_character_by_character(folder: Path, encoding: str) -> None:
    comparison = compared(folder, "raw.txt", "\n\n".join(TEXT).encode(encoding))
    assert told(comparison) == EXPECTED


def test_a_difference_has_its_line_and_column_in_the_report(folder: Path) -> None:
    comparison = compared(folder, "raw.txt", "\n".join(TEXT).encode())
    places = [str(d.place).removeprefix(f"{folder.as_posix()}/") for d in comparison.differences]
    assert places[1:] == ["report.md:7:4", "report.md:11:31"]
    said = problems_of(comparison, "raw.txt")[1].render("zh")
    assert "原稿“民”，这里“户”" in said
    assert "第 3 段第 4 字" in said


def test_a_word_file_gives_its_paragraphs_tables_and_insertions_but_no_deletions(folder: Path) -> None:
    rows = "".join(f"<w:tr><w:tc><w:p>{run(text)}</w:p></w:tc></w:tr>" for text in TEXT[4:])
    data = document(
        run("某县 ") + run("乡村振兴"),
        run(TEXT[1]),
        run("全县农") + f"<w:ins>{run('民')}</w:ins>" + "<w:del><w:r><w:delText>村</w:delText></w:r></w:del>"
        + run("收入达1.2万元，比上年增加800元。"),
        run(TEXT[3]),
        f"<w:tbl>{rows}</w:tbl>",
        more={"word/footnotes.xml": "<x/>"},
    )  # fmt: skip
    comparison = compared(folder, "raw.docx", data)
    assert told(comparison) == EXPECTED
    assert "脚注" in summary(comparison, "raw.docx").zh


def test_a_markdown_file_loses_the_signs_of_its_headings(folder: Path) -> None:
    text = "\n\n".join(f"# {line}" if line == "产业兴旺" else line for line in TEXT)
    assert told(compared(folder, "raw.md", text.encode())) == EXPECTED


def test_what_the_report_has_more_is_a_difference_too(folder: Path) -> None:
    comparison = compared(folder, "raw.txt", "\n".join(TEXT[2:4] + TEXT[5:]).encode())
    assert ("", "蔬菜基地建成12个，带动就业。\n", 4, 1) in told(comparison) or any(
        "蔬菜基地建成12个" in d.report for d in comparison.differences
    )


def test_a_text_that_is_the_same_has_no_difference_and_says_how_much_was_compared(folder: Path) -> None:
    same = "\n".join((TEXT[0], TEXT[2].replace("民", "户"), TEXT[3], TEXT[4].replace(",", "，"), TEXT[5]))
    comparison = compared(folder, "raw.txt", same.encode())
    assert comparison.differences == ()
    assert comparison.head == (TEXT[0],)
    assert summary(comparison, "raw.txt").en.startswith("raw.txt: 5 paragraphs, 56 characters, 0 differences")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("raw.docx", b"no package"),
        ("raw.docx", b"PK\x03\x04 cut off"),
        ("raw.pdf", b"%PDF-1.7"),
        ("raw.txt", b"  \n"),
        ("raw.txt", b"\xff\xfe\x00\xd8"),
    ],
)
def test_a_file_that_is_no_text_is_told_in_one_sentence(folder: Path, name: str, data: bytes) -> None:
    with pytest.raises(ReportgenError) as fault:
        compared(folder, name, data)
    assert name in fault.value.problems[0].message.zh


def test_entities_of_a_word_file_are_refused(folder: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        body = f'<w:document xmlns:w="{WORD}"><w:body><w:p>{run("&b;")}</w:p></w:body></w:document>'
        package.writestr("word/document.xml", bomb + body)
    with pytest.raises(ReportgenError):
        compared(folder, "raw.docx", buffer.getvalue())
