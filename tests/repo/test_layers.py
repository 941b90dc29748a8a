"""Who may import whom: `schemas ← contracts ← {pytest_plugin, lint} ← report ← cli`, lazy imports included."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from .conftest import Run

HOMES = {
    "schemas": "schemas",
    "contracts": "contracts",
    "pytest_plugin": "pytest_plugin",
    "lint": "lint",
    "report": "src/errpact/report",
    "cli": "src/errpact/cli",
}
MAY_IMPORT = {
    "schemas": set(),
    "contracts": {"schemas"},
    "pytest_plugin": {"schemas", "contracts"},
    "lint": {"schemas", "contracts"},
    "report": {"schemas", "contracts", "pytest_plugin", "lint"},
    "cli": {"schemas", "contracts", "pytest_plugin", "lint", "report"},
}
# Third-party packages, and the only layers that know them.
KNOWN_IN = {
    "libcst": {"lint"},
    "hypothesis": {"pytest_plugin"},
    "pytest": {"pytest_plugin"},
    "_pytest": set(),
    "pluggy": {"pytest_plugin"},
}


def modules(root: Path) -> Iterator[tuple[str, str, Path]]:
    """(layer, module name, file) of every module of ours."""
    for layer, home in HOMES.items():
        for file in sorted((root / home).rglob("*.py")):
            inner = file.relative_to(root / home).with_suffix("").parts
            yield layer, ".".join(("errpact", layer, *(part for part in inner if part != "__init__"))), file


def imports(name: str, file: Path) -> Iterator[tuple[int, str]]:
    """(line, absolute dotted name) of everything that a module imports, wherever the import stands."""
    package = name.split(".") if file.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*base, *(node.module or "").split(".")]).rstrip(".")
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)


def layer_of(target: str) -> str | None:
    parts = target.split(".")
    return parts[1] if parts[0] == "errpact" and len(parts) > 1 and parts[1] in HOMES else None


def test_imports_only_go_down(root: Path) -> None:
    wrong = [
        f"{file.relative_to(root)}:{line}: {layer} imports {target}"
        for layer, name, file in modules(root)
        for line, target in imports(name, file)
        if (other := layer_of(target)) and other != layer and other not in MAY_IMPORT[layer]
    ]
    assert wrong == []


def test_no_modules_import_each_other_in_a_circle(root: Path) -> None:
    """Not lazily either, nor for types only."""
    names = {name for _, name, _ in modules(root)}
    graph = {
        name: {t if t in names else t.rpartition(".")[0] for _, t in imports(name, file)} & names - {name}
        for _, name, file in modules(root)
    }
    TopologicalSorter(graph).prepare()  # raises CycleError, which names them


def test_heavy_packages_are_known_in_one_layer(root: Path) -> None:
    wrong = [
        f"{file.relative_to(root)}:{line}: {layer} imports {target}"
        for layer, name, file in modules(root)
        for line, target in imports(name, file)
        if layer not in KNOWN_IN.get(target.split(".")[0], {layer})
    ]
    assert wrong == []


def test_siblings_are_imported_relatively(root: Path) -> None:
    """A module has two paths in an editable checkout; absolute imports would give it two identities in an editor."""
    wrong = [
        f"{file.relative_to(root)}:{node.lineno}"
        for layer, _, file in modules(root)
        if layer not in ("cli", "report")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").startswith("errpact.")
    ]
    assert wrong == []


@pytest.mark.parametrize("module", ["errpact", "errpact.cli", "errpact.contracts", "errpact.lint", "errpact.schemas"])
def test_importing_a_layer_brings_no_dependency(module: str, run: Run) -> None:
    heavy = {"libcst", "hypothesis", "jsonschema", "pytest", "yaml"}
    code = f"import sys, {module}; print(*sorted({heavy} & set(sys.modules)))"
    done = run("-c", code)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_our_folders_are_known_by_one_name_only(root: Path, run: Run) -> None:
    """`python -m pytest` puts the checkout on the path, so `lint` could be imported beside `errpact.lint`."""
    code = (
        "import sys, pytest\n"
        "class Look:\n"
        "    def pytest_sessionfinish(self):\n"
        "        print('seen:', sorted({'lint', 'contracts', 'schemas', 'pytest_plugin'} & set(sys.modules)))\n"
        "sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', '--collect-only', 'tests'], plugins=[Look()]))"
    )
    done = run("-c", code, cwd=root)
    assert "seen: []" in done.stdout, done.stdout + done.stderr
