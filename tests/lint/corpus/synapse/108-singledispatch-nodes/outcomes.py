from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Union


@dataclass(frozen=True)
class Fresh:
    node: Mapping[str, Any]


@dataclass(frozen=True)
class Pending:
    body: Mapping[str, Any]


@dataclass(frozen=True)
class Failed:
    http_code: str
    error_code: str
    text: str


class Busy(Failed):
    """Maintenance or overload: the same request may pass later."""


class BadCredentials(Failed):
    """The user has to link the account again."""


class Unsupported(Failed):
    """The bank's accounts can't be refreshed."""


Outcome = Union[Fresh, Pending, Failed]

BY_PAIR = {
    ("503", "503"): Busy,
    ("401", "110"): BadCredentials,
    ("400", "410"): Unsupported,
}


def _text(error: Any) -> str:
    return error.get("en", "") if isinstance(error, Mapping) else str(error or "")


def read(status: int, body: Mapping[str, Any]) -> Outcome:
    code = str(body.get("error_code", ""))
    http_code = str(body.get("http_code", status))
    if status == 200 and code == "0":
        return Fresh(body)
    if status == 202 or code == "10":
        return Pending(body)
    return BY_PAIR.get((http_code, code), Failed)(http_code, code, _text(body.get("error")))
