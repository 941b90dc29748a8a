"""Run the client once: play a script, let `call` talk to the server under the virtual clock, collect the exchange."""

from __future__ import annotations

import asyncio
import inspect
import unittest
from collections.abc import Awaitable, Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from . import clock, clock_running, clock_wall, hanging, warned
from .actions import Action, Hit, Script
from .alarm import Alarm
from .clock import Clock, Stopped
from .examples import Example
from .hanging import Patience
from .left_behind import Watch
from .loopback import only_loopback
from .results import Tree, flatten, without_port
from .scripts import InvalidArgument, Success, Target, fail, routed, succeed
from .server import Server
from .wire import Request

Call = Callable[[str], Any]
LIMIT: Final = 200
"""Requests after which a client is taken not to give up."""
WARNED: Final = "\0warned"
"""Begins the paths of what the caller was warned of, in the tree of a result."""
AFTERWARDS: Final = 0.1
"""Real seconds to look whether somebody goes on asking after a call."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call ended: `returned` a value, `raised` an error, or was `stopped` (it did not give up, or hung).
    place: where the client was then."""

    how: str
    value: Any = None
    error: BaseException | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One run: what arrived, how the call ended, which other hosts were asked (and refused).

    runaway: it sent too many requests. hung: the real seconds after which it was stopped though it asked nothing more;
    idle: the virtual seconds since its last request then. unclear: why waits and the number of attempts say nothing
    here; empty where they do. port: where the server listened. late: ports of earlier runs that threads of this
    process asked meanwhile; nobody listens there any more. warned: what the caller was warned of.
    """

    hits: tuple[Hit, ...]
    outcome: Outcome
    runaway: bool = False
    hung: float | None = None
    foreign: tuple[tuple[str, int], ...] = ()
    start: float = 0.0
    slept: float = 0.0
    idle: float = 0.0
    unclear: str = ""
    port: int = 0
    late: tuple[int, ...] = ()
    warned: tuple[Warning, ...] = ()

    @property
    def tree(self) -> Tree:
        """What the call returned or raised, and warned of, without the address of the server, which is another one for
        each run."""
        outcome = self.outcome
        tree = flatten(outcome.error if outcome.how == "raised" else outcome.value)
        if self.warned:
            tree |= {f"{WARNED}{path}": leaf for path, leaf in flatten(self.warned).items()}
        return without_port(tree, self.port)

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
    """What the runs of one `check` share. behind: routes of requests that aren't the target only. timeout: real seconds
    for one run. stuck: places where a run took all of them, with the seconds; shared by a test module. hurried: runs
    have less time than that by now. shown: warnings of the client that were passed on."""

    server: Server
    call: Call
    success: Success = None
    has_success: bool = False
    routes: Mapping[str, Any] = field(default_factory=dict)
    behind: Mapping[str, Any] = field(default_factory=dict)
    target: Target = None
    timeout: float = 10.0
    limit: int = LIMIT
    invoke: Callable[[Call, str, Clock, Patience], Outcome] | None = None
    stuck: dict[str, float] = field(default_factory=dict)
    hurried: bool = False
    shown: set[Hashable] = field(default_factory=set)


def play(setup: Setup, example: Example) -> Exchange:
    """Serve an example to the client."""
    success = setup.success if setup.has_success else None

    def case(_: Request) -> Action:
        return example.action(success)

    times = example.script.times
    exchange = run(setup, case if times is None else fail(times, case, succeed({} if success is None else success)))
    if clock_wall.backend() is None and (_by_date(example) or clock_wall.reads_wall(exchange.outcome.error)):
        # `datetime.now` stood still: what the client made of the date, or of its own end, is not its fault.
        return replace(exchange, unclear=clock_wall.WANTED)
    return exchange


def _by_date(example: Example) -> bool:
    """Whether a client may ask for the date to know how long to wait: until one that the reply names, or until the next
    calendar period."""
    dated = example.retry_after is not None and example.retry_after.as_date
    wait = example.point.case.policy.wait if example.point.case is not None else None
    return dated or (wait is not None and wait.period is not None)


def play_success(setup: Setup, success: Success) -> Exchange:
    """Serve a success reply to the client."""
    return run(setup, succeed(success))


def run(setup: Setup, script: Script) -> Exchange:
    """Run the client once under a script, on a port of its own. Raises what is not the client's doing (a skip, an
    interrupt)."""
    server = setup.server
    server.move()
    watch = Watch(server)
    exchange = _run(setup, script, watch)
    kept = None if exchange.hits else watch.kept()
    if kept is None or not _returned(server, kept.port):
        return exchange
    # The client keeps the first base URL that it was given (one object for the whole process): so do we.
    again = _run(setup, script, Watch(server))
    if kept.sure or not _goes_on(server):
        server.keep()
        return again
    return exchange


def _returned(server: Server, port: int) -> bool:
    try:
        server.stay(port)
    except OSError:
        return False
    return True


def _goes_on(server: Server) -> bool:
    """Whether somebody asks though no call runs."""
    before = len(server.hits)
    clock.REAL.sleep(AFTERWARDS)
    server.quiesce()
    return len(server.hits) > before


def _run(setup: Setup, script: Script, watch: Watch) -> Exchange:
    server = setup.server
    current = Clock(quiesce=server.quiesce, hurry=Alarm.hurry)

    def too_many() -> None:
        current.runaway = True
        Alarm.hurry()
        if current.on_runaway is not None:
            current.on_runaway()

    otherwise = setup.success if setup.has_success else None
    answer = routed(script, routes=setup.routes, target=setup.target, behind=setup.behind, otherwise=otherwise)
    server.play(answer, limit=setup.limit, on_limit=too_many)
    foreign: list[tuple[str, int]] = []
    with warned.listening(setup.shown) as heard, clock_running.running(current), only_loopback(foreign, watch):
        begin, offset = clock.REAL.monotonic(), current.offset
        patience = Patience(setup.timeout, setup.stuck, lambda: len(server.hits))
        outcome = (setup.invoke or invoke)(setup.call, server.url, current, patience)
        real, end = clock.REAL.monotonic() - begin, current.now()
        current.settle_threads()
    server.quiesce()
    if server.error is not None:
        raise server.error
    hits = tuple(server.hits)
    if hits:
        watch.remember()
    runaway = (current.runaway and len(hits) >= setup.limit) or (current.outlived and len(hits) > 1)
    hung = real if outcome.how == "stopped" and not runaway else None
    if hung is not None and outcome.place and not setup.hurried:
        setup.stuck.setdefault(outcome.place, hung)
    idle = end - hits[-1].at if hung is not None and hits else 0.0
    return Exchange(
        hits,
        outcome,
        runaway=runaway,
        hung=hung,
        foreign=tuple(foreign),
        start=begin + offset,
        slept=real,
        idle=idle,
        port=server.port,
        late=tuple(watch.late),
        warned=tuple(heard),
    )


def invoke(call: Call, url: str, current: Clock, patience: Patience) -> Outcome:
    """Call the client; a coroutine runs in a loop of our own. A command that exits has ended by `SystemExit`."""
    with Alarm(patience):
        try:
            result = call(url)
            if inspect.isawaitable(result):
                result = _run_async(result)
            return Outcome("returned", result)
        except Stopped as exc:
            Alarm.rest()
            return Outcome("stopped", error=exc, place=exc.place or hanging.raised(exc.__traceback__))
        except (KeyboardInterrupt, GeneratorExit):
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
    main = wrapped()
    try:
        return loop.run_until_complete(main)
    except Stopped as exc:
        exc.place = hanging.waiting(main)
        raise
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
