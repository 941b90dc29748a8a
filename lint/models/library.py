"""All models together, as the interpreter asks them. Importing this registers every one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ..flow.classes import ClassInfo
from ..flow.state import State
from ..flow.values import Made, Value
from . import (
    addresses,
    backoff,
    builtins,
    celery,
    configured,
    context_variables,
    contexts,
    decoders,
    dispatching,
    functional,
    futures,
    http,
    iterables,
    iterators,
    job_runners,
    laziness,
    methods,
    patterns,
    process,
    questions,
    queues,
    records,
    results,
    retry_decorators,
    retry_objects,
    retrying,
    sessions,
    stamina,
    stdlib,
    table,
    tenacity,
    threads,
    times,
)

REGISTERED: Final = (
    addresses,
    backoff,
    builtins,
    celery,
    context_variables,
    contexts,
    decoders,
    dispatching,
    functional,
    futures,
    http,
    iterables,
    iterators,
    job_runners,
    laziness,
    patterns,
    process,
    questions,
    queues,
    records,
    results,
    retry_decorators,
    retry_objects,
    retrying,
    stamina,
    stdlib,
    tenacity,
    times,
)
"""Each has registered what it models in `table` by being imported."""

Found = list[tuple[State, Value]]
Kwargs = list[tuple[str, Value]]


class Models:
    """The `Library` of the analysis."""

    method = staticmethod(methods.call)
    pure_method = staticmethod(methods.pure_method)
    is_instance = staticmethod(questions.is_instance)
    guess = staticmethod(http.maybe_request)
    left_for_later = staticmethod(threads.left_for_later)

    def model(self, name: str) -> Callable[..., Any] | None:
        return table.MODELS.get(name)

    def made(self, value: Made) -> Callable[..., Any] | None:
        return table.MADE.get(value.name)

    def layer(self, kind: str) -> Callable[..., Any]:
        return table.LAYERS[kind]

    def driver(self, name: str) -> Callable[..., Any] | None:
        return table.DRIVERS.get(name)

    def configured(self, it: Any, func: Value, args: list[Value], kwargs: Kwargs, st: State, site: Any) -> Found | None:
        return configured.call(it, func, args, kwargs, st, site)

    def expected(self, it: Any, kind: Value) -> str | None:
        names = configured.of(it)
        return names.name(kind, names.exceptions)

    def inherited(self, it: Any, st: State, info: ClassInfo) -> dict[str, Value]:
        return sessions.from_the_start(it, st, sessions.library_of_class(info))

    def positional(self, name: str) -> tuple[str, ...]:
        return (results.FIELDS[name],) if name in results.FIELDS else ()

    def inherits(self, info: ClassInfo, name: str) -> bool:
        of_session = name in sessions.INHERITED and sessions.library_of_class(info) is not None
        return of_session or threads.inherits(info, name)

    def mends(self, it: Any, func: Value) -> bool:
        names = configured.of(it)
        return names.name(func, names.remedies) is not None

    def decorator(self, it: Any, name: str, args: list[Value], kwargs: Kwargs, st: State, site: Any) -> Found | None:
        if name != "task" or not {k for k, _ in kwargs} & set(celery.OPTIONS):
            return None
        found: Found = celery.shared_task(it, st, args, kwargs, site, "celery.shared_task")
        return found
