"""JSON text → value, with errors that say where and never repeat the text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, ClassVar, Final, NoReturn


class NotJson(Exception):
    """Text that is no JSON: what is wrong, at which line and column (from 1) of the text."""

    def __init__(self, problem: str, line: int = 1, column: int = 1) -> None:
        super().__init__(problem, line, column)
        self.problem = problem
        self.line = line
        self.column = column


class Twice(dict[str, Any]):
    """An object that has a key twice, with the later value: which one counts, every parser decides for itself.

    met: whether there has been one at all, so that what is read need not be searched for one each time.
    """

    met: ClassVar[bool] = False


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    Twice.met = True
    return Twice(found)


def has_key_twice(value: Any) -> bool:
    """Whether any object in a value has a key twice."""
    if not Twice.met:
        return False
    todo = [value]
    while todo:
        item = todo.pop()
        if isinstance(item, Twice):
            return True
        if isinstance(item, (dict, list)):
            todo += item.values() if isinstance(item, dict) else item
    return False


def _constant(name: str) -> NoReturn:
    raise NotJson(f"{name} is not JSON")


DECODER: Final = json.JSONDecoder(parse_constant=_constant, object_pairs_hook=_object)
SCAN: Final[Callable[[str, int], tuple[Any, int]]] = DECODER.scan_once  # type: ignore[attr-defined]  # the C scanner, not in typeshed
BOM: Final = b"\xef\xbb\xbf"


def parse(data: bytes | str) -> Any:
    """The JSON value. Raises NotJson, also for what nests too deep or is not UTF-8."""
    try:
        text = data if isinstance(data, str) else data.removeprefix(BOM).decode()
        try:
            value, end = SCAN(text, 0)
        except StopIteration:  # white space comes first, or what is no JSON: the decoder tells them apart
            return DECODER.decode(text)
        return value if end == len(text) or not text[end:].strip(" \t\n\r") else DECODER.decode(text)
    except json.JSONDecodeError as exc:
        raise _told(exc) from None
    except UnicodeDecodeError as exc:
        raise NotJson(f"is not UTF-8 text (byte {exc.start + 1})") from None
    except RecursionError:
        raise NotJson("is nested too deep") from None
    except ValueError:
        raise NotJson("has a number that is too long") from None


def _told(exc: json.JSONDecodeError) -> NotJson:
    """The decoder's error; what is missing at the end is missing after the last character, not on an empty line."""
    written = exc.doc.rstrip()
    if exc.pos < len(written):
        return NotJson(exc.msg[0].lower() + exc.msg[1:], exc.lineno, exc.colno)
    if not written:
        return NotJson("is empty")
    return NotJson("ends too early", written.count("\n") + 1, len(written) - written.rfind("\n"))
