from __future__ import annotations

import functools
from typing import Any, Callable


class ProviderFailure(Exception):
    """All that the core knows about a provider's failure."""

    def __init__(self, provider: str, operation: str) -> None:
        super().__init__(f"{provider}: {operation} failed")
        self.provider = provider
        self.operation = operation


def translates(provider: str, *errors: type[Exception]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The core must not depend on a provider's exceptions."""

    def decorate(method: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(method)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            try:
                return method(*args, **kwargs)
            except errors:
                raise ProviderFailure(provider, method.__name__) from None

        return wrapper

    return decorate
