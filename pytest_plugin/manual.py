"""`errpact_server`: the loopback server alone, scripted by hand."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..contracts import Reply
from . import clock_running, scripts
from .actions import Action, Fault, Hit
from .clock import MAX_WAITS, Clock
from .scripts import Target, as_reply
from .server import Server
from .wire import Request


class ManualServer:
    """A scripted server on 127.0.0.1. url: what to give the client.

    errpact_server.sequence(Reply(503), Reply(503), {"ok": True})
    with errpact_server.clock():
        client(errpact_server.url).fetch()
    assert errpact_server.gaps == [3.0, 6.0]
    """

    def __init__(self) -> None:
        self._server = Server()
        self.url = self._server.url

    def always(self, reply: Any, **options: Any) -> None:
        """The same reply to each request: a JSON value, a Reply, or a function of the request."""
        self.script(_action(reply), **options)

    def sequence(self, *replies: Any, **options: Any) -> None:
        """One reply after the other; the last one stays."""
        self.script(scripts.sequence(map(_action, replies)), **options)

    def alternate(self, *replies: Any, **options: Any) -> None:
        """One reply after the other, and again from the start."""
        self.script(scripts.alternate(map(_action, replies)), **options)

    def fail(self, times: int, reply: Any, *, then: Any, **options: Any) -> None:
        """A reply so many times, then another one."""
        self.script(scripts.fail(times, _action(reply), _action(then)), **options)

    def script(
        self, script: Callable[[Request], Any], *, routes: Mapping[str, Any] | None = None, target: Target = None
    ) -> None:
        """A function of the request that gives the reply. It takes the place of what was played before, and `hits`
        begins anew. The other methods take routes and target too. routes: replies for other requests, as in `check`.
        target: which requests get this one; the rest get an empty object."""

        def answer(request: Request) -> Action:
            value = script(request)
            return value if isinstance(value, Action) else Action(as_reply(value))

        self._server.play(scripts.routed(answer, routes=routes or {}, target=target))

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What arrived, with virtual times. Raises what a script of yours raised."""
        self._server.quiesce()
        if self._server.error is not None:
            raise self._server.error
        return tuple(self._server.hits)

    @property
    def requests(self) -> tuple[Request, ...]:
        """The requests that arrived."""
        return tuple(hit.request for hit in self.hits)

    @property
    def gaps(self) -> list[float]:
        """Seconds that the client waited between one request and the next, to a tenth; real time counts from half a
        second on, so that a slow machine does not show."""
        pairs = itertools.pairwise(self.hits)
        waited = [(b.skipped - a.skipped, b.at - a.at - (b.skipped - a.skipped)) for a, b in pairs]
        return [round(skipped + (real if real >= 0.5 else 0.0), 1) for skipped, real in waited]

    @contextlib.contextmanager
    def clock(self, max_waits: int = MAX_WAITS) -> Iterator[Clock]:
        """Waits of the client are skipped and counted in here (`waits` of what `with` gives). max_waits: after so many
        the client is stopped, for it waits without end."""
        with clock_running.running(Clock(quiesce=self._server.quiesce, max_waits=max_waits)) as current:
            yield current

    def close(self) -> None:
        """Stop serving."""
        self._server.close()


def _action(reply: Any) -> Callable[[Request], Action]:
    if isinstance(reply, Fault):
        return lambda request: Action(Reply(200, {}), fault=reply)
    return lambda request: Action(scripts.success_reply(reply, request))
