"""The loopback server: one thread, 127.0.0.1 only, scripted. It stamps each request with the virtual time.

`quiesce` is the handshake of the virtual clock: it returns once everything that was readable has been handled, and
says whether there was anything.
"""

from __future__ import annotations

import selectors
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..contracts import Reply
from . import clock
from .wire import BadRequest, Request, encode, parse

_REAL_SLEEP: Final = clock.REAL.sleep
CONNECTIONS: Final = 500
"""Connections at a time: with one more, the one that has been silent the longest is closed."""


class Fault(StrEnum):
    """How a reply goes wrong on its way."""

    RESET = "reset"
    """The connection is reset instead of a reply."""
    SLOW = "slow"
    """The reply comes in small pieces."""


@dataclass(frozen=True, slots=True)
class Action:
    """What a script answers. role: `case`, `success`, `route`, `other`: why this reply was chosen."""

    reply: Reply
    role: str = "case"
    fault: Fault | None = None
    close: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A request that arrived, when (virtual seconds), how much waiting was skipped before it, and the answer."""

    request: Request
    at: float
    skipped: float
    action: Action


Script = Callable[[Request], Action]


def _nothing(_: Request) -> Action:
    return Action(Reply(503, {"message": "no case is running"}), "other")


class Server:
    """A scripted HTTP server on 127.0.0.1. url: where. hits: what arrived since the last `play`."""

    def __init__(self, port: int = 0) -> None:
        self._listener = socket.create_server(("127.0.0.1", port), backlog=128)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.hits: list[Hit] = []
        self.limit: int | None = None
        self.on_limit: Callable[[], None] | None = None
        self.error: BaseException | None = None
        self._script: Script = _nothing
        self._activity = 0
        self._closing = False
        self._tickets = 0
        self._ticket_lock = threading.Lock()
        self._seen: dict[int, int] = {}
        # A TCP connection like the clients' own: the kernel delivers in order, so a question cannot overtake a
        # request, nor its answer a reply. (A pair of Unix sockets could, on a loaded machine.)
        self._wake_out = socket.create_connection(("127.0.0.1", self.port))
        self._wake_in, _ = self._listener.accept()
        for end in (self._wake_in, self._wake_out):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._wake_in.setblocking(False)
        self._listener.setblocking(False)
        # What came and isn't handled yet, by connection, the most recent last; and what a slow client hasn't taken yet.
        self._connections: dict[socket.socket, bytearray] = {}
        self._unsent: dict[socket.socket, bytearray] = {}
        self._leaving: set[socket.socket] = set()
        self._record = True
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._selector.register(self._wake_in, selectors.EVENT_READ)
        self.thread = threading.Thread(target=self._run, name="errpact-server", daemon=True)
        clock.EXEMPT.add(self.thread)
        self.thread.start()

    def play(
        self,
        script: Script,
        *,
        limit: int | None = None,
        on_limit: Callable[[], None] | None = None,
        record: bool = True,
    ) -> None:
        """Answer by this script from now on, and forget what arrived. After `limit` requests `on_limit` is called
        once and connections are cut. record: whether `hits` is kept, which grows with every request."""
        self.hits, self.error, self._record = [], None, record
        self._script, self.limit, self.on_limit = script, limit, on_limit

    def quiesce(self) -> bool:
        """Wait until everything readable is handled; whether anything was since this thread last asked.

        Since it last asked, not since this call began: a reply may have been sent after the caller looked at its
        sockets and before it asks.
        """
        if self._closing or threading.current_thread() is self.thread:
            return False
        with self._ticket_lock:
            # A caller may be stopped while it waits; the next one skips the answer that was meant for it.
            self._tickets = (self._tickets + 1) % 256
            self._wake_out.sendall(bytes((self._tickets,)))
            while (answer := self._wake_out.recv(1)) and answer[0] != self._tickets:
                pass
        caller = threading.get_ident()
        before, self._seen[caller] = self._seen.get(caller), self._activity
        return before != self._seen[caller]

    def close(self) -> None:
        """Stop serving and free the port."""
        if self._closing:
            return
        self._closing = True
        self._wake_out.send(b"x")
        self.thread.join(timeout=5)
        clock.EXEMPT.discard(self.thread)
        for each in (*self._connections, self._listener, self._wake_in, self._wake_out):
            each.close()
        self._selector.close()

    def _run(self) -> None:
        while not self._closing:
            woken = False
            for key, events in self._selector.select():
                if key.fileobj is self._wake_in:
                    woken = True
                elif key.fileobj is self._listener:
                    self._accept()
                elif isinstance(key.fileobj, socket.socket):
                    self._serve(key.fileobj, events)
            if woken:
                self._wake_in.sendall(self._wake_in.recv(4096))

    def _accept(self) -> None:
        try:
            connection, _ = self._listener.accept()
        except BlockingIOError:
            return
        except OSError:  # no descriptor is left: without room the listener would stay readable, and this thread busy
            self._drop_silent()
            return
        if len(self._connections) >= CONNECTIONS:
            self._drop_silent()
        connection.setblocking(False)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._connections[connection] = bytearray()
        self._selector.register(connection, selectors.EVENT_READ)
        self._activity += 1

    def _drop_silent(self) -> None:
        if (oldest := next(iter(self._connections), None)) is not None:
            self._drop(oldest)

    def _serve(self, connection: socket.socket, events: int) -> None:
        """Go on with one connection. Whatever its bytes do, the others are served on."""
        if connection not in self._connections:
            return  # dropped for another one in this same round
        try:
            if events & selectors.EVENT_WRITE:
                self._flush(connection)
            elif connection not in self._unsent:
                self._read(connection)
        except Exception as exc:
            self.error = self.error or exc
            self._drop(connection)

    def _read(self, connection: socket.socket) -> None:
        try:
            data = connection.recv(1 << 18)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._drop(connection)
            return
        self._activity += 1
        buffer = self._connections[connection] = self._connections.pop(connection)
        buffer += data
        self._answer(connection, buffer)

    def _answer(self, connection: socket.socket, buffer: bytearray) -> None:
        while True:
            try:
                parsed = parse(buffer)
            except BadRequest as exc:
                self._send(connection, encode(Reply(400, {"message": f"no HTTP request: {exc}"})))
                self._leave(connection)
                return
            if parsed is None:
                if b"100-continue" in buffer[:4096].lower() and b"\r\n\r\n" in buffer:
                    self._send(connection, b"HTTP/1.1 100 Continue\r\n\r\n")
                return
            request, length = parsed
            del buffer[:length]
            if not self._reply(connection, request):
                self._leave(connection)
                return
            if connection in self._unsent:
                return  # further requests wait until this reply is taken

    def _reply(self, connection: socket.socket, request: Request) -> bool:
        """Answer one request; False to close the connection."""
        if self.limit is not None and len(self.hits) >= self.limit:
            if self.on_limit is not None:
                self.on_limit()
                self.on_limit = None
            return False
        current = clock.active()
        stamp = current.now() if current else float(clock.REAL.monotonic())
        try:
            action = self._script(request)
        except Exception as exc:
            # A script by hand may fail: the test that wrote it must hear of it, not the client.
            self.error = self.error or exc
            action = Action(Reply(500, {"message": "the script of this test failed"}), "other")
        if self._record:
            self.hits.append(Hit(request, stamp, current.offset if current else 0.0, action))
        if action.fault is Fault.RESET:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
            return False
        data = encode(action.reply, head=request.method == "HEAD")
        self._send(connection, data, pieces=action.fault is Fault.SLOW)
        asked = (request.header("connection") or "").lower()
        return not action.close and asked != "close"

    def _send(self, connection: socket.socket, data: bytes, *, pieces: bool = False) -> None:
        """Send what the client takes now; the rest is sent as it takes more."""
        step = max(1, len(data) // 5) if pieces else max(1, len(data))
        for begin in range(0, len(data), step):
            self._unsent.setdefault(connection, bytearray()).extend(data[begin : begin + step])
            self._flush(connection)
            if pieces:
                _REAL_SLEEP(0.002)

    def _flush(self, connection: socket.socket) -> None:
        unsent = self._unsent.get(connection, bytearray())
        try:
            while unsent:
                del unsent[: connection.send(unsent)]
                self._activity += 1
        except BlockingIOError:
            self._selector.modify(connection, selectors.EVENT_WRITE)
            return
        except OSError:
            # The client went away: it will be noticed at the next read.
            unsent.clear()
        self._unsent.pop(connection, None)
        if connection in self._leaving:
            self._drop(connection)
        elif connection in self._connections and self._selector.get_key(connection).events != selectors.EVENT_READ:
            self._selector.modify(connection, selectors.EVENT_READ)
            self._answer(connection, self._connections[connection])

    def _leave(self, connection: socket.socket) -> None:
        """Close a connection once the client has what was sent to it."""
        if connection in self._unsent:
            self._leaving.add(connection)
        else:
            self._drop(connection)

    def _drop(self, connection: socket.socket) -> None:
        self._activity += 1
        self._connections.pop(connection, None)
        self._unsent.pop(connection, None)
        self._leaving.discard(connection)
        try:
            self._selector.unregister(connection)
        except (KeyError, ValueError):
            return
        connection.close()


def wait_for(condition: Callable[[], bool], seconds: float) -> bool:
    """Wait for real until something holds; False when the time is over."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        _REAL_SLEEP(0.001)
    return True
