"""Catalogue of the Open Data return codes, as agreed with the Business Desk (document INT-0412, rev. 7)."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Disposition(Enum):
    """What the bank does with a return code; the attributes drive the desk's routing."""

    COMPLETE = ("complete", False)
    INCOMPLETE = ("incomplete", False)
    CUSTOMER_ACTION = ("customer-action", True)
    DEFERRED = ("deferred", True)
    INTEGRATION_FAULT = ("integration-fault", True)
    PROVIDER_FAULT = ("provider-fault", True)
    UNDOCUMENTED = ("undocumented", True)

    def __init__(self, label: str, failure: bool) -> None:
        self.label = label
        self.failure = failure


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    code: int
    disposition: Disposition
    remark: str
    not_before_seconds: int = 0


def _entries(disposition: Disposition, remarks: dict[int, str]) -> list[CatalogueEntry]:
    return [CatalogueEntry(code, disposition, remark) for code, remark in remarks.items()]


HALF_AN_HOUR = 30 * 60
ONE_DAY = 24 * 60 * 60

_ALL: list[CatalogueEntry] = [
    CatalogueEntry(200, Disposition.COMPLETE, "delivered"),
    *_entries(Disposition.INCOMPLETE, {
        201: "more consent needed for the remainder",
        202: "some transaction details are absent",
        203: "no CPF in the report",
    }),
    CatalogueEntry(406, Disposition.DEFERRED, "login frozen until tomorrow", ONE_DAY),
    CatalogueEntry(414, Disposition.DEFERRED, "bank security measure", ONE_DAY),
    CatalogueEntry(415, Disposition.DEFERRED, "registration in progress", HALF_AN_HOUR),
    *_entries(Disposition.CUSTOMER_ACTION, {
        402: "credential rejected", 405: "no account behind the login", 407: "activation outstanding",
        408: "account blocked", 409: "other account type", 410: "credential malformed", 413: "session open elsewhere",
        416: "single device account", 417: "external authenticator", 418: "not registered", 419: "phone limit",
        420: "regularisation needed", 433: "password wrong", 434: "mfa wrong", 435: "mfa not given",
    }),
    *_entries(Disposition.INTEGRATION_FAULT, {
        400: "signature", 401: "cpf unknown", 411: "trace id", 412: "superfluous token", 429: "throttled",
        430: "data deleted by us", 431: "update quota", 501: "partner credential absent", 502: "partner inactive",
        503: "partner credential wrong", 504: "data type not granted", 505: "request parameter",
    }),
    *_entries(Disposition.PROVIDER_FAULT, {
        403: "bank service", 404: "unexpected", 432: "institution unavailable", 500: "internal",
    }),
]


class ReturnCodeCatalogue:
    def __init__(self, entries: list[CatalogueEntry] | None = None) -> None:
        self._by_code = {entry.code: entry for entry in (entries or _ALL)}

    def describe(self, code: int) -> CatalogueEntry:
        return self._by_code.get(code) or CatalogueEntry(code, Disposition.UNDOCUMENTED, "not in INT-0412")
