"""Technical gateway to Klavi: one call, one reply, no judgement about resending."""
from __future__ import annotations

import abc
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

from catalogue import CatalogueEntry, ReturnCodeCatalogue


@dataclass(frozen=True)
class GatewaySettings:
    base_url: str = field(default_factory=lambda: os.environ.get("KLAVI_BASE_URL", "https://api.klavi.ai"))
    partner_token: str = field(default_factory=lambda: os.environ.get("KLAVI_PARTNER_TOKEN", ""), repr=False)
    connect_timeout: float = 5.0
    read_timeout: float = 40.0


class GatewayException(Exception):
    """Root of everything that leaves this module."""


class UnreadableReplyException(GatewayException):
    def __init__(self, http_status: int, text: str) -> None:
        super().__init__(f"reply without a return code (HTTP {http_status})")
        self.http_status = http_status
        self.text = text


class ReturnCodeException(GatewayException):
    def __init__(self, entry: CatalogueEntry, body: Mapping[str, Any]) -> None:
        super().__init__(f"klavi {entry.code}: {entry.remark} [{entry.disposition.label}]")
        self.entry = entry
        self.body = dict(body)

    @property
    def code(self) -> int:
        return self.entry.code


@dataclass(frozen=True)
class ReportReply:
    entry: CatalogueEntry
    data: Mapping[str, Any]


class ReportGateway(abc.ABC):
    @abc.abstractmethod
    def fetch_report(self, report_id: str) -> ReportReply:
        """Returns a complete or incomplete report, raises ReturnCodeException for everything else."""


class KlaviReportGateway(ReportGateway):
    def __init__(
        self,
        settings: GatewaySettings,
        catalogue: ReturnCodeCatalogue | None = None,
        session: requests.Session | None = None,
    ) -> None:
        self._settings = settings
        self._catalogue = catalogue or ReturnCodeCatalogue()
        self._session = session or requests.Session()
        self._session.headers["Authorization"] = f"Bearer {settings.partner_token}"

    def fetch_report(self, report_id: str) -> ReportReply:
        response = self._session.get(
            f"{self._settings.base_url}/open-data/v1/reports/{report_id}",
            timeout=(self._settings.connect_timeout, self._settings.read_timeout),
        )
        try:
            body = response.json()
            code = int(body["code"])
        except (ValueError, TypeError, KeyError) as cause:
            raise UnreadableReplyException(response.status_code, response.text) from cause
        entry = self._catalogue.describe(code)
        if entry.disposition.failure:
            raise ReturnCodeException(entry, body)
        return ReportReply(entry, body.get("data") or {})
