from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Remedy(Enum):
    RENEW_TOKEN = "renew-token"
    SKIP_CATEGORY = "skip-category"
    NEXT_PERIOD = "next-period"
    SOME_MINUTES = "some-minutes"
    BACK_OFF = "back-off"
    REPORT = "report"


REMEDIES: dict[str, Remedy] = {
    "TOKEN_NAO_AUTORIZADO": Remedy.RENEW_TOKEN,
    "CONSENTIMENTO_NAO_AUTORIZADO": Remedy.SKIP_CATEGORY,
    "CONSENTIMENTO_EM_STATUS_REJEITADO": Remedy.SKIP_CATEGORY,
    "LIMITE_OPERACIONAL_EXCEDIDO": Remedy.NEXT_PERIOD,
    "ERRO_CHAMADA_API": Remedy.SOME_MINUTES,
    "TIMEOUT_CHAMADA_API": Remedy.SOME_MINUTES,
}


@dataclass(eq=False)
class BrickFault(Exception):
    status: int
    code: str
    text: str

    def __str__(self) -> str:
        return f"HTTP {self.status} {self.code or '(no code)'}: {self.text}"

    @property
    def remedy(self) -> Remedy:
        if self.status in range(500, 506):
            return Remedy.BACK_OFF
        return REMEDIES.get(self.code, Remedy.REPORT)

    @classmethod
    def from_body(cls, status: int, body: Any) -> BrickFault:
        if not isinstance(body, dict):
            return cls(status, "", "")
        text = body.get("detail") or body.get("error_description") or body.get("message") or ""
        return cls(status, body.get("code") or "", text)
