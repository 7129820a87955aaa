"""Numbers of design have names: next to none stand inside the functions of ``layout/``."""

import ast
from collections.abc import Iterator
from pathlib import Path

LAYOUT = Path(__file__).parents[2] / "reportgen" / "layout"
PLAIN = {-1, 0, 0.5, 1, 2}  # ends, halves, doubles: arithmetic
MOST = 4  # arithmetic as well: a third of a Bézier curve, the length of a path's segment, a rank


def unnamed_numbers(tree: ast.AST, *, inside: bool = False) -> Iterator[ast.Constant]:
    """Numbers in the bodies and defaults of functions, but those of an index, a slice or a range."""
    if isinstance(tree, ast.Constant):
        if inside and type(tree.value) in (int, float) and tree.value not in PLAIN:
            yield tree
        return
    inside = inside or isinstance(tree, ast.FunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(tree):
        if not _counts(tree, child):
            yield from unnamed_numbers(child, inside=inside)


def _counts(tree: ast.AST, child: ast.AST) -> bool:
    """Whether the child says which or how many: an index, a slice, what a range is made of."""
    ranged = isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == "range"
    return ranged or (isinstance(tree, ast.Subscript) and child is tree.slice)


def per_file() -> dict[str, list[str]]:
    """The unnamed numbers of each file that has any, as line and value."""
    found = {}
    for path in sorted(LAYOUT.rglob("*.py")):
        numbers = unnamed_numbers(ast.parse(path.read_text(encoding="utf-8")))
        if lines := [f"{node.lineno}: {node.value}" for node in numbers]:
            found[path.relative_to(LAYOUT).as_posix()] = lines
    return found


def test_the_counter_finds_what_stands_in_functions_alone() -> None:
    source = "GAP = 7\ndef f(a, b=3):\n    return a[5] + a[1:6] + range(8)[0] * 0.5 + mm(4.2) - 2 - GAP\n"
    assert sorted(node.value for node in unnamed_numbers(ast.parse(source))) == [3, 4.2]  # type: ignore[type-var]


def test_next_to_no_number_in_a_function_of_layout_is_without_a_name() -> None:
    found = per_file()
    assert sum(map(len, found.values())) <= MOST, found
    assert len(list(LAYOUT.rglob("*.py"))) > 80
