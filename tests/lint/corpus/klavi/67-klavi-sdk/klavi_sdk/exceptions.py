from __future__ import annotations


class KlaviApiError(Exception):
    """Base of everything the API answers with a code other than a 2xx."""

    def __init__(self, code: int, message: str, request_path: str) -> None:
        super().__init__(f"{request_path}: {code} {message}")
        self.code = code
        self.message = message
        self.request_path = request_path


class RequestRejected(KlaviApiError):
    """The call is malformed or the partner isn't allowed to make it."""


class ConnectionRefused(KlaviApiError):
    """The institution did not let us in."""


class CapacityError(KlaviApiError):
    """Too much asked, or nobody there to serve it."""


class PlatformError(KlaviApiError):
    """Klavi's own trouble."""


_FAMILIES: tuple[tuple[range, type[KlaviApiError]], ...] = (
    (range(400, 402), RequestRejected),
    (range(402, 404), ConnectionRefused),
    (range(404, 405), PlatformError),
    (range(405, 411), ConnectionRefused),
    (range(411, 413), RequestRejected),
    (range(413, 421), ConnectionRefused),
    (range(429, 436), CapacityError),
    (range(500, 501), PlatformError),
    (range(501, 506), RequestRejected),
)


def to_exception(code: int, message: str, path: str) -> KlaviApiError:
    for span, family in _FAMILIES:
        if code in span:
            return family(code, message, path)
    return KlaviApiError(code, message, path)
