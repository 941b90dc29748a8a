from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .errors import NoDataError
from .transport import DEFAULT_BASE, Transport


@dataclass(frozen=True, slots=True)
class Invoice:
    folio: int
    issuer: str
    total: Decimal


class InvoiceSync:
    PATH = "/v1/cl/services/sii.cl/purchase-book"

    def __init__(self, token: str, base_url: str = DEFAULT_BASE) -> None:
        self.transport = Transport(token, base_url)

    def month(self, rut: str, password: str, period: str) -> list[Invoice]:
        payload = {"Username": rut, "Password": password, "Period": period}
        try:
            data = self.transport.post(self.PATH, payload)
        except NoDataError:
            return []
        return [
            Invoice(row["Folio"], row["Issuer"], Decimal(str(row["Total"])))
            for row in data["Invoices"]
        ]

    def year(self, rut: str, password: str, year: int) -> Iterator[tuple[str, list[Invoice]]]:
        for month in range(1, 13):
            period = f"{year}-{month:02d}"
            yield period, self.month(rut, password, period)
