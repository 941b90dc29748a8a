from __future__ import annotations


class BrokerError(Exception):
    """Base class for all brokers that we talk to."""

    def __init__(self, message: str, *, http_status: int | None = None) -> None:
        super().__init__(message)
        self.http_status = http_status


class FlanksBrokerError(BrokerError):
    def __init__(self, message: str, *, http_status: int, flanks_code: int | None) -> None:
        super().__init__(message, http_status=http_status)
        self.flanks_code = flanks_code
