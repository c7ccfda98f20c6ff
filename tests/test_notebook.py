"""The notebook runs from top to bottom, keeps no outputs and names no machine's paths."""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "notebooks" / "explore.ipynb"
CELLS: list[dict[str, Any]] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
CODE = ["".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "code"]


def test_no_outputs_are_stored() -> None:
    assert all(
        cell["outputs"] == [] and cell["execution_count"] is None for cell in CELLS if cell["cell_type"] == "code"
    )


def test_no_absolute_paths() -> None:
    assert not re.search(r"""["' ](?:/|[A-Z]:\\)\w""", "\n".join("".join(cell["source"]) for cell in CELLS))


def test_all_cells_run_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "notebook"}
    for number, code in enumerate(CODE):
        tree = ast.parse(code)
        exec(compile(code, f"cell {number}", "exec"), names)
        last = tree.body[-1]
        if isinstance(last, ast.Expr):
            # What the notebook would show.
            shown = eval(compile(ast.Expression(last.value), f"cell {number}", "eval"), names)
            assert len(str(shown)) > 0
    assert (tmp_path / "tables-parquet" / "officials.parquet").is_file()
    assert len(names["held"]) > 50 and len(names["by_pair"]) > 10 and len(names["parts"]) > 5
