"""How another thread makes sure that the server's thread has handled all that was readable: a byte there and back."""

from __future__ import annotations

import socket
import threading


class Handshake:
    """A connection of the server to itself. `arrived` is the server's end, to be watched; `ask` is for all others.

    It is a TCP connection like the clients' own: the kernel delivers in order, so a question cannot overtake a
    request, nor its answer a reply. (A pair of Unix sockets could, on a loaded machine.)
    """

    def __init__(self, listener: socket.socket) -> None:
        self._lock = threading.Lock()
        self._number = 0
        self._asking = socket.create_connection(listener.getsockname())
        listener.setblocking(True)
        self.arrived, _ = listener.accept()
        listener.setblocking(False)
        for end in (self.arrived, self._asking):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.arrived.setblocking(False)

    def ask(self) -> None:
        """Return once the server has answered, having handled what came before the question."""
        with self._lock:
            # A caller may be stopped while it waits; the next one skips the answer that was meant for it.
            self._number = (self._number + 1) % 256
            self._asking.sendall(bytes((self._number,)))
            while (answer := self._asking.recv(1)) and answer[0] != self._number:
                pass

    def answer(self) -> None:
        """The server's part."""
        self.arrived.sendall(self.arrived.recv(4096))

    def wake(self) -> None:
        """Make the server look up; nobody waits for an answer."""
        self._asking.send(b"x")

    def close(self) -> None:
        """Free both ends."""
        self.arrived.close()
        self._asking.close()
