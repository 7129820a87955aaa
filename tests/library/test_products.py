"""An output is one record: what is registered appears wherever outputs are listed, and is made like the others."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from samples import CONTENTS

import reportgen
from reportgen.arguments import parser
from reportgen.cli import main
from reportgen.errors import Message
from reportgen.model.report import Report
from reportgen.products import PRODUCTS
from reportgen.products.edition import Edition
from reportgen.products.options import THEME, Option
from reportgen.products.product import Command, Product
from reportgen.reference import options_table, outputs_table

GREETING: Option[str] = Option("greeting", "text", "各位记者", Message("开头的称呼", "how it begins"))
KIT = Command("kit", Message("发布会材料", "what speakers need"))
SPEECH = Command("speech", Message("生成讲话稿", "write the speech"), within=KIT)


def _speech(edition: Edition, report: Report) -> bytes:
    return f"{edition.option(GREETING)}：{report.lead[0].text}".encode()


WORDS: Product[Report] = Product(
    "kit-speech",
    ".txt",
    SPEECH,
    Message("讲话稿：导语全文", "the speech: the lead in full"),
    ("story",),
    lambda edition: edition.report,
    _speech,
    (THEME, GREETING),
)
WIDER = (*PRODUCTS, WORDS)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CONTENTS["tiny"], tmp_path / "content" / "tiny")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*argv: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, out, err, {"LANG": "en_GB"}, WIDER)
    return code, out.getvalue(), err.getvalue()


def test_a_registered_output_has_its_command_with_its_options(workplace: Path) -> None:
    code, out, err = run("kit", "speech", "tiny", "--greeting", "Good morning")
    assert (code, out) == (0, f"{Path('dist') / 'tiny-kit-speech.txt'}\n"), err
    said = (workplace / out.strip()).read_text(encoding="utf-8")
    assert said.startswith("Good morning：")
    assert reportgen.load("content/tiny").lead[0].text in said


def test_its_command_and_its_group_are_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert "what speakers need" in parser("en", WIDER).format_help()
    assert main(("kit", "--help"), io.StringIO(), io.StringIO(), {}, WIDER) == 0
    assert "write the speech" in capsys.readouterr().out
    assert main(("kit", "speech", "--help"), io.StringIO(), io.StringIO(), {"LANG": "zh_CN"}, WIDER) == 0
    assert "开头的称呼" in capsys.readouterr().out


def test_build_makes_it_with_the_others_and_understands_its_options(workplace: Path) -> None:
    code, out, err = run("build", "tiny", "--greeting", "Hello")
    assert code == 0, err
    assert "tiny-kit-speech.txt" in out
    assert len(out.split()) == 7
    assert (workplace / "dist" / "tiny-kit-speech.txt").read_text(encoding="utf-8").startswith("Hello：")


def test_it_is_in_the_tables_of_outputs_and_options() -> None:
    row = "| `kit speech` | `…-kit-speech.txt` | the speech: the lead in full |"
    assert row in outputs_table(WIDER, "en").split("\n")
    assert "| `--greeting` | `kit speech` `build` | 开头的称呼 |" in options_table(WIDER, "zh").split("\n")
    assert "kit" not in outputs_table(PRODUCTS, "zh")


def test_every_output_has_a_name_and_a_file_of_its_own() -> None:
    assert len({product.name for product in PRODUCTS}) == len(PRODUCTS) == 11
    assert {product.file_name("甲") for product in PRODUCTS} >= {"甲-deck.pptx", "甲-brochure-print.pdf"}
    assert {product.name for product in PRODUCTS if product.on_request} == {
        "deck-speaker",
        *(f"brochure-booklet-{kind}" for kind in ("press", "spreads", "a3", "a4")),
    }


def test_every_pdf_is_judged_and_no_other_file() -> None:
    assert {product.name for product in PRODUCTS if product.judged} == {
        product.name for product in PRODUCTS if product.extension == ".pdf"
    }
