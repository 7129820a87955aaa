"""What is said at which loudness: quiet leaves errors only, verbose adds steps and notes."""

from __future__ import annotations

import io

import pytest

from reportgen.errors import Message, Problem, Severity
from reportgen.progress import Reporter

SAID: dict[tuple[bool, bool], set[Severity]] = {  # quiet, verbose
    (False, False): {"error", "warning"},
    (True, False): {"error"},
    (False, True): {"error", "warning", "note"},
    (True, True): {"error"},
}


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def reporter(
    *, quiet: bool = False, verbose: bool = False, terminal: bool = False
) -> tuple[Reporter, io.StringIO, io.StringIO]:
    out, err = io.StringIO(), Terminal() if terminal else io.StringIO()
    return Reporter(out, err, "en", quiet=quiet, verbose=verbose), out, err


@pytest.mark.parametrize(("quiet", "verbose"), SAID)
@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_a_finding_is_told_by_its_severity(severity: Severity, quiet: bool, verbose: bool) -> None:
    said, out, err = reporter(quiet=quiet, verbose=verbose)
    said.problems((Problem(Message("甲", "found"), severity=severity),))
    assert err.getvalue() == (f"{severity}: found\n" if severity in SAID[quiet, verbose] else "")
    assert out.getvalue() == ""


@pytest.mark.parametrize(("quiet", "verbose"), SAID)
def test_lines_for_people_are_silent_under_quiet_and_results_never(quiet: bool, verbose: bool) -> None:
    said, out, err = reporter(quiet=quiet, verbose=verbose)
    said.say(Message("甲", "line"))
    said.result("dist/a.pdf")
    assert err.getvalue() == ("" if quiet else "line\n")
    assert out.getvalue() == "dist/a.pdf\n"


@pytest.mark.parametrize(("quiet", "verbose"), SAID)
@pytest.mark.parametrize("terminal", [True, False])
def test_steps_are_a_bar_on_a_terminal_and_lines_when_verbose(
    quiet: bool, verbose: bool, terminal: bool
) -> None:
    said, _, err = reporter(quiet=quiet, verbose=verbose, terminal=terminal)
    with said.steps(2) as step:
        step("a.pdf")
        step("b.pdf")
    if quiet:
        assert err.getvalue() == ""
    elif terminal:
        assert "b.pdf" in err.getvalue()
        assert "making" not in err.getvalue()
    else:
        assert err.getvalue() == ("making a.pdf\nmaking b.pdf\n" if verbose else "")
