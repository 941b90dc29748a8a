"""
Klavi API client.

A small, typed client for the Klavi Open Data report endpoint and the
"update user data" endpoint.

Example:
    >>> client = KlaviClient(KlaviConfig(partner_code="p", partner_token="t"))
    >>> result = client.get_report("12345678909")
    >>> result.is_complete
    True
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from typing import Any, Dict, FrozenSet, Mapping, Optional, Type

import requests

logger = logging.getLogger(__name__)


class KlaviError(Exception):
    """Base exception for all Klavi errors."""


class KlaviConnectionError(KlaviError):
    """The API could not be reached."""


class KlaviAPIError(KlaviError):
    """The API answered with an error code."""

    def __init__(self, code: int, message: str, payload: Optional[Dict[str, Any]] = None) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message
        self.payload = payload or {}


class KlaviAuthenticationError(KlaviAPIError):
    """Partner code or token missing, inactive or wrong."""


class KlaviPermissionError(KlaviAPIError):
    """The partner or the user has not granted access."""


class KlaviValidationError(KlaviAPIError):
    """The request is incomplete or malformed."""


class KlaviNotFoundError(KlaviAPIError):
    """There is nothing stored for this CPF."""


@dataclass(frozen=True)
class KlaviConfig:
    partner_code: str
    partner_token: str
    base_url: str = "https://api.klavi.ai"
    timeout: float = 30.0
    max_connection_retries: int = 3
    backoff_factor: float = 0.5


@dataclass(frozen=True)
class ReportResult:
    cpf: str
    data: Dict[str, Any]
    missing: FrozenSet[str] = field(default_factory=frozenset)

    @property
    def is_complete(self) -> bool:
        return not self.missing


class KlaviClient:
    """Client for the Klavi API."""

    _REPORT_GAPS: Mapping[int, str] = {
        201: "extra-authorization",
        202: "transactions",
        203: "cpf",
    }

    _REPORT_ERRORS: Mapping[int, Type[KlaviAPIError]] = {
        401: KlaviNotFoundError,
        411: KlaviValidationError,
        430: KlaviNotFoundError,
        501: KlaviAuthenticationError,
        502: KlaviAuthenticationError,
        503: KlaviAuthenticationError,
        504: KlaviPermissionError,
        505: KlaviValidationError,
    }

    _UPDATE_ERRORS: Mapping[int, Type[KlaviAPIError]] = {
        600: KlaviValidationError,
        601: KlaviPermissionError,
        602: KlaviValidationError,
        701: KlaviAuthenticationError,
        702: KlaviAuthenticationError,
        703: KlaviAuthenticationError,
        704: KlaviPermissionError,
        708: KlaviValidationError,
    }

    def __init__(self, config: KlaviConfig, session: Optional[requests.Session] = None) -> None:
        self._config = config
        self._session = session or requests.Session()
        self._session.headers.update(
            {"partnerCode": config.partner_code, "partnerToken": config.partner_token}
        )

    def get_report(self, cpf: str) -> ReportResult:
        """Return the stored report, with the parts that are missing."""
        body = self._request("GET", "/data/v1/report", params={"cpf": cpf})
        code = body["code"]
        if code == 200:
            return ReportResult(cpf=cpf, data=body["data"])
        if code in self._REPORT_GAPS:
            return ReportResult(cpf, body.get("data") or {}, frozenset({self._REPORT_GAPS[code]}))
        self._handle_error(body, self._REPORT_ERRORS)

    def set_auto_update(self, connection_key: str, allowed: bool) -> None:
        """Switch automatic updates of a connection on or off."""
        payload = {"connectionKey": connection_key, "allowAutoUpdate": allowed}
        body = self._request("POST", "/data/v1/update", json=payload)
        if body["code"] != 200:
            self._handle_error(body, self._UPDATE_ERRORS)

    def _request(self, method: str, path: str, **kwargs: Any) -> Dict[str, Any]:
        url = f"{self._config.base_url}{path}"
        last_error: Optional[Exception] = None
        for attempt in range(self._config.max_connection_retries):
            try:
                response = self._session.request(method, url, timeout=self._config.timeout, **kwargs)
                return response.json()
            except (requests.exceptions.ConnectionError, requests.exceptions.Timeout) as exc:
                last_error = exc
                delay = self._config.backoff_factor * (2 ** attempt)
                logger.warning("Attempt %d failed: %s. Retrying in %.1fs", attempt + 1, exc, delay)
                time.sleep(delay)
            except ValueError as exc:
                raise KlaviError(f"Invalid JSON in response: {exc}") from exc
        raise KlaviConnectionError(f"Could not reach {url}") from last_error

    @staticmethod
    def _handle_error(body: Dict[str, Any], mapping: Mapping[int, Type[KlaviAPIError]]) -> None:
        code = body["code"]
        error_class = mapping.get(code, KlaviAPIError)
        raise error_class(code, body.get("message", ""), body)
