from __future__ import annotations

from enum import Enum


class Next(Enum):
    """What the sync should do with a consent after an error."""

    DROP = "drop"          # stop consuming data for this consent
    NEXT_MONTH = "month"   # monthly operational limit
    LATER = "later"        # leave it for the next nightly run
    REPORT = "report"      # somebody has to look at it


NEXT_BY_CODE = {
    "CONSENTIMENTO_NAO_AUTORIZADO": Next.DROP,
    "CONSENTIMENTO_EM_STATUS_REJEITADO": Next.DROP,
    "CONSENTIMENTO_NAO_ENCONTRADO": Next.REPORT,
    "LIMITE_OPERACIONAL_EXCEDIDO": Next.NEXT_MONTH,
    "ERRO_CHAMADA_API": Next.LATER,
    "TIMEOUT_CHAMADA_API": Next.LATER,
}


class BrickError(Exception):
    def __init__(self, status: int, code: str | None, text: str) -> None:
        super().__init__(f"{status} {code or 'no code'}: {text}")
        self.status = status
        self.code = code
        self.text = text

    @property
    def next(self) -> Next:
        if self.status in (500, 502, 503, 504):
            return Next.LATER
        return NEXT_BY_CODE.get(self.code or "", Next.REPORT)


class NotFinished(Exception):
    """202: accepted, the result is not there yet."""
