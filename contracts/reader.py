"""Typed reading of TOML tables: every complaint names file, line, key and the mend; unknown keys are complaints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from .errors import InvalidContract, did_you_mean, nearest
from .files import read_text
from .harmless import control

if TYPE_CHECKING:
    from pathlib import Path

E = TypeVar("E", bound=StrEnum)


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """A TOML file → table and text. Raises InvalidContract for what cannot be read."""
    try:
        text = read_text(path)
    except OSError as exc:
        raise InvalidContract(str(path), "", f"cannot be read: {exc.strerror}", "check the path") from None
    except UnicodeDecodeError:
        raise InvalidContract(str(path), "", "is not UTF-8", "save it as UTF-8") from None
    return parse_toml(text, str(path)), text


def parse_toml(text: str, path: str) -> dict[str, Any]:
    """TOML text → table. Raises InvalidContract with the line of a syntax error."""
    import tomllib  # not needed where the compiled form of a shipped contract is read

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        match = re.search(r"at line (\d+)", str(exc))
        line = int(match[1]) if match else None
        problem = re.sub(r" \(at .*\)$", "", str(exc))
        raise InvalidContract(path, "", f"not valid TOML: {problem}", "mend the syntax there", line) from None


class Table:
    """One TOML table being read. `key` is its dotted place, such as `cases[3].steps[0]`."""

    def __init__(self, data: dict[str, Any], path: str, text: str = "", key: str = "") -> None:
        self.data = data
        self.path = path
        self.text = text
        self.key = key
        self.seen: set[str] = set()
        for name in data:
            self._harmless("", name)

    def fail(self, name: str, problem: str, mend: str) -> InvalidContract:
        """The complaint about one key of this table."""
        key = f"{self.key}.{name}" if self.key and name else (self.key or name)
        return InvalidContract(self.path, key, problem, mend, line_of(self.text, key))

    def get(self, name: str) -> Any:
        """The raw value or None; marks the key as known."""
        self.seen.add(name)
        value = self.data.get(name)
        if isinstance(value, str):
            self._harmless(name, value)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, str):
                    self._harmless(name, item)
        return value

    def _harmless(self, name: str, value: str) -> None:
        """Refuse what would steer a terminal: what stands in a contract is printed in many places."""
        if not value.isprintable() and (found := control(value)) is not None:
            raise self.fail(name, f"holds the control character {found}", "take it out")

    def text_of(self, name: str, default: str | None = None) -> str:
        """A string; required unless a default is given."""
        value = self.get(name)
        if value is None and default is not None:
            return default
        if value is None:
            raise self.fail(name, "is missing", f'add `{name} = "…"`')
        if not isinstance(value, str):
            raise self.fail(name, f"must be a string, not {kind_of(value)}", "put it in quotes")
        return value

    def optional(self, name: str) -> str | None:
        """A string or None."""
        return self.text_of(name) if name in self.data else self.get(name)

    def flag(self, name: str, default: bool = False) -> bool:
        """A boolean."""
        value = self.get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.fail(name, f"must be true or false, not {kind_of(value)}", "write true or false")
        return value

    def number(self, name: str) -> float | None:
        """A number of seconds, not negative, or None."""
        value = self.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < float("inf"):
            raise self.fail(
                name, f"must be a number of seconds, not {value!r}", "write seconds, such as 86400 for a day"
            )
        return float(value)

    def numbers(self, name: str) -> tuple[float, ...]:
        """A list of seconds."""
        value = self.get(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(
            isinstance(v, (int, float)) and not isinstance(v, bool) and 0 <= v < float("inf") for v in value
        ):
            raise self.fail(name, "must be a list of seconds", "write it as [3, 6, 12]")
        return tuple(float(v) for v in value)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings; one string stands for a list of one."""
        value = self.get(name)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.fail(name, "must be a list of strings", 'write it as ["…", "…"]')
        return tuple(value)

    def choice(self, name: str, enum: type[E], default: E | None = None) -> E:
        """A value of an enum."""
        value = self.get(name)
        if value is None:
            if default is not None:
                return default
            raise self.fail(name, "is missing", f"write one of {', '.join(enum)}")
        try:
            return enum(value)
        except ValueError:
            hint = did_you_mean(nearest(str(value), list(enum)))
            problem = f"{value!r} is no {name}{hint}"
            raise self.fail(name, problem, f"write one of {', '.join(enum)}") from None

    def table(self, name: str) -> Table | None:
        """A sub-table or None."""
        value = self.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.fail(name, f"must be a table, not {kind_of(value)}", "write it as { … }")
        return Table(value, self.path, self.text, f"{self.key}.{name}" if self.key else name)

    def tables(self, name: str) -> Iterator[Table]:
        """The tables of an array of tables; nothing if absent."""
        value = self.get(name)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.fail(name, "must be an array of tables", f"write each one under [[{name}]]")
        prefix = f"{self.key}.{name}" if self.key else name
        for number, item in enumerate(value):
            yield Table(item, self.path, self.text, f"{prefix}[{number}]")

    def done(self) -> None:
        """Complain about a key that nothing has read."""
        for name in self.data:
            if name not in self.seen:
                hint = did_you_mean(nearest(name, sorted(self.seen)))
                raise self.fail(name, f"unknown key{hint}", "remove it or mend its spelling")


def kind_of(value: object) -> str:
    """TOML's word for a value's type."""
    names: Sequence[tuple[type, str]] = (
        (bool, "a boolean"),
        (int, "an integer"),
        (float, "a float"),
        (str, "a string"),
        (list, "an array"),
        (dict, "a table"),
    )
    return next((word for type_, word in names if isinstance(value, type_)), type(value).__name__)


def line_of(text: str, key: str, table: str = "") -> int | None:
    """The line (from 1) of a dotted key, as near as headers and assignments tell; None if they don't.

    table: the table that the key stands in, such as `tool.errpact`.
    """
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if table and line.lstrip("[").startswith(table)), 0)
    end, found = len(lines), None
    for part in key.split("."):
        name, _, number = part.rstrip("]").partition("[")
        here = _header(lines, f"{table}.{name}" if table else name, number)
        if here is not None:
            end = next((n for n in range(here + 1, len(lines)) if lines[n].startswith("[[")), len(lines))
        else:
            here = _assignment(lines, name, start, end)
        if here is not None:
            start = found = here
    return None if found is None else found + 1


def _header(lines: list[str], name: str, number: str) -> int | None:
    """The line that opens a numbered table of an array of tables."""
    if not number.isdigit():
        return None
    headers = [n for n, line in enumerate(lines) if line.strip() == f"[[{name}]]"]
    return headers[int(number)] if int(number) < len(headers) else None


def _assignment(lines: list[str], name: str, start: int, end: int) -> int | None:
    """The first line in a block that assigns to a name or opens its table."""
    name = re.escape(name)
    pattern = re.compile(rf'\s*"?{name}"?\s*[.=]|\[(?:[^\]]*\.)?{name}\]')
    return next((n for n in range(start, end) if name and pattern.match(lines[n])), None)
