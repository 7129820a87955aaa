"""Small reports, each written for one rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_reports import Teller

from reportgen.content import load_report
from reportgen.model.report import Report


@pytest.fixture
def tell(tmp_path: Path) -> Teller:
    """Reads a report of that text, its head apart."""

    def read(text: str) -> Report:
        folder = tmp_path / "report"
        folder.mkdir(exist_ok=True)
        (folder / "report.md").write_text(f"---\ntitle: 标题\n---\n\n{text}\n", encoding="utf-8")
        return load_report(folder)

    return read
