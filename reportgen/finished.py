"""Finished files of one report, before they are written: preflighted, and read back against the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from reportgen.errors import Problem
from reportgen.model.report import Report
from reportgen.preflight import inspected
from reportgen.preflight import problems_of as preflight_problems
from reportgen.preflight.reading import read_file
from reportgen.products.product import Product
from reportgen.verify.listing import problems_of
from reportgen.verify.read_back import Verifier


class FinishedFiles:
    """Judges the files of one report as they are made; each PDF is opened once for both judgements."""

    def __init__(self, report: Report) -> None:
        self._verifier = Verifier(report)

    def judge(self, product: Product[Any], path: Path, data: bytes) -> tuple[Problem, ...]:
        """What the preflight finds in a PDF; every PDF and deck is kept for :meth:`differences`."""
        if product.extension == ".pptx":
            self._verifier.deck(path.name, data)
        if product.extension != ".pdf":
            return ()
        reading = read_file(data, str(path))
        self._verifier.pdf(path.name, reading)
        return preflight_problems(inspected(reading), str(path)) if product.judged else ()

    def differences(self, out: Path) -> dict[str, tuple[Problem, ...]]:
        """Where the files, by name, say something else than the text; that nothing was read is said of the first."""
        verified = self._verifier.result()
        found = {}
        for name in verified.outputs:
            mine = tuple(finding for finding in verified.findings if finding.site.output == name)
            found[name] = problems_of(replace(verified, findings=mine), str(out))
        whole = set(problems_of(replace(verified, findings=()), str(out)))
        return {
            name: tuple(problem for problem in problems if i == 0 or problem not in whole)
            for i, (name, problems) in enumerate(found.items())
        }
