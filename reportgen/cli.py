"""Arguments in, exit code out: paths of results on stdout, everything else on stderr."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from reportgen import __version__
from reportgen.errors import Language, Message, Problem, ReportgenError, error
from reportgen.progress import Reporter

CONTENT = Path("content")
OUT = Path("dist")
BOOKLETS = ("press", "spreads", "a3", "a4")
PURPOSES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "": ("screen", "press"),  # without --for
        "all": ("screen", "press", "office"),
        "screen": ("screen",),
        "press": ("press",),
        "office": ("office",),
    }
)
OK, FINDINGS, BAD_INPUT = 0, 1, 2
RARELY = (200_000, 20, 100)  # garbage is collected: nearly all that a short run makes lives to its end
LARGEST_GUESS = 4_000_000  # bytes

Command = Callable[[argparse.Namespace, Reporter], int]

TEXTS: Mapping[str, Message] = MappingProxyType(
    {
        "about": Message(
            "一份标注好的发布稿，生成画册与演示文稿，数字处处一致。",
            "One marked press text becomes a brochure and a deck that agree in every figure.",
        ),
        "pdf": Message("生成画册 PDF", "write the brochure as PDF"),
        "pptx": Message("生成演示文稿 PPTX", "write the deck as PPTX"),
        "handout": Message(
            "生成会场材料：幻灯片讲稿与一页速览", "write the handouts: slides with notes, and the fact sheet"
        ),
        "build": Message("生成全部输出", "write every output"),
        "check": Message(
            "检查文稿，列出数据表；或对 PDF 做印前检查",
            "check the text and list its figures; or preflight a PDF",
        ),
        "new": Message("新建一份带注释的示例文稿", "start a commented report"),
        "report": Message(
            "报告文件夹的路径或名称；不写则处理 content/ 下全部",
            "folder or name of a report; all of content/ when left out",
        ),
        "name": Message("新报告的名称", "name of the new report"),
        "out": Message("输出文件夹（默认 dist）", "output folder (default dist)"),
        "theme": Message(
            "主题：danqing、fenchuan 或报告文件夹里的 .toml 文件",
            "theme: danqing, fenchuan or a .toml file of the report folder",
        ),
        "for": Message(
            "用途（默认 press 与 screen）：screen 屏幕、press 印刷（CMYK、出血、裁切标记、PDF/X-4 结构）、"
            "office 办公室打印（A4、原大、无链接）、all 全部",
            "purpose (default: press and screen): screen, press (CMYK, bleed, marks, PDF/X-4 structure), "
            "office (A4 at full size, no links) or all",
        ),
        "booklet": Message(
            "另做拼版，可写几种：press 折手（16页一帖，余下8、4页一张两份、四份）、spreads 骑马订对页（SRA3）、"
            "a3 或 a4 办公室双面小册子（短边翻转）",
            "imposed sheets as well, one or more of: press (sections of 16; a rest of 8 or 4 "
            "fills the sheet twice or four times), "
            "spreads (two pages a side on SRA3), a3 or a4 (office duplex booklet, short-edge flip)",
        ),
        "profile": Message(
            "印厂配置（TOML）：ICC、墨量、出血、成品尺寸、标记、专色、纸张",
            "the printing house's TOML: ICC, ink limit, bleed, trim size, marks, spot colour, paper",
        ),
        "no-marks": Message("印刷文件不加裁切标记和色标", "leave marks and colour bar out of the press file"),
        "fonts": Message(
            "字体：embed 嵌入、可继续输入（默认），subset 只嵌入用到的字，system 用系统的微软雅黑、宋体、楷体",
            "fonts: embed to type on (default), subset of the characters used, or the system's own faces",
        ),
        "charts": Message(
            "图表：native 可编辑的原生图表与形状（默认），picture 与印刷一致的图片（SVG 与 PNG）",
            "charts: native, to edit (default), or a picture of each as it is printed (SVG and PNG)",
        ),
        "speaker": Message(
            "另写一份讲稿版，备注含内部口径，不得外传",
            "write a second deck too, its notes with the internal blocks: not for the public",
        ),
        "quiet": Message("只报告错误", "report errors only"),
        "verbose": Message("说明每一步", "tell every step"),
        "report-or-pdf": Message(
            "报告文件夹的路径或名称，或要做印前检查的 PDF 文件；不写则处理 content/ 下全部报告",
            "folder or name of a report, or a PDF file to preflight; all of content/ when left out",
        ),
        "check-for": Message(
            "按印刷或屏幕的规则检查 PDF（默认按文件自称的标准）",
            "check a PDF by the rules for press or screen (default: by what it claims)",
        ),
        "fix": Message("改正半角标点", "mend half-width punctuation"),
        "json": Message("以 JSON 输出数据表", "print the figures table as JSON"),
        "examples": Message("示例：", "examples:"),
    }
)
EXAMPLES = """
  python -m reportgen pdf
  python -m reportgen pdf yuci --for press
  python -m reportgen pdf yuci --booklet press,a3
  python -m reportgen pptx yuci --theme fenchuan
  python -m reportgen handout yuci
  python -m reportgen build content/yuci --out out
  python -m reportgen check yuci
  python -m reportgen check dist/yuci-brochure-print.pdf
  python -m reportgen new 某区发布会
"""


def language_of(environment: Mapping[str, str]) -> Language:
    """Chinese when the locale is, English otherwise (POSIX order: LC_ALL, LC_MESSAGES, LANG)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def parser(language: Language) -> argparse.ArgumentParser:
    """The command line's grammar, its help in the reader's language."""

    def say(key: str) -> str:
        return TEXTS[key].in_language(language)

    root = argparse.ArgumentParser(
        prog="python -m reportgen",
        description=say("about"),
        epilog=say("examples") + EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.add_argument("--version", action="version", version=f"reportgen {__version__}")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("-q", "--quiet", action="store_true", help=say("quiet"))
    common.add_argument("-v", "--verbose", action="store_true", help=say("verbose"))
    for name in ("pdf", "pptx", "handout", "build"):
        command = commands.add_parser(name, parents=[common], help=say(name), description=say(name))
        command.add_argument("report", nargs="*", help=say("report"))
        command.add_argument("--out", type=Path, default=OUT, metavar="DIR", help=say("out"))
        command.add_argument("--theme", default="", help=say("theme"))
        if name != "pptx":
            command.add_argument("--profile", type=Path, metavar="FILE", help=say("profile"))
        if name == "pdf":
            command.add_argument(
                "--for",
                dest="purpose",
                choices=("screen", "press", "office", "all"),
                default="",
                help=say("for"),
            )
            command.add_argument(
                "--booklet",
                type=_booklets,
                action="extend",
                default=[],
                metavar=",".join(BOOKLETS),
                help=say("booklet"),
            )
            command.add_argument("--no-marks", action="store_true", help=say("no-marks"))
        if name == "pptx":
            command.add_argument(
                "--fonts", choices=("embed", "subset", "system"), default="embed", help=say("fonts")
            )
            command.add_argument(
                "--charts", choices=("native", "picture"), default="native", help=say("charts")
            )
            command.add_argument("--speaker", action="store_true", help=say("speaker"))
    check = commands.add_parser("check", parents=[common], help=say("check"), description=say("check"))
    check.add_argument("report", nargs="*", help=say("report-or-pdf"))
    check.add_argument("--for", dest="purpose", choices=("screen", "press"), help=say("check-for"))
    check.add_argument("--fix", action="store_true", help=say("fix"))
    check.add_argument("--json", action="store_true", help=say("json"))
    new = commands.add_parser("new", parents=[common], help=say("new"), description=say("new"))
    new.add_argument("name", help=say("name"))
    return root


def _booklets(text: str) -> tuple[str, ...]:
    """Kinds of imposed sheets from a list with commas."""
    kinds = tuple(text.replace("，", ",").split(","))
    if unknown := sorted(set(kinds) - set(BOOKLETS)):
        raise argparse.ArgumentTypeError(f"{'、'.join(unknown)} ∉ {', '.join(BOOKLETS)}")
    return kinds


def reports(names: Sequence[str], content: Path = CONTENT) -> tuple[Path, ...]:
    """Report folders for the names given; every folder of ``content`` that holds a report.md when none is.

    Raises ReportgenError for a name that is no report, and where there is none at all.
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


def _build(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from reportgen.pdf.chart_workshop import workshop  # --help stays instant

    folders = reports(arguments.report)
    charts_wanted = arguments.command != "pptx" and any(_has_charts(folder) for folder in folders)
    with workshop(wanted=charts_wanted) as charts:  # starts before the imports it runs beside
        from reportgen.pipeline import SPEAKER_DECK, Options, build, chosen

        products = chosen(
            arguments.command,
            PURPOSES[getattr(arguments, "purpose", "all")],
            getattr(arguments, "booklet", ()),
        )
        products += (SPEAKER_DECK,) if getattr(arguments, "speaker", False) else ()
        marks = not getattr(arguments, "no_marks", False)
        options = Options(
            arguments.out,
            arguments.theme,
            marks,
            getattr(arguments, "fonts", "embed"),
            getattr(arguments, "charts", "native"),
            getattr(arguments, "profile", None),
            preflight=getattr(arguments, "purpose", "all") != "screen",  # drafts for the screen come at once
        )
        findings: list[Problem] = []
        with reporter.steps(len(folders) * len(products)) as progress:
            written = build(folders, products, options, progress, charts, findings.extend)
    reporter.problems(findings)
    for path in written:
        reporter.result(str(path))
    return FINDINGS if any(finding.severity == "error" for finding in findings) else OK


def _has_charts(folder: Path) -> bool:
    """A guess from the raw text, made before anything is read properly."""
    path = folder / "report.md"
    return path.stat().st_size < LARGEST_GUESS and b"::: chart" in path.read_bytes()


def _check(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from reportgen.checking import check_folder, check_pdf, fix_folder

    files = [Path(name) for name in arguments.report if name.lower().endswith(".pdf")]
    names = [name for name in arguments.report if not name.lower().endswith(".pdf")]
    findings = sum(check_pdf(path, arguments.purpose, reporter, as_json=arguments.json) for path in files)
    for folder in () if files and not names else reports(names):
        if arguments.fix:
            fix_folder(folder, reporter)
        findings += check_folder(folder, reporter, as_json=arguments.json)
    return FINDINGS if findings else OK


def _new(arguments: argparse.Namespace, reporter: Reporter) -> int:
    from reportgen.content import new_report

    folder = new_report(arguments.name, CONTENT)
    reporter.result(str(folder))
    return OK


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {"pdf": _build, "pptx": _build, "handout": _build, "build": _build, "check": _check, "new": _new}
)


def main(
    argv: Sequence[str], stdout: TextIO, stderr: TextIO, environment: Mapping[str, str] | None = None
) -> int:
    """Runs one command; every error the program knows becomes one clear message and exit code 2."""
    language = language_of(os.environ if environment is None else environment)
    try:
        arguments = parser(language).parse_args(argv)
    except SystemExit as end:  # argparse has printed its own message
        return int(end.code or 0)
    reporter = Reporter(stdout, stderr, language, quiet=arguments.quiet, verbose=arguments.verbose)
    try:
        return COMMANDS[arguments.command](arguments, reporter)
    except ReportgenError as fault:
        reporter.problems(fault.problems)
        return BAD_INPUT
    except KeyboardInterrupt:
        reporter.problems((Problem(Message("已中断", "interrupted")),))
        return BAD_INPUT


def entry() -> None:
    """The console entry point."""
    gc.set_threshold(*RARELY)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = main(sys.argv[1:], sys.stdout, sys.stderr)
    gc.freeze()  # what the system takes back in a moment is not searched for garbage first
    raise SystemExit(code)
