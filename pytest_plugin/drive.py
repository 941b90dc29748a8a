"""Run the client once: play a script, let `call` talk to the server under the virtual clock, collect the exchange."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import signal
import socket
import threading
import unittest
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from . import clock
from .clock import Clock, Stopped
from .examples import Example
from .scripts import InvalidArgument, Success, Target, always, fail, routed, succeed
from .server import Hit, Script, Server

Call = Callable[[str], Any]
LIMIT: Final = 200
"""Requests after which a client is taken not to give up."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call ended: `returned` a value, `raised` an error, or was `stopped` (it did not give up, or hung)."""

    how: str
    value: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One run: what arrived, how the call ended, which other hosts were asked (and refused)."""

    hits: tuple[Hit, ...]
    outcome: Outcome
    runaway: bool = False
    hung: float | None = None
    foreign: tuple[tuple[str, int], ...] = ()
    start: float = 0.0
    slept: float = 0.0

    @property
    def served(self) -> tuple[Hit, ...]:
        """The requests that got the case."""
        return tuple(h for h in self.hits if h.action.role == "case")

    @property
    def succeeded(self) -> bool:
        """Whether a success reply was served."""
        return any(h.action.role == "success" for h in self.hits)


@dataclass
class Setup:
    """What the runs of one `check` share."""

    server: Server
    call: Call
    success: Success = None
    has_success: bool = False
    routes: Mapping[str, Any] = field(default_factory=dict)
    target: Target = None
    timeout: float = 10.0
    limit: int = LIMIT
    invoke: Callable[[Call, str, Clock, float], Outcome] | None = None


def play(setup: Setup, example: Example) -> Exchange:
    """Serve an example to the client."""
    action = example.action(setup.success if setup.has_success else None)
    case = always(action)
    if example.script.times is not None:
        case = fail(example.script.times, action, succeed(setup.success if setup.has_success else {}))
    return run(setup, case)


def play_success(setup: Setup, success: Success) -> Exchange:
    """Serve a success reply to the client."""
    return run(setup, succeed(success))


def run(setup: Setup, script: Script) -> Exchange:
    """Run the client once under a script. Raises what is not the client's doing (a skip, an interrupt)."""
    server = setup.server
    current = Clock(quiesce=server.quiesce, max_waits=10 * setup.limit)

    def too_many() -> None:
        current.runaway = True
        _Alarm.hurry()
        if current.on_runaway is not None:
            current.on_runaway()

    otherwise = setup.success if setup.has_success else None
    answer = routed(script, routes=setup.routes, target=setup.target, otherwise=otherwise)
    server.play(answer, limit=setup.limit, on_limit=too_many)
    foreign: list[tuple[str, int]] = []
    with clock.running(current), _only_loopback(foreign, server):
        begin, offset = clock.REAL.monotonic(), current.offset
        outcome = (setup.invoke or invoke)(setup.call, server.url, current, setup.timeout)
        real = clock.REAL.monotonic() - begin
    server.quiesce()
    if server.error is not None:
        raise server.error
    hits = tuple(server.hits)
    hung = real if outcome.how == "stopped" and not current.runaway else None
    return Exchange(hits, outcome, current.runaway, hung, tuple(foreign), begin + offset, real)


def invoke(call: Call, url: str, current: Clock, timeout: float) -> Outcome:
    """Call the client; a coroutine runs in a loop of our own."""
    with _Alarm(timeout):
        try:
            result = call(url)
            if inspect.isawaitable(result):
                result = _run_async(result)
            return Outcome("returned", result)
        except Stopped as exc:
            _Alarm.rest()
            return Outcome("stopped", error=exc)
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as exc:
            if is_own_outcome(exc, call):
                raise
            return Outcome("raised", error=exc)


def is_own_outcome(exc: BaseException, call: Call) -> bool:
    """A skip, a `pytest.fail` or an assertion of the test itself, not of the client: it stands as it is."""
    if isinstance(exc, unittest.SkipTest) or any(c.__module__ == "_pytest.outcomes" for c in type(exc).__mro__):
        return True
    code = getattr(call, "__code__", None)
    trace = exc.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return (
        isinstance(exc, AssertionError)
        and code is not None
        and trace is not None
        and trace.tb_frame.f_code.co_filename == code.co_filename
    )


def _run_async(awaitable: Awaitable[Any]) -> Any:
    """Run to the end in a fresh loop, and leave nothing behind."""

    async def wrapped() -> Any:
        return await awaitable

    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(wrapped())
    finally:
        try:
            pending = asyncio.all_tasks(loop)
            for task in pending:
                task.cancel()
            if pending:
                loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
            loop.run_until_complete(loop.shutdown_asyncgens())
            if getattr(loop, "_default_executor", None) is not None:
                loop.run_until_complete(loop.shutdown_default_executor())
        except Stopped:
            pass
        finally:
            loop.close()


class _Alarm:
    """Stops a hanging client in the main thread, where no one else uses the alarm signal."""

    armed: bool = False

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    @classmethod
    def hurry(cls) -> None:
        """Stop the client now, unless its next wait does. Again and again: an exception that falls into a finalizer
        is lost."""
        if cls.armed:
            signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)

    @classmethod
    def rest(cls) -> None:
        """Stop stopping."""
        if cls.armed:
            cls.armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)

    def __enter__(self) -> None:
        if (
            threading.current_thread() is threading.main_thread()
            and hasattr(signal, "setitimer")
            and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
            and signal.getitimer(signal.ITIMER_REAL)[0] == 0.0
        ):
            signal.signal(signal.SIGALRM, self._stop)
            _Alarm.armed = True
            signal.setitimer(signal.ITIMER_REAL, self.seconds, 0.2)

    def __exit__(self, *_: object) -> None:
        _Alarm.rest()

    def _stop(self, *_: object) -> None:
        if _Alarm.armed:
            raise Stopped(f"no end after {self.seconds:g} s")


@contextlib.contextmanager
def _only_loopback(foreign: list[tuple[str, int]], server: Server) -> Iterator[None]:
    """Refuse connections that leave this machine, and note them."""
    resolve = socket.getaddrinfo
    connect = socket.socket.connect

    def local(host: Any) -> bool:
        name = host.decode() if isinstance(host, bytes) else host
        # The wildcard address is only compared with here, never bound to.
        return name is None or name in ("localhost", "::1", "", "0.0.0.0") or str(name).startswith("127.")  # noqa: S104

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
        return connect(self, address)

    socket.getaddrinfo = getaddrinfo
    socket.socket.connect = guarded  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        socket.getaddrinfo = resolve
        socket.socket.connect = connect  # type: ignore[method-assign]


def check_call(call: Any) -> None:
    """Complain about a `call` that cannot take a base URL. Raises InvalidArgument."""
    if not callable(call):
        raise InvalidArgument(f"call must be a function of the base URL, not {type(call).__name__}")
    try:
        inspect.signature(call).bind("http://127.0.0.1:1")
    except TypeError as exc:
        raise InvalidArgument(
            f"call must take the base URL as its one argument: `lambda base_url: Client(base_url).balance()` ({exc})"
        ) from None
    except ValueError:
        return
