from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from faults import KhipuFault, LogonFault

log = logging.getLogger(__name__)

Listener = Callable[[str, KhipuFault], None]


class Bus:
    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Listener:
        self._listeners.append(listener)
        return listener

    def publish(self, link: str, fault: KhipuFault) -> None:
        for listener in self._listeners:
            listener(link, fault)


bus = Bus()


@contextmanager
def observed(link: str) -> Iterator[None]:
    """Tells the subscribers about faults of this link."""
    try:
        yield
    except LogonFault as fault:
        bus.publish(link, fault)
    except KhipuFault as fault:
        bus.publish(link, fault)
        raise


@bus.subscribe
def write_log(link: str, fault: KhipuFault) -> None:
    log.warning("%s: %s %s", link, fault.code, fault.description)
