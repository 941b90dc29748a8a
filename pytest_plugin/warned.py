"""What a client warns its caller of (`warnings.warn`): it reaches the caller as a result does, who may make an error of
it. The warnings go on to whoever shows them, each once for a check."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Hashable, Iterator
from typing import Final

_FOR_DEVELOPERS: Final = (
    BytesWarning,
    DeprecationWarning,
    EncodingWarning,
    ImportWarning,
    PendingDeprecationWarning,
    ResourceWarning,
    SyntaxWarning,
)


@contextlib.contextmanager
def listening(shown: set[Hashable]) -> Iterator[list[Warning]]:
    """Gives a list that holds, at the end, the warnings that are for a caller. shown: those that were passed on."""
    heard: list[Warning] = []
    with warnings.catch_warnings(record=True) as log:
        try:
            yield heard
        finally:
            issued = list(log)
    for each in issued:
        message = each.message if isinstance(each.message, Warning) else each.category(each.message)
        if not isinstance(message, _FOR_DEVELOPERS) and "never awaited" not in str(message):
            heard.append(message)
        place = (each.category, str(message), each.filename, each.lineno)
        if place not in shown:
            shown.add(place)
            _pass_on(message, each)


def _pass_on(message: Warning, issued: warnings.WarningMessage) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")  # the filters in force have let it through before
        warnings.warn_explicit(message, issued.category, issued.filename, issued.lineno, source=issued.source)
