"""A module imports only what stands before it, and each heavy library has its one home."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

from reportgen.products import PRODUCTS

PACKAGE = Path(__file__).parents[2] / "reportgen"


BEFORE = (
    {"lengths", "cache", "version"},
    {"errors"},
    {"perhaps_meant", "encoding", "system_language", "crash_report"},
    {"model", "toml_places", "pictures"},
    {"charts"},
    {"content", "themes", "fonts"},
    {"typeset", "printers", "template"},
    {"story"},
    {"layout.parts"},
)
BEHIND = (
    {"preflight"},
    {"verify"},
    {"store", "characters"},
    {"broken_words", "omissions"},
    {"products"},
    {"finished"},
    {"pipeline", "progress"},
    {"checking", "verifying"},
    {"api", "arguments", "reference", "check_lines", "verify_lines"},
    {"cli"},
    {"__main__", "reportgen"},
)


def stages() -> Iterator[set[str]]:
    """Layouts and back ends that outputs pass through, each behind all that come before it in any of them."""
    earlier = set().union(*BEFORE)
    graph: TopologicalSorter[str] = TopologicalSorter()
    for product in PRODUCTS:
        own = [stage for stage in product.stages if stage not in earlier]
        for before, behind in pairwise((None, *own)):
            graph.add(behind, *filter(None, (before,)))
    graph.prepare()
    while graph.is_active():
        ready = graph.get_ready()
        yield set(ready)
        graph.done(*ready)


ORDER = (*BEFORE, *stages(), *BEHIND)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
HOMES = {"reportlab": {"pdf"}, "pptx": {"template", "pptx"}, "matplotlib": {"charts", "pdf", "pptx"}}


def modules() -> list[Path]:
    found = [path for path in sorted(PACKAGE.rglob("*.py")) if "assets" not in path.parts]
    assert len(found) > 60
    return found


def imported(path: Path) -> set[str]:
    """Every module the file names, at load time, inside functions and for types only alike."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            within = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= (within & MODULES.keys()) or {node.module}
    return names


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def place(name: str) -> str:
    """The entry of ``ORDER`` a module belongs to; its own name where it stands in none."""
    within = name.removeprefix("reportgen.")
    prefixes = [within.rsplit(".", cut)[0] for cut in range(within.count(".") + 1)]
    return next((prefix for prefix in prefixes if prefix in RANK), within)


MODULES = {dotted(path): path for path in modules()}


def test_every_module_imports_only_what_stands_before_it() -> None:
    strays = []
    for name, path in MODULES.items():
        for other in imported(path):
            here, there = place(name), place(other)
            if other.startswith("reportgen.") and here != there and RANK[there] >= RANK.get(here, 0):
                strays.append(f"{name} imports {other}")
    assert strays == []


def reached(name: str, imports: dict[str, set[str]]) -> set[str]:
    """Every module of the package that loading ``name``, and using it, can lead to."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        new = imports[ahead.pop()] - found
        found |= new
        ahead += new
    return found


def test_no_module_reaches_itself_through_its_imports() -> None:
    """Imports inside functions and for types only count as well."""
    imports = {name: imported(path) & MODULES.keys() for name, path in MODULES.items()}
    assert sum(map(len, imports.values())) > len(MODULES)
    assert [name for name in MODULES if name in reached(name, imports)] == []


def test_heavy_libraries_stay_in_their_homes() -> None:
    strays = []
    for path in modules():
        for name in imported(path):
            home = HOMES.get(name.split(".")[0])
            if home and part(path) not in home:
                strays.append(f"{path.relative_to(PACKAGE)} imports {name}")
    assert strays == []


def test_pyplot_is_imported_nowhere() -> None:
    assert [path for path in modules() if any("pyplot" in name for name in imported(path))] == []


def test_the_model_needs_the_standard_library_and_msgspec_only() -> None:
    import sys

    for path in modules():
        if part(path) == "model":
            for name in imported(path):
                assert name.split(".")[0] in sys.stdlib_module_names | {"reportgen", "msgspec"}, path


def test_the_story_knows_no_geometry() -> None:
    """Outputs without pages ask it too: it reads the report and what a chart kind may show."""
    asked = {name for path in modules() if part(path) == "story" for name in imported(path)}
    ours = {place(name).split(".")[0] for name in asked if name.startswith("reportgen.")}
    assert ours == {"model", "charts", "story"}


def test_modules_stay_short_enough_to_read() -> None:
    long = {
        str(path): n for path in modules() if (n := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_no_package_defines_a_name_that_one_of_its_modules_would_take() -> None:
    """Importing ``a.b`` for the first time sets ``b`` on ``a``, over a function of that name."""
    taken = []
    for init in PACKAGE.rglob("__init__.py"):
        body = ast.parse(init.read_text(encoding="utf-8")).body
        defined = {node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        taken += [
            f"{init.parent.name}.{path.stem}" for path in init.parent.glob("*.py") if path.stem in defined
        ]
    assert taken == []


def test_no_frozen_value_holds_a_hidden_store() -> None:
    """What is called frozen computes nothing when asked and remembers nothing: caches are objects handed in."""
    hiding = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            kind = " ".join(map(ast.unparse, (*node.keywords, *node.decorator_list)))
            own = " ".join(map(ast.unparse, node.body))
            if "frozen=True" in kind and ("dict=True" in kind or "cached_property" in own):
                hiding.append(f"{path.relative_to(PACKAGE)}: {node.name}")
    assert hiding == []


def test_the_stages_of_an_output_are_packages_and_its_record_names_all_it_calls() -> None:
    staged = {stage for product in PRODUCTS for stage in product.stages}
    assert {f"reportgen.{stage}" for stage in staged} <= MODULES.keys()
    called = {place(name) for path in (PACKAGE / "products").glob("*.py") for name in imported(path)}
    assert called & set().union(*stages()) == staged
