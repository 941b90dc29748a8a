"""Turns an error reply of SynapseFI into what the worker should do."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Refused(Exception):
    def __init__(self, body: Mapping[str, Any]) -> None:
        self.body = dict(body)
        self.code = str(body.get("error_code"))
        super().__init__(f"synapse {body.get('http_code')}/{self.code}")


class Fatal(Refused):
    pass


class Duplicate(Refused):
    """The key was used before: the transfer exists already."""


class SlowDown(Refused):
    pass


class Down(Refused):
    pass


def error_of(body: Mapping[str, Any]) -> Refused | None:
    code = str(body.get("error_code", "0"))
    if code == "0":
        return None
    if code[0] in "1234":
        return Fatal(body)
    elif code == "450":
        return Duplicate(body)
    elif code == "429":
        return SlowDown(body)
    elif code in ("500", "503"):
        return Down(body)
    return Refused(body)
