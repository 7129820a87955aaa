"""Every rule that code, tests or messages cite by its code is written down in docs/rules, once."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
CITING = ("reportgen", "tests", "scripts", "benchmarks")
CITED = re.compile(r"\b[DPTX]-\d{2}\b")
TESTED = re.compile(r"def test_([dptx])(\d{2})_")
ROW = re.compile(r"^\| ([DPTX]-\d{2}) \| .+ \| \S.* \|$", re.MULTILINE)


def pages() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "rules").glob("*.md"))]


def written() -> Counter[str]:
    return Counter(code for page in pages() for code in ROW.findall(page))


def cited() -> dict[str, str]:
    """The codes cited, each with a file that does."""
    found: dict[str, str] = {}
    for folder in CITING:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".toml"):
                text = path.read_text(encoding="utf-8")
                codes = CITED.findall(text) + [f"{a.upper()}-{n}" for a, n in TESTED.findall(text)]
                found |= dict.fromkeys(codes, str(path.relative_to(ROOT)))
    return found


def test_every_rule_cited_is_written_down() -> None:
    codes = cited()
    assert len(codes) > 50
    assert {code: file for code, file in codes.items() if code not in written()} == {}


def test_a_rule_is_written_down_once() -> None:
    rules = written()
    assert len(rules) > 70
    assert [code for code, times in rules.items() if times > 1] == []


def test_a_rule_that_names_another_names_one_there_is() -> None:
    named = {code for page in pages() for code in CITED.findall(page)}
    assert named - written().keys() == set()


def test_every_page_of_rules_names_its_sources() -> None:
    assert [page for page in pages() if "\n## Sources\n\n- " not in page] == []
