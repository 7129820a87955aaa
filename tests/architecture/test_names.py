"""A name means one thing: types of the package, and modules but where the folder makes them plain."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "reportgen"
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if "assets" not in path.parts]
CAMEL_CASE = re.compile(r"_?[A-Z]\w*[a-z]\w*|T")


def types_of(path: Path) -> Iterator[str]:
    """Classes wherever they stand, type aliases and type variables; a leading underscore makes no other name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (node.name.lstrip("_") for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name) and CAMEL_CASE.fullmatch(target.id):
                yield target.id.lstrip("_")


def repeated(names: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """What bears each name that more than one bears."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for name, bearer in names:
        bearers[name].append(bearer)
    assert len(bearers) > 100
    return {name: found for name, found in bearers.items() if len(found) > 1}


def test_no_type_is_named_like_another() -> None:
    named = ((name, str(path.relative_to(PACKAGE))) for path in MODULES for name in types_of(path))
    assert repeated(named) == {}


# Modules of one name, and what makes each plain where it stands.
PLAIN = {
    "the stage of its folder": {"load", "plan", "compose", "write", "deck"},
    "the product of its folder": {
        "draft",
        "furniture",
        "notes",
        "panels",
        "pen",
        "points",
        "sharing",
        "slots",
    },
    "a subject of the story: decided there, read or placed elsewhere": {
        "fact_sheet",
        "hero",
        "honours",
        "key_numbers",
        "passages",
    },
    "what a folder writes or judges": {"colours", "fonts", "ink", "metadata", "picture", "structure", "text"},
    "the press: its profile, its file, its sheets": {"press"},
    "a stage's part of one value of the model": {"quantity", "theme"},
    "a chart kind, a component, what is set": {"level", "line"},
    "checked in the source, set in a line": {"punctuation"},
    "drawn in a chart, set in a line": {"cells"},
    "drawn in a chart, drawn as ornament": {"rings"},
    "asked of a chart, read of a file": {"reading"},
}


def test_modules_of_one_name_are_plain_by_their_folders() -> None:
    named = (
        (path.stem, str(path.parent.relative_to(PACKAGE))) for path in MODULES if path.stem != "__init__"
    )
    assert repeated(named).keys() == {name for names in PLAIN.values() for name in names}
