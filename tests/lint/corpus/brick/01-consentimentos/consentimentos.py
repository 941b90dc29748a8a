from __future__ import annotations

from typing import Callable

import requests
from pydantic import BaseModel

from erros import CorpoErro, FalhaBrick, classe_de
from espera import com_espera


class Consentimento(BaseModel):
    consentId: str
    status: str
    em_processamento: bool = False


class Consentimentos:
    def __init__(
        self,
        base_url: str,
        token: Callable[[], str],
        dormir: Callable[[float], None],
    ) -> None:
        self.base_url = base_url
        self.token = token
        self.dormir = dormir
        self.sessao = requests.Session()

    @com_espera
    def criar(self, cpf: str, permissoes: list[str], chave: str) -> Consentimento:
        resp = self.sessao.post(
            f"{self.base_url}/open-banking/consents/v3/consents",
            json={"data": {"loggedUser": {"document": {"identification": cpf}}, "permissions": permissoes}},
            headers={"Authorization": f"Bearer {self.token()}", "x-idempotency-key": chave},
            timeout=30,
        )
        self._conferir(resp)
        return Consentimento(**resp.json()["data"], em_processamento=resp.status_code == 202)

    @com_espera
    def consultar(self, consent_id: str) -> Consentimento:
        resp = self.sessao.get(
            f"{self.base_url}/open-banking/consents/v3/consents/{consent_id}",
            headers={"Authorization": f"Bearer {self.token()}"},
            timeout=30,
        )
        self._conferir(resp)
        return Consentimento(**resp.json()["data"], em_processamento=resp.status_code == 202)

    @staticmethod
    def _conferir(resp: requests.Response) -> None:
        if resp.ok:
            return
        try:
            corpo = CorpoErro.model_validate(resp.json())
        except ValueError:
            corpo = CorpoErro(detail=resp.text)
        classe: type[FalhaBrick] = classe_de(resp.status_code, corpo.code)
        raise classe(resp.status_code, corpo, resp.headers.get("x-fapi-interaction-id"))
