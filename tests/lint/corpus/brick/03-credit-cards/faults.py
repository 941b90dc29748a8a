from __future__ import annotations

import attrs
import requests

#: the customer has to go through the consent journey once more
CONSENT_OVER = frozenset(
    {
        "CONSENTIMENTO_INVALIDO",
        "CONSENTIMENTO_NAO_AUTORIZADO",
        "CONSENTIMENTO_EM_STATUS_REJEITADO",
        "CONSENTIMENTO_NAO_ENCONTRADO",
    }
)


@attrs.frozen
class Fault:
    http: int
    code: str = ""
    text: str = ""

    @classmethod
    def from_response(cls, response: requests.Response) -> "Fault":
        try:
            document = response.json()
        except ValueError:
            return cls(response.status_code, text=response.text[:200])
        items = document.get("errors") or [{}]
        first = items[0]
        return cls(response.status_code, first.get("code", ""), first.get("title", ""))

    @property
    def consent_over(self) -> bool:
        return self.code in CONSENT_OVER


class CardsUnavailable(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(f"cards not read: {fault}")
        self.fault = fault


class ConsentOver(CardsUnavailable):
    pass
