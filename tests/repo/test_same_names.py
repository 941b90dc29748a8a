"""What exists, what is documented and what is tested are the same sets: nothing is listed by hand in two places."""

from __future__ import annotations

import re
from pathlib import Path

from errpact.cli import COMMANDS
from errpact.contracts import providers
from errpact.lint.rules import registry


def stems(folder: Path, pattern: str) -> set[str]:
    return {p.stem for p in folder.glob(pattern) if not p.stem.startswith("_")}


def test_rules(root: Path) -> None:
    names = {rule.name.replace("-", "_") for rule in registry().values()}
    assert names == stems(root / "lint" / "rules", "*.py")
    page = (root / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (EP\d+) ", page, re.MULTILINE) == list(registry())


def test_providers(root: Path) -> None:
    known = set(providers())
    assert known == stems(root / "contracts" / "providers", "*.toml")
    assert known == stems(root / "docs" / "reference" / "contracts", "*.md")
    assert known <= {p.name.removesuffix(".schema.json") for p in (root / "schemas").glob("*.schema.json")}


def test_commands(root: Path) -> None:
    assert set(COMMANDS) == stems(root / "src" / "errpact" / "cli", "*.py")
    page = (root / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert re.findall(r"^## errpact (\w+)", page, re.MULTILINE) == list(COMMANDS)


def test_hooks_use_commands_that_exist(root: Path) -> None:
    hooks = (root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"^- id: (.+)$", hooks, re.MULTILINE) == ["errpact-lint", "errpact-contracts", "errpact-captures"]
    assert set(re.findall(r"^  entry: errpact (\w+)", hooks, re.MULTILINE)) <= set(COMMANDS)
