"""Decks as LibreOffice draws them, with the bundled fonts and no others."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

FONTS = Path(__file__).parents[2] / "assets" / "fonts"


def soffice() -> str:
    """The program's path; where it is missing the test is skipped, under CI it fails."""
    found = shutil.which("soffice")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("soffice is not installed")
        pytest.skip("soffice is not installed")
    return found


def to_pdf(decks: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """The decks converted to PDF in the folder, in one run of the program."""
    program = soffice()
    sources = {name: folder / f"{name}.pptx" for name in decks}
    for name, source in sources.items():
        source.write_bytes(decks[name])
    (folder / "fonts.conf").write_text(
        f"<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>{FONTS}</dir>"
        f"<cachedir>{folder / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run(
        [
            program,
            home,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, sources.values()),
        ],
        env=environment,
        check=True,
        capture_output=True,
        timeout=180,
    )
    return {name: source.with_suffix(".pdf") for name, source in sources.items()}
