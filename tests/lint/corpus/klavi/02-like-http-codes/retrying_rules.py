"""Same rules as in our other HTTP clients."""
from http import HTTPStatus

MAX_ATTEMPTS = 4

_TEMPORARY = frozenset(
    {
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    }
)


def is_temporary(code: int) -> bool:
    return code in _TEMPORARY


def delay(attempt: int) -> float:
    return 15.0 * 2 ** (attempt - 1)
