"""What lives as long as the process: the server, and the options of a pytest run."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from . import cases, options, readings, selftest
from .options import Options
from .server import Server

_SERVERS: Final[list[Server]] = []
_TESTED: Final[list[bool]] = []
_OPTIONS: Final[dict[int, Options]] = {}
REFUSED: Final[dict[str, str]] = {}
"""Test → its item that failed because the client does not take the success reply for one."""
ASKED: Final[set[str]] = set()
"""Tests whose client asked the base URL in some call."""
STUCK: Final[dict[str, dict[str, float]]] = {}
"""Test module → places where a call of its hung, with the real seconds."""


def server() -> Server:
    """The loopback server, started when first needed. Raises ClockBroken."""
    if not _SERVERS:
        if not _TESTED:
            selftest.run()
            _TESTED.append(True)
        _SERVERS.append(Server())
    return _SERVERS[0]


def close() -> None:
    """Stop the server."""
    while _SERVERS:
        _SERVERS.pop().close()
    _OPTIONS.clear()
    REFUSED.clear()
    ASKED.clear()
    STUCK.clear()
    readings.forget()
    cases.forget()


def root_of(config: Any) -> Path:
    """The folder whose `[tool.errpact]` is in force."""
    return Path(config.rootpath)


def options_of(config: Any) -> Options:
    """The options of a pytest run. Raises InvalidSettings."""
    if id(config) not in _OPTIONS:
        _OPTIONS[id(config)] = options.from_config(config, cases.settings_of(root_of(config)))
    return _OPTIONS[id(config)]
