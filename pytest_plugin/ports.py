"""The port where the server listens: another one for each run of a client, so that what an earlier run left behind (a
thread, a task) does not reach the next one."""

from __future__ import annotations

import socket
from typing import Final

HOST: Final = "127.0.0.1"


class Ports:
    """listener, port: where the server listens now; `change` takes effect when the server's thread calls `adopt`."""

    def __init__(self, port: int) -> None:
        self.listener = _listening(port)
        self.port: int = self.listener.getsockname()[1]
        self._next: socket.socket | None = None
        self._left: set[int] = set()
        self._stays = False

    def change(self) -> bool:
        """Have another port ready; False where one was chosen for good."""
        if not self._stays:
            self._next = _listening(0)
        return not self._stays

    def stay(self, port: int) -> None:
        """Have a port ready that was left once. Raises OSError where somebody else has it by now."""
        self._next = _listening(port)

    def keep(self) -> None:
        """Change no more."""
        self._stays = True

    def was(self, port: int) -> bool:
        """Whether a port was left."""
        return port in self._left

    @property
    def ready(self) -> bool:
        """Whether another port waits to be adopted."""
        return self._next is not None

    def adopt(self) -> None:
        """Listen on what is ready, and on the old port no more."""
        if self._next is None:
            return
        self._left.add(self.port)
        self.listener.close()
        self.listener, self._next = self._next, None
        self.port = self.listener.getsockname()[1]
        self._left.discard(self.port)


def _listening(port: int) -> socket.socket:
    listener = socket.create_server((HOST, port), backlog=128)
    listener.setblocking(False)
    return listener
