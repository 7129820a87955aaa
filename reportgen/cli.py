"""Arguments in, exit code out: paths of results on stdout, everything else on stderr."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from reportgen.arguments import parser
from reportgen.errors import Message, Problem, ReportgenError, error
from reportgen.products import PRODUCTS
from reportgen.products.product import Products, built, chosen, made_by, options_of
from reportgen.progress import Reporter
from reportgen.system_language import asked_language, language_of

CONTENT = Path("content")
OK, FINDINGS, BAD_INPUT = 0, 1, 2
FAULT = 70  # of the program, EX_SOFTWARE of sysexits.h
INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 and the number of the signal
RARELY = (200_000, 20, 100)  # garbage is collected: nearly all that a short run makes lives to its end
PICKS = "pick "  # before the name of a selector among the arguments

Handler = Callable[[argparse.Namespace, Reporter, Products], int]


def reports(names: Sequence[str], content: Path = CONTENT) -> tuple[Path, ...]:
    """Report folders for the names given; every folder of ``content`` that holds a report.md when none is.

    Raises ReportgenError for a name that is not a report, and where there is none at all.
    """
    if not names:
        found = tuple(sorted(path.parent for path in content.glob("*/report.md")))
        if found:
            return found
        how = Message("新建一份：python -m reportgen new 名称", "start one: python -m reportgen new NAME")
        raise error(f"{content}/ 下没有报告", f"there is no report under {content}/", hint=how)
    return tuple(_report(name, content) for name in names)


def _report(name: str, content: Path) -> Path:
    for folder in (Path(name), content / name):
        if (folder / "report.md").is_file():
            return folder
        if folder.name == "report.md" and folder.is_file():
            return folder.parent
    known = "、".join(sorted(path.parent.name for path in content.glob("*/report.md"))) or "—"
    zh, en = f"找不到报告“{name}”（文件夹里要有 report.md）", f"no folder '{name}' with a report.md"
    raise error(zh, en, hint=Message(f"已有：{known}", f"known: {known}"))


def _build(arguments: argparse.Namespace, reporter: Reporter, products: Products) -> int:
    from reportgen import api

    wanted, preflight = _wanted(arguments, products)
    whole = getattr(arguments, "makes", None) is None  # ``build``, whose files are for handing out
    folders = reports(arguments.report)
    options = {option.name: getattr(arguments, option.name) for option in options_of(wanted)}
    with reporter.steps(len(folders) * len(wanted)) as progress:
        files = api.build(
            folders, wanted, arguments.out, preflight=preflight, verify=whole, progress=progress, **options
        )
    findings = tuple(dict.fromkeys(finding for file in files for finding in file.findings))
    reporter.problems(findings)
    for file in files:
        reporter.result(str(file.path))
    return FINDINGS if any(finding.severity == "error" for finding in findings) else OK


def _wanted(arguments: argparse.Namespace, products: Products) -> tuple[Products, bool]:
    """The outputs asked for, and whether finished PDF files are checked."""
    command = getattr(arguments, "makes", None)
    if command is None:
        return built(products), True
    picked = {
        name.removeprefix(PICKS): values for name, values in vars(arguments).items() if name.startswith(PICKS)
    }
    wanted = chosen(made_by(products, command), picked)
    drafts = (
        product.asked and product.asked.draft and product.asked.value in picked[product.asked.selector.name]
        for product in wanted
    )
    return wanted, not any(drafts)


def _check(arguments: argparse.Namespace, reporter: Reporter, products: Products) -> int:
    from reportgen.check_lines import tell_pdf, tell_report
    from reportgen.checking import check_folder, check_pdf, fix_folder

    files = [Path(name) for name in arguments.report if name.lower().endswith(".pdf")]
    names = [name for name in arguments.report if not name.lower().endswith(".pdf")]
    found = 0
    for path in files:
        inspection = check_pdf(path, arguments.purpose)
        tell_pdf(path, inspection, reporter, as_json=arguments.json)
        found += len(inspection.errors)
    for folder in () if files and not names else reports(names):
        if arguments.fix:
            _fix(folder / "report.md", fix_folder(folder), reporter)
        checked = check_folder(folder, products=products)
        tell_report(checked, reporter, as_json=arguments.json)
        found += checked.warnings
    return FINDINGS if found else OK


def _fix(path: Path, changed: int, reporter: Reporter) -> None:
    if changed:
        reporter.say(Message(f"{path}：改正 {changed} 处", f"{path}: {changed} places corrected"))
    else:
        reporter.say(Message(f"{path}：没有要改的地方", f"{path}: nothing to correct"))


def _verify(arguments: argparse.Namespace, reporter: Reporter, products: Products) -> int:
    from reportgen.verify_lines import tell_comparison, tell_verified
    from reportgen.verifying import compare_folder, verify_folder

    found = 0
    for folder in reports(arguments.report):
        if arguments.against is not None:
            found += tell_comparison(compare_folder(folder, arguments.against), arguments.against, reporter)
        else:
            report, verified = verify_folder(folder, arguments.out, products)
            found += tell_verified(report, verified, arguments.out, reporter, as_json=arguments.json)
    return FINDINGS if found else OK


def _new(arguments: argparse.Namespace, reporter: Reporter, _: Products) -> int:
    from reportgen.content import new_report

    folder = new_report(arguments.name, CONTENT)
    reporter.result(str(folder))
    return OK


COMMANDS: Mapping[str, Handler] = MappingProxyType(
    {"build": _build, "check": _check, "verify": _verify, "new": _new}
)


def main(
    argv: Sequence[str],
    stdout: TextIO,
    stderr: TextIO,
    environment: Mapping[str, str] | None = None,
    products: Products = PRODUCTS,
) -> int:
    """Runs one command; every known error becomes one clear message and exit code 2."""
    language = asked_language(argv) or language_of(os.environ if environment is None else environment)
    reporter = Reporter(stdout, stderr, language)
    try:
        arguments = parser(language, products).parse_args(argv)
        reporter = Reporter(stdout, stderr, language, quiet=arguments.quiet, verbose=arguments.verbose)
        return COMMANDS.get(arguments.command, _build)(arguments, reporter, products)
    except SystemExit as end:  # help or version, which argparse has printed
        return int(end.code or 0)
    except ReportgenError as fault:
        reporter.problems(fault.problems)
        return BAD_INPUT
    except KeyboardInterrupt:
        reporter.problems((Problem(Message("已中断", "interrupted")),))
        return INTERRUPTED
    except BrokenPipeError:  # the reader of the results has closed the pipe
        return PIPE_CLOSED
    except Exception as fault:
        _tell_fault(fault, reporter)
        return FAULT


def _tell_fault(fault: Exception, reporter: Reporter) -> None:
    """One sentence, and a report beside the user's work that she can send; the traceback only when asked for."""
    from reportgen.crash_report import write_crash_report

    if reporter.verbose:
        traceback.print_exception(fault, file=reporter.stderr)
    path = write_crash_report(fault, Path.cwd())
    message = Message("程序出错了，不是文稿的问题", "an error in the program, not in the text")
    hint = Message(
        f"请把 {path} 发给开发者（里面没有文稿内容）；加 -v 可看经过",
        f"please send {path} to the developers (it contains nothing of the text); -v shows the traceback",
    )
    reporter.problems((Problem(message, None, hint if path else None),))


def _utf8(stream: Any) -> None:
    """Chinese file names and messages on every terminal and in every pipe."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")


def entry() -> None:
    """The console entry point."""
    gc.set_threshold(*RARELY)
    for stream in (sys.stdout, sys.stderr):
        _utf8(stream)
    code = main(sys.argv[1:], sys.stdout, sys.stderr)
    if code == PIPE_CLOSED:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains at its end
    gc.freeze()  # what the system takes back in a moment is not searched for garbage first
    raise SystemExit(code)
