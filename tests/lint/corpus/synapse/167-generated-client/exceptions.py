"""Exception hierarchy for the SynapseFI client."""

from typing import Any, Dict, Optional, Type


class SynapseClientError(Exception):
    """Base exception."""


class SynapseTransportError(SynapseClientError):
    """Raised when the request could not be sent."""


class SynapseAPIError(SynapseClientError):
    """Raised when the API returns an error."""

    def __init__(self, message: str, http_code: str, error_code: str, body: Optional[Dict[str, Any]] = None):
        super().__init__(f"{message} (http={http_code}, error={error_code})")
        self.message = message
        self.http_code = http_code
        self.error_code = error_code
        self.body = body or {}


class AuthenticationError(SynapseAPIError):
    """Invalid client or user credentials, or fingerprint."""


class InvalidRequestError(SynapseAPIError):
    """Payload or values are wrong."""


class ForbiddenError(SynapseAPIError):
    """The action is not allowed."""


class NotFoundError(SynapseAPIError):
    """The object does not exist."""


class ConflictError(SynapseAPIError):
    """The idempotency key has been used."""


class RateLimitError(SynapseAPIError):
    """Too many requests."""


class ServerError(SynapseAPIError):
    """The request failed on the server."""


ERROR_MAP: Dict[str, Type[SynapseAPIError]] = {
    "100": AuthenticationError,
    "110": AuthenticationError,
    "120": AuthenticationError,
    "401": AuthenticationError,
    "200": InvalidRequestError,
    "400": InvalidRequestError,
    "300": ForbiddenError,
    "410": ForbiddenError,
    "404": NotFoundError,
    "450": ConflictError,
    "429": RateLimitError,
    "500": ServerError,
    "503": ServerError,
}
