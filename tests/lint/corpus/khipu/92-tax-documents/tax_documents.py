"""Invoices received by a merchant, as the tax office lists them."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from khipu_gateway import KhipuGateway, Rejected

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Invoice:
    folio: int
    issuer: str
    issued: date
    total: Decimal


class TaxDocumentsService:
    def __init__(self, gateway: KhipuGateway) -> None:
        self._gateway = gateway

    def received(self, rut: str, password: str, month: str) -> list[Invoice]:
        payload = {"Username": rut, "Password": password, "Period": month}
        try:
            data = self._gateway.post("/v1/cl/services/sii.cl/received-documents", payload)
        except Rejected:
            logger.info("no documents for %s in %s", rut, month)
            return []
        return [
            Invoice(int(row["Folio"]), row["Issuer"], date.fromisoformat(row["Date"]), Decimal(str(row["Total"])))
            for row in data["Documents"]
        ]
