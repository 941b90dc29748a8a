"""Futures: values that hold what a task or a pool's job came to, a result or an error."""

from __future__ import annotations

from typing import Final

from .values import Made, Value

FUTURE: Final = "concurrent.futures.Future"
STARTERS: Final = frozenset({"create_task", "ensure_future", "start_soon", "run_coroutine_threadsafe"})
"""Functions and methods that take a coroutine and give a task."""
GROUPS: Final = frozenset({"asyncio.TaskGroup", "anyio.create_task_group", "trio.open_nursery"})
"""What waits at its end for the tasks that it started, and raises what they raised as a group."""
FAILED: Final = "__failed__"
"""The attribute of a group of tasks that holds what they raised."""


def future(outcome: Value) -> Made:
    """A future that is done: with a value, or with what was thrown."""
    return outcome if isinstance(outcome, Made) and outcome.name == FUTURE else Made(FUTURE, (outcome,))


def unwrapped(value: Value) -> Value:
    """What awaiting a value gives; an error that a future holds is thrown."""
    return value.args[0] if isinstance(value, Made) and value.name == FUTURE else value
