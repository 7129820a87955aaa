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
        """Where the files, by name, say something else than the text; that nothing at all was read stands with the first.

        That a report marks no figures is for ``verify`` to say, not for every build.
        """
        verified = self._verifier.result()
        whole = problems_of(replace(verified, findings=()), str(out))
        nothing = tuple(problem for problem in whole if problem.severity == "error")
        found = {name: nothing if i == 0 else () for i, name in enumerate(verified.outputs)}
        for finding, problem in zip(
            verified.findings, problems_of(verified, str(out))[len(whole) :], strict=True
        ):
            found[finding.site.output] += (problem,)
        return found
