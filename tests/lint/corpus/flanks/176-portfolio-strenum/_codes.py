"""Error codes of the Flanks API."""

from __future__ import annotations

from enum import StrEnum


class ErrorCode(StrEnum):
    """Values of ``error_code``."""

    INCOMPLETE = "20001"
    PROCESSING = "20002"
    SCA_ERROR = "20003"
    CONFIGURATION_ERROR = "40001"
    BANK_ERROR = "50001"
    CREDENTIALS_ERROR = "50002"
    SCA_REQUIRED = "50003"
