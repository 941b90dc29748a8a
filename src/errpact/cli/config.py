"""`errpact config`: the configuration in force, and where each value comes from."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from errpact.contracts.files import read_text

EPILOG = """\
  errpact config show      every key of [tool.errpact], its value, and the line it stands on
  errpact config schema    the JSON Schema of [tool.errpact], for editors
"""


@dataclass(frozen=True, slots=True)
class Value:
    """One key in force. source: `pyproject.toml:12` or `default`."""

    key: str
    value: Any
    source: str


def configure(parser: argparse.ArgumentParser) -> None:
    """`show` (default) or `schema`, and the configuration file."""
    parser.epilog = EPILOG
    parser.add_argument("action", choices=("show", "schema"), nargs="?", default="show", help="default: show")
    parser.add_argument("--config", metavar="FILE", help="take the configuration from FILE")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    """Print it; always 0. Raises InvalidSettings for a configuration that can't be used."""
    if args.action == "schema":
        print(json.dumps(schema(), indent=2))
        return 0
    from errpact.contracts.settings import find, load_settings

    from ._lint_io import rooted

    file = Path(args.config) if args.config else find(Path.cwd())
    settings = rooted(load_settings(Path.cwd(), file), (Path.cwd(),))
    values = in_force(file)
    if args.json:
        listed = [{"key": v.key, "value": v.value, "from": v.source} for v in values]
        print(
            json.dumps(
                {"version": 1, "file": file and str(file), "root": str(settings.root), "values": listed}, indent=1
            )
        )
        return 0
    print(f"file: {file or 'none (a [tool.errpact] table in pyproject.toml would be found here or above)'}")
    print(f"root: {settings.root}\n")
    width = max(len(v.key) for v in values)
    shown = [(v.key, json.dumps(v.value, ensure_ascii=True), v.source) for v in values]
    column = min(60, max(len(text) for _, text, _ in shown))
    for key, text, source in shown:
        print(f"{key:<{width}}  {text:<{column}}  {source}")
    return 0


def schema() -> dict[str, Any]:
    """The JSON Schema of `[tool.errpact]`."""
    text = (resources.files("errpact.schemas") / "settings.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def in_force(file: Path | None) -> list[Value]:
    """Every key, in the order of the schema: what the file says, then what it leaves to the default."""
    text = read_text(file) if file else ""
    table = _table(text)
    lines = dict(_lines(text))
    given = {key: Value(key, value, f"{file and file.name}:{_line(key, lines)}") for key, value in _flat(table, "")}
    values: list[Value] = []
    for key, value in _defaults(schema()):
        below = [v for k, v in given.items() if k == key or k.startswith((f"{key}.", f"{key}["))]
        values += below or [Value(key, value, "default")]
    return values


def _table(text: str) -> dict[str, Any]:
    import tomllib

    data = tomllib.loads(text)
    found = data.get("tool", {}).get("errpact")
    table: dict[str, Any] = found if found is not None else {k: v for k, v in data.items() if k != "tool"}
    return table


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    """Keys of a table with their values; tables and arrays of tables opened, but for free ones."""
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict) and key not in ("pytest.success", "pytest.routes"):
            yield from _flat(value, f"{key}.")
        elif isinstance(value, list) and value and all(isinstance(v, dict) for v in value):
            for number, item in enumerate(value):
                yield from _flat(item, f"{key}[{number}].")
        else:
            yield key, value


def _defaults(described: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Keys and default values, from the schema."""
    empty = {"array": [], "object": {}, "boolean": False}
    for name, about in described["properties"].items():
        if name == "pytest":
            for key, inner in described["$defs"]["pytest"]["properties"].items():
                yield f"pytest.{key}", inner.get("default", empty.get(inner["type"]))
        else:
            yield name, about.get("default", empty.get("array" if "$ref" in about else about["type"]))


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Dotted keys and the lines that they stand on, as a scan of headers and assignments tells."""
    prefix, count = "", dict[str, int]()
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]", line):
            prefix = header[2].replace('"', "").removeprefix("tool.errpact").removeprefix(".")
            if header[1] == "[[":
                count[prefix] = count.get(prefix, -1) + 1
                prefix = f"{prefix}[{count[prefix]}]"
            yield prefix, number
        elif assignment := re.match(r"\s*(\"[^\"]+\"|[\w.-]+)\s*=", line):
            name = assignment[1].strip('"')
            yield f"{prefix}.{name}".lstrip("."), number


def _line(key: str, lines: Mapping[str, int]) -> int | str:
    """The line of a key, or of the nearest table around it."""
    while key:
        if key in lines:
            return lines[key]
        key = re.sub(r"\[\d+\]$", "", key) if key.endswith("]") else key.rpartition(".")[0]
    return "?"
