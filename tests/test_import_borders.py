"""The borders: imports point one way, and the front door stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "extractor"
# A folder may import itself and those of lower rank.
RANK = {
    "errors": 0,
    "version": 0,
    "schema": 1,
    "lexicon": 2,
    "reading": 3,
    "cleaning": 4,
    "language": 5,
    "linking": 6,
    "components": 7,
    "tables": 8,
    "writing": 9,
    "evaluating": 10,
    "running": 10,
    "api": 11,
    "cli": 12,
    "__init__": 12,
    "__main__": 13,
}
MODULES = sorted(p for p in PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Top-level parts of the package that a module imports, in functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [node.module or ""]
        found |= {n.split(".")[1] for n in names if n.startswith("extractor.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    relative = path.relative_to(PACKAGE)
    own = relative.parts[0].removesuffix(".py")
    assert own in RANK, f"{own} has no rank"
    for other in imported(path):
        assert other == own or RANK[other] < RANK[own], f"{relative} imports extractor.{other}"


@pytest.mark.parametrize(
    "statement",
    ["import extractor", "import extractor.cli.app", "import extractor.schema.render", "import extractor.errors"],
)
def test_light_modules_load_nothing_heavy(statement: str) -> None:
    heavy = {"spacy", "pandas", "numpy", "pyarrow", "dateparser"}
    code = f"{statement}\nimport sys\nprint(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
