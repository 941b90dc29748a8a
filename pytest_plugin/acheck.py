"""Checks in async tests: the examples are drawn in a thread of their own, the client runs on the test's loop."""

from __future__ import annotations

import asyncio
import concurrent.futures
import inspect
from collections.abc import Callable
from typing import Any

from . import hanging
from .check import Checker
from .clock import REAL, Clock
from .drive import Call, Outcome, is_own_outcome
from .hanging import Patience
from .record import Record
from .scripts import InvalidArgument


async def acheck(checker: Checker, call: Call, **options: Any) -> Record:
    """`Checker.check` for a running asyncio loop. Raises InvalidArgument where there is none (trio)."""
    __tracebackhide__ = True
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        raise InvalidArgument("acheck() needs a running asyncio loop; under trio use check() in a plain test") from None
    with concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="errpact") as executor:
        return await loop.run_in_executor(executor, lambda: checker.check(call, invoke=_on_loop(loop), **options))


def _on_loop(loop: asyncio.AbstractEventLoop) -> Any:
    def invoke(call: Call, url: str, current: Clock, patience: Patience) -> Outcome:
        async def main() -> Any:
            try:
                result = call(url)
                return await result if inspect.isawaitable(result) else result
            finally:
                # On the loop itself: what the call left there must not be hurried on before we look.
                current.over = True

        coroutine = main()
        future = asyncio.run_coroutine_threadsafe(coroutine, loop)
        current.on_runaway = future.cancel
        try:
            return Outcome("returned", _result(future, patience, lambda: hanging.waiting(coroutine)))
        except concurrent.futures.TimeoutError as exc:
            if future.done() and not future.cancelled():
                return Outcome("raised", error=exc)
            place = hanging.waiting(coroutine)
            future.cancel()
            return Outcome("stopped", error=exc, place=place)
        except concurrent.futures.CancelledError as exc:
            return Outcome("stopped" if current.runaway else "raised", error=exc)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as exc:
            if is_own_outcome(exc, call):
                raise
            return Outcome("raised", error=exc)

    return invoke


def _result(future: concurrent.futures.Future[Any], patience: Patience, place: Callable[[], str]) -> Any:
    """The call's result. Raises TimeoutError where it is given up, and what the call raised."""
    begin = REAL.monotonic()
    while True:
        try:
            return future.result(patience.pause)
        except concurrent.futures.TimeoutError:
            if future.done() or patience.over(REAL.monotonic() - begin, place):
                raise
