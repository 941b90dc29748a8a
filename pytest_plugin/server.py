"""The loopback server: one thread, 127.0.0.1 only, scripted. It stamps each request with the virtual time.

`quiesce` is the handshake of the virtual clock: it returns once everything that was readable has been handled, and
says whether there was anything.
"""

from __future__ import annotations

import selectors
import socket
import threading
from collections.abc import Callable
from typing import Final

from ..contracts import Reply
from . import clock
from .actions import Action, Fault, Hit, Script
from .handshake import Handshake
from .ports import HOST, Ports
from .wire import BadRequest, Request, encode, parse

_REAL_SLEEP: Final = clock.REAL.sleep
_AT_ONCE: Final = b"\x01\0\0\0\0\0\0\0"
CONNECTIONS: Final = 500
"""Connections at a time: with one more, the one that has been silent the longest is closed."""


def _nothing(_: Request) -> Action:
    return Action(Reply(503, {"message": "no case is running"}), "other")


class Server:
    """A scripted HTTP server on 127.0.0.1. url: where. hits: what arrived since the last `play`."""

    def __init__(self, port: int = 0) -> None:
        self._ports = Ports(port)
        self.hits: list[Hit] = []
        self.limit: int | None = None
        self.on_limit: Callable[[], None] | None = None
        self.error: BaseException | None = None
        self._script: Script = _nothing
        self._activity = 0
        self._closing = False
        self._seen: dict[int, int] = {}
        self._handshake = Handshake(self._ports.listener)
        # What came and isn't handled yet, by connection, the most recent last; and what a slow client hasn't taken yet.
        self._connections: dict[socket.socket, bytearray] = {}
        self._unsent: dict[socket.socket, bytearray] = {}
        self._leaving: set[socket.socket] = set()
        self._record = True
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._ports.listener, selectors.EVENT_READ)
        self._selector.register(self._handshake.arrived, selectors.EVENT_READ)
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

    @property
    def port(self) -> int:
        """The port where it listens now."""
        return self._ports.port

    @property
    def url(self) -> str:
        """The base URL for a client."""
        return f"http://{HOST}:{self.port}"

    def move(self) -> None:
        """Listen on another port from now on, and cut all connections: what a client left behind (a thread, a task)
        does not reach what runs next. After `keep`, nothing changes."""
        if self._ports.change():
            self._handshake.ask()

    def stay(self, port: int) -> None:
        """Back to a port that was left, until the next `move`. Raises OSError where somebody else has it by now."""
        self._ports.stay(port)
        self._handshake.ask()

    def keep(self) -> None:
        """Stay at the present port for good."""
        self._ports.keep()

    def was(self, port: int) -> bool:
        """Whether this server has left a port."""
        return self._ports.was(port)

    def quiesce(self) -> bool:
        """Wait until everything readable is handled; whether anything was since this thread last asked.

        Since it last asked, not since this call began: a reply may have been sent after the caller looked at its
        sockets and before it asks.
        """
        if self._closing or threading.current_thread() is self.thread:
            return False
        self._handshake.ask()
        caller = threading.get_ident()
        before, self._seen[caller] = self._seen.get(caller), self._activity
        return before != self._seen[caller]

    def close(self) -> None:
        """Stop serving and free the port."""
        if self._closing:
            return
        self._closing = True
        self._handshake.wake()
        self.thread.join(timeout=5)
        clock.EXEMPT.discard(self.thread)
        for each in (*self._connections, self._ports.listener):
            each.close()
        self._handshake.close()
        self._selector.close()

    def _run(self) -> None:
        while not self._closing:
            woken = False
            for key, events in self._selector.select():
                if key.fileobj is self._handshake.arrived:
                    woken = True
                elif key.fileobj is self._ports.listener:
                    self._accept()
                elif isinstance(key.fileobj, socket.socket):
                    self._serve(key.fileobj, events)
            if woken:
                self._change_port()
                self._handshake.answer()

    def _change_port(self) -> None:
        """Go to the port that is ready, if there is one, and cut what still hangs on the old one."""
        before = self._ports.listener
        if not self._ports.ready:
            return
        for connection in list(self._connections):
            # Without a farewell: a port that waits for a late packet could not be taken again.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
            self._drop(connection)
        self._selector.unregister(before)
        self._ports.adopt()
        self._selector.register(self._ports.listener, selectors.EVENT_READ)

    def _accept(self) -> None:
        try:
            connection, _ = self._ports.listener.accept()
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
        # Also where no clock is in force by now: a thread of the client may have slept past the end of its call.
        skipped = clock.skipped()
        stamp = float(clock.REAL.monotonic()) + skipped
        try:
            action = self._script(request)
        except Exception as exc:
            # A script by hand may fail: the test that wrote it must hear of it, not the client.
            self.error = self.error or exc
            action = Action(Reply(500, {"message": "the script of this test failed"}), "other")
        if self._record:
            self.hits.append(Hit(request, stamp, skipped, action))
        if action.fault is Fault.RESET:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
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
