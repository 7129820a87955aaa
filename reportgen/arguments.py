"""The command line's grammar, from the records of the outputs, in the reader's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from reportgen.errors import Language, Message, Problem, ReportgenError
from reportgen.products.options import Option, Selector
from reportgen.products.product import (
    Command,
    Products,
    built,
    commands_of,
    made_by,
    options_of,
    selectors_of,
)
from reportgen.system_language import FLAG, LANGUAGES
from reportgen.version import __version__

OUT = Path("dist")
PROGRAM = "python -m reportgen"
COMMA = "[,，]"

TEXTS: Mapping[str, Message] = MappingProxyType(
    {
        "about": Message(
            "一份标注好的发布稿，生成画册与演示文稿，数字处处一致。",
            "One marked press text becomes a brochure and a deck that agree in every figure.",
        ),
        "build": Message("生成全部输出", "write every output"),
        "check": Message(
            "检查文稿，列出数据表；或对 PDF 做印前检查",
            "check the text and list its figures; or preflight a PDF",
        ),
        "verify": Message(
            "读回写出的文件：每个数字出现在哪里，有没有出入，有没有无主的数",
            "read the written files back: where each figure stands, what differs, whose no number is",
        ),
        "new": Message("新建一份带注释的示例文稿", "start a commented report"),
        "report": Message(
            "报告文件夹的路径或名称；不写则处理 content/ 下全部",
            "folder or name of a report; all of content/ when left out",
        ),
        "name": Message("新报告的名称", "name of the new report"),
        "out": Message("输出文件夹（默认 dist）", "output folder (default dist)"),
        "quiet": Message("只报告错误", "report errors only"),
        "verbose": Message(
            "说明每一步；程序出错时显示经过", "report every step, and the traceback of a fault"
        ),
        "lang": Message("提示用中文（zh）还是英文（en）", "language of the messages: zh or en"),
        "help": Message("显示这份说明", "show this help"),
        "version": Message("显示版本", "show the version"),
        "report-or-pdf": Message(
            "报告文件夹的路径或名称，或要做印前检查的 PDF 文件；不写则处理 content/ 下全部报告",
            "folder or name of a report, or a PDF file to preflight; all of content/ when left out",
        ),
        "check-for": Message(
            "按印刷或屏幕的规则检查 PDF（默认按文件声明的标准）",
            "check a PDF by the rules for press or screen (default: by what it claims)",
        ),
        "fix": Message("改正半角标点", "replace half-width punctuation"),
        "json": Message("以 JSON 输出数据表", "print the figures table as JSON"),
        "read-out": Message(
            "写出的文件所在的文件夹（默认 dist）", "folder of the written files (default dist)"
        ),
        "against": Message(
            "原稿（.docx、.txt、.md）：把正文与它逐字比较，不读写出的文件",
            "the text it was marked from (.docx, .txt, .md): compares the prose with it, reads no output",
        ),
        "verify-json": Message("以 JSON 输出", "print as JSON"),
        "examples": Message("示例：", "examples:"),
        "arguments": Message("参数", "arguments"),
        "options": Message("选项", "options"),
        "commands": Message("命令", "commands"),
        "usage": Message("用法：", "usage: "),
        "command": Message("命令", "COMMAND"),
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
  python -m reportgen verify yuci
  python -m reportgen verify yuci --against 原稿.docx
  python -m reportgen new 某区发布会
"""
# Errors as argparse words them, and the same for people; any other is passed on as it is.
KNOWN_ERRORS: tuple[tuple[str, Message], ...] = (
    (r"the following arguments are required: (.+)", Message(r"缺少：\1", r"missing: \1")),
    (r"unrecognized arguments: (.+)", Message(r"不认识：\1", r"unknown: \1")),
    (
        r"argument (.+?): expected (?:one|at least one) argument",
        Message(r"\1 后面要写一个值", r"\1 takes a value"),
    ),
    (
        r"argument (.+?): invalid choice: (.+?)(?:, maybe you meant .+?)? \(choose from (.+)\)",
        Message(r"\1 没有 \2；可用：\3", r"\1: there is no \2; known: \3"),
    ),
    (
        r"argument (.+?): ignored explicit argument (.+)",
        Message(r"\1 后面不带值：\2", r"\1 takes no value: \2"),
    ),
    (
        r"ambiguous option: (.+?) could match (.+)",
        Message(r"\1 不明确，可能是 \2", r"\1 is ambiguous, it may be \2"),
    ),
    (r"argument (.+?): (.+)", Message(r"\1：\2", r"\1: \2")),
)


def worded(text: str) -> Message:
    """An error of argparse in both languages."""
    for pattern, message in KNOWN_ERRORS:
        if found := re.fullmatch(pattern, text):
            return Message(found.expand(message.zh), found.expand(message.en))
    return Message(text, text)


class Parser(argparse.ArgumentParser):
    """A parser whose own words are in the reader's language; it raises ReportgenError for an error."""

    def __init__(self, language: Language, **given: Any) -> None:
        super().__init__(add_help=False, **given)
        self.language: Language = language
        self.arguments = self.add_argument_group(self.say("arguments"))
        self.options = self.add_argument_group(self.say("options"))
        self.options.add_argument("-h", "--help", action="help", help=self.say("help"))

    def say(self, key: str) -> str:
        return TEXTS[key].in_language(self.language)

    def below(self, name: str = "command") -> Any:
        """A place for sub-commands; the one chosen is the argument of that name."""
        title, word = self.say("commands"), self.say("command")
        return self.add_subparsers(dest=name, required=True, title=title, metavar=word)

    def format_usage(self, *given: Any, **named: Any) -> str:
        """The usage line, its head in the reader's language."""
        return super().format_usage(*given, **named).replace("usage: ", self.say("usage"), 1)

    def format_help(self, *given: Any, **named: Any) -> str:
        """The help, its heads in the reader's language."""
        text = super().format_help(*given, **named).replace("usage: ", self.say("usage"), 1)
        for head in ("arguments", "options", "commands") if self.language == "zh" else ():
            text = text.replace(f"\n{self.say(head)}:\n", f"\n{self.say(head)}：\n")
        return text

    def error(self, message: str) -> NoReturn:
        """Raises ReportgenError: what is wrong, and where help is."""
        how = f"{self.prog} --help"
        raise ReportgenError(Problem(worded(message), None, Message(f"用法见 {how}", f"see {how}")))


def parser(language: Language, products: Products) -> Parser:
    """The whole grammar: a sub-command for each command of the outputs, then ``build``, ``check``, ``verify``, ``new``."""
    root = Parser(
        language, prog=PROGRAM, description=TEXTS["about"].in_language(language),
        epilog=TEXTS["examples"].in_language(language) + EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    version = f"reportgen {__version__}"
    root.options.add_argument("--version", action="version", version=version, help=root.say("version"))
    root.options.add_argument(FLAG, choices=LANGUAGES, help=root.say("lang"))
    commands = root.below()
    groups: dict[Command, Any] = {}
    for command in commands_of(products):
        if (group := command.within) and group not in groups:
            groups[group] = _sub_parser(commands, group.name, group.about, language).below(group.name)
        place = groups[group] if group else commands
        made = _complete(place, command.name, command.about, language)
        _takes_reports(made, made_by(products, command), selectors=True)
        made.set_defaults(makes=command)
    _takes_reports(_complete(commands, "build", TEXTS["build"], language), built(products), selectors=False)
    _check(_complete(commands, "check", TEXTS["check"], language))
    _verify(_complete(commands, "verify", TEXTS["verify"], language))
    new = _complete(commands, "new", TEXTS["new"], language)
    new.arguments.add_argument("name", help=new.say("name"))
    return root


def _sub_parser(commands: Any, name: str, about: Message, language: Language) -> Parser:
    text = about.in_language(language)
    made: Parser = commands.add_parser(name, help=text, description=text, language=language)
    return made


def _complete(commands: Any, name: str, about: Message, language: Language) -> Parser:
    """A sub-command that does something, with what all of these take."""
    made = _sub_parser(commands, name, about, language)
    made.options.add_argument("-q", "--quiet", action="store_true", help=made.say("quiet"))
    made.options.add_argument("-v", "--verbose", action="store_true", help=made.say("verbose"))
    made.options.add_argument(FLAG, choices=LANGUAGES, default=argparse.SUPPRESS, help=made.say("lang"))
    return made


def _takes_reports(made: Parser, products: Products, *, selectors: bool) -> None:
    made.arguments.add_argument("report", nargs="*", help=made.say("report"))
    made.options.add_argument("--out", type=Path, default=OUT, metavar="DIR", help=made.say("out"))
    for option in options_of(products):
        made.options.add_argument(
            option.flag, dest=option.name, default=option.default, help=option.help.in_language(made.language),
            **_values(option),
        )  # fmt: skip
    for selector, values in selectors_of(products).items() if selectors else ():
        made.options.add_argument(
            selector.flag, dest=f"pick {selector.name}", help=selector.help.in_language(made.language),
            **_picks(selector, values),
        )  # fmt: skip


def _values(option: Option[Any]) -> dict[str, Any]:
    """How argparse is to read an option that shapes an output."""
    if option.kind == "switch":
        return {"action": "store_false" if option.default is True else "store_true"}
    if option.kind == "choice":
        return {"choices": option.choices}
    return {"type": Path, "metavar": "FILE"} if option.kind == "file" else {}


def _picks(selector: Selector, values: tuple[str, ...]) -> dict[str, Any]:
    """How argparse is to read an option that picks outputs: as a sequence of values in every case."""
    if not values:
        return {"action": "store_const", "const": ("",), "default": ()}
    if selector.several:
        return {"type": _several(values), "action": "extend", "default": [], "metavar": ",".join(values)}
    return {"type": _one(values), "default": (), "metavar": f"{{{','.join(values)}}}"}


def _several(values: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        given = tuple(re.split(COMMA, text))
        if unknown := sorted(set(given) - set(values)):
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)} ∉ {', '.join(values)}")
        return given

    return read


def _one(values: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        if text not in values:
            raise argparse.ArgumentTypeError(f"{text} ∉ {', '.join(values)}")
        return (text,)

    return read


def _check(made: Parser) -> None:
    made.arguments.add_argument("report", nargs="*", help=made.say("report-or-pdf"))
    made.options.add_argument(
        "--for", dest="purpose", choices=("screen", "press"), help=made.say("check-for")
    )
    made.options.add_argument("--fix", action="store_true", help=made.say("fix"))
    made.options.add_argument("--json", action="store_true", help=made.say("json"))


def _verify(made: Parser) -> None:
    made.arguments.add_argument("report", nargs="*", help=made.say("report"))
    made.options.add_argument("--out", type=Path, default=OUT, metavar="DIR", help=made.say("read-out"))
    made.options.add_argument("--against", type=Path, metavar="FILE", help=made.say("against"))
    made.options.add_argument("--json", action="store_true", help=made.say("verify-json"))
