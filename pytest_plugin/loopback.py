"""While a case runs, the client reaches this machine only: no other host, no proxy."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable, Iterator
from typing import Any, Final

NO_PROXY: Final = "127.0.0.1,localhost"
# A method is put in its place, which the type checker would forbid.
_SOCKET: Final[Any] = socket.socket


@contextlib.contextmanager
def only_loopback(foreign: list[tuple[str, int]], on_port: Callable[[int], None]) -> Iterator[None]:
    """Refuse connections that leave this machine, and note them. on_port: hears of each port of this machine that a
    thread of this process is about to connect to."""
    resolve = socket.getaddrinfo
    connect = socket.socket.connect

    def local(host: Any) -> bool:
        name = host.decode() if isinstance(host, bytes) else host
        # The wildcard address is only compared with here, never bound to.
        return name is None or name in ("localhost", "::1", "", "0.0.0.0") or str(name).startswith("127.")  # noqa: S104 - refused names, nothing is bound

    def refuse(host: Any, port: Any) -> None:
        # A resolved name and its connection are one question.
        foreign.append((str(host), int(port) if str(port).isdigit() else 0))
        raise ConnectionRefusedError(f"errpact: no connections but to the base URL while a case runs ({host})")

    def getaddrinfo(host: Any, port: Any, *args: Any, **options: Any) -> Any:
        if not local(host):
            refuse(host, port)
        return resolve(host, port, *args, **options)

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not local(address[0]):
            refuse(address[0], address[1])
        if isinstance(address, tuple) and isinstance(address[1], int):
            on_port(address[1])
        return connect(self, address)

    socket.getaddrinfo = getaddrinfo
    _SOCKET.connect = guarded
    try:
        with _no_proxy():
            yield
    finally:
        socket.getaddrinfo = resolve
        _SOCKET.connect = connect


@contextlib.contextmanager
def _no_proxy() -> Iterator[None]:
    """The environment's proxy is not for the base URL. (Without this, a client behind one would never reach us;
    besides, `requests` goes through the whole environment for each request unless this says no at once.)"""
    before = {name: os.environ.get(name) for name in ("no_proxy", "NO_PROXY")}
    listed = before["no_proxy"] or before["NO_PROXY"]
    for name in before:
        os.environ[name] = f"{NO_PROXY},{listed}" if listed else NO_PROXY
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
