"""Internal blocks reach the speaker's deck and nothing else."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import template_files
from samples import fonts

from reportgen.api import build
from reportgen.content import load_report
from reportgen.products import PRODUCTS
from reportgen.products.deck import DECK, SPEAKER_DECK
from reportgen.story.spoken import INTERNAL_HEAD

PIECE = 6
PUBLIC = tuple(product for product in PRODUCTS if product is not SPEAKER_DECK)
REPORT = """---
title: 某区新闻发布会
series: 主题发布
organisation: 某区新闻办
---

各位记者，全区经济总量达[479.5亿元]{#gdp .key label="经济总量"}。

::: internal
导语保密内容：总量尚未经省局核定，勿谈环比。
:::

# 第一部分

过去一年成绩不小，[新增岗位1200个]{.key}。

::: internal
章节保密内容：岗位口径与人社部门不一致，统一按年底数答复。
:::

## 就业 稳中有进

城镇新增就业[1.2万人]{#jobs label="新增就业"}，失业人员再就业[3000人]{#again label="再就业"}，困难人员就业[800人]{#hard label="困难人员就业"}。

::: chart {kind=columns figures="again hard" title="再就业"}
:::

::: speaker
此处可举街道的例子。
:::

::: internal
问：裁员传闻是否属实？
答：只说已经公开的情况，不点企业名称，记者追问则请其联系新闻办。
:::
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every public output and the speaker's deck of a report with internal blocks at every level."""
    folder = tmp_path_factory.mktemp("content") / "某区"
    folder.mkdir()
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    out = tmp_path_factory.mktemp("out")
    files = build(folder, (*PUBLIC, SPEAKER_DECK), out, fonts="subset", preflight=False)
    return {file.path.name: file.path for file in files}


def pieces() -> set[str]:
    """Every six characters of the internal blocks that the public text does not have too."""
    blocks = re.findall(r"::: internal\n(.*?)\n:::", REPORT, flags=re.DOTALL)
    assert len(blocks) == 3
    rest = re.sub(r"::: internal\n.*?\n:::", "", REPORT, flags=re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    found = {line[i : i + PIECE] for line in lines for i in range(len(line) - PIECE + 1)}
    return {piece for piece in found if piece not in rest}


def texts(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    """Every string a file holds, by where it stands: parts and workbooks, or pages, objects and metadata."""
    if zipfile.is_zipfile(BytesIO(data)):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for entry in archive.namelist():
                yield from texts(archive.read(entry), f"{name}/{entry}")
    elif data.startswith(b"%PDF"):
        yield from pdf_texts(data, name)
    elif name.endswith((".xml", ".rels")):
        raw = html.unescape(data.decode("utf-8"))
        yield name, raw
        yield name, re.sub(r"<[^>]*>", "", raw)


def pdf_texts(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf):
            words = page.get_textpage().get_text_range()
            yield f"{name}, page {number + 1}", "".join(words.split())
    with pikepdf.open(BytesIO(data)) as pdf:
        for at, thing in enumerate(pdf.objects):
            yield f"{name}, object {at}", "".join(strings(thing))


def strings(thing: pikepdf.Object) -> Iterator[str]:
    """Text strings of an object, and its metadata if it is such a stream."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            if isinstance(item, pikepdf.Object) and not item.is_indirect:
                yield from strings(item)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for value in thing.as_dict().values() if isinstance(thing, pikepdf.Dictionary) else ():
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from strings(value)
        if isinstance(thing, pikepdf.Stream) and thing.get("/Type") == "/Metadata":
            yield thing.read_bytes().decode("utf-8")


def test_no_public_file_holds_an_internal_word(written: dict[str, Path]) -> None:
    secret, public = pieces(), [name for name in written if "speaker" not in name]
    assert len(secret) > 70
    assert len(public) == len(PUBLIC) >= 10
    for name in public:
        found = list(texts(written[name].read_bytes(), name))
        assert any("经济总量" in text for _, text in found), name
        for where, text in found:
            leaked = [piece for piece in secret if piece in text]
            assert leaked == [], where
    assert any(".xlsx/xl/" in where for where, _ in texts(written["某区-deck.pptx"].read_bytes(), ""))


def test_the_speakers_deck_holds_all_of_it_in_marked_notes_only(written: dict[str, Path]) -> None:
    (name,) = (name for name in written if "speaker" in name)
    said = list(texts(written[name].read_bytes(), name))
    notes = "".join(text for where, text in said if "notesSlides/" in where)
    assert all(piece in notes for piece in pieces())
    assert notes.count(INTERNAL_HEAD) == 2 * 3  # each part is read with and without its tags
    for where, text in said:
        if "notesSlides/" not in where:
            assert not any(piece in text for piece in pieces()), where
    assert any("内部讲稿" in text for where, text in said if "docProps/core" in where)


def test_both_decks_show_the_same_slides(written: dict[str, Path]) -> None:
    def slides(name: str) -> list[bytes]:
        with zipfile.ZipFile(written[name]) as archive:
            return [archive.read(e) for e in archive.namelist() if e.startswith("ppt/slides/slide")]

    assert slides("某区-deck.pptx") == slides("某区-deck-speaker.pptx")
    assert len(slides("某区-deck.pptx")) > 3


def test_decks_on_a_template_keep_the_same_secrets(tmp_path: Path) -> None:
    folder = tmp_path / "某区"
    folder.mkdir()
    (folder / "report.md").write_text(
        REPORT.replace("---\n", "---\ntemplate: house.pptx\n", 1), encoding="utf-8"
    )
    (folder / "house.pptx").write_bytes(template_files.used())
    files = build(folder, (DECK, SPEAKER_DECK), tmp_path / "out")
    written = {file.path.name: file.path for file in files}
    for where, text in texts(written["某区-deck.pptx"].read_bytes(), "deck"):
        assert not any(piece in text for piece in pieces()), where
    test_the_speakers_deck_holds_all_of_it_in_marked_notes_only(written)
    test_both_decks_show_the_same_slides(written)


def test_the_notes_say_how_long_the_passage_takes(tmp_path: Path) -> None:
    from reportgen.layout.slides.plan import plan_deck
    from reportgen.themes import load_theme

    text = REPORT.replace("过去一年成绩不小", "过去一年成绩不小，" + "一" * 320)
    (tmp_path / "report.md").write_text(text, encoding="utf-8")
    deck = plan_deck(load_report(tmp_path), load_theme(), fonts())
    said = [paragraph for sheet in deck.sheets for paragraph in sheet.notes]
    # 344 characters at 220 a minute are 94 seconds
    assert "（预计1分30秒）" in said
