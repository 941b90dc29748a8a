"""Exceptions by error_code."""
from __future__ import annotations

import attrs


@attrs.define(auto_exc=True)
class SynapseError(Exception):
    error_code: str
    http_code: str
    text: str


class BadClient(SynapseError):
    pass


class BadUser(SynapseError):
    pass


class BadPayload(SynapseError):
    pass


class NotPermitted(SynapseError):
    pass


class BadValues(SynapseError):
    pass


class ServerTrouble(SynapseError):
    pass


BY_CODE: dict[str, type[SynapseError]] = {
    "100": BadClient,
    "110": BadUser,
    "120": BadUser,
    "200": BadPayload,
    "300": NotPermitted,
    "400": BadValues,
    "500": ServerTrouble,
    "503": ServerTrouble,
}
