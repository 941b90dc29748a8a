from datetime import datetime, timedelta, timezone

import requests
from tenacity import (
    retry,
    retry_if_not_exception_type,
    stop_after_attempt,
    wait_exponential,
)

from erros import CredencialRecusada, ErroBrick, NaoEncontrado

# 1 + 5 tentativas, 3-6-12-24-48 segundos, como manda a documentação
com_repeticao = retry(
    retry=retry_if_not_exception_type((CredencialRecusada, NaoEncontrado)),
    stop=stop_after_attempt(6),
    wait=wait_exponential(multiplier=3, max=48),
    reraise=True,
)

PERMISSOES = [
    "RESOURCES_READ",
    "ACCOUNTS_READ",
    "ACCOUNTS_BALANCES_READ",
    "ACCOUNTS_TRANSACTIONS_READ",
]


class Consentimentos:
    def __init__(self, token, base_url="https://api.brickbank.com.br"):
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    @com_repeticao
    def _chamar(self, metodo, caminho, **kwargs):
        response = self._session.request(metodo, self._base_url + caminho, timeout=(5, 30), **kwargs)
        if not response.ok:
            raise ErroBrick.from_response(response)
        return response.json()["data"]

    def criar(self, cpf, brand_id, dias=180):
        expira = datetime.now(timezone.utc) + timedelta(days=dias)
        return self._chamar(
            "POST",
            "/consents/v3/consents",
            json={
                "data": {
                    "brandId": brand_id,
                    "loggedUser": {"document": {"identification": cpf, "rel": "CPF"}},
                    "permissions": PERMISSOES,
                    "expirationDateTime": expira.strftime("%Y-%m-%dT%H:%M:%SZ"),
                }
            },
        )

    def situacao(self, consent_id):
        return self._chamar("GET", f"/consents/v3/consents/{consent_id}")["status"]

    def existe(self, consent_id):
        try:
            self.situacao(consent_id)
        except NaoEncontrado as erro:
            if erro.code == "CONSENTIMENTO_NAO_ENCONTRADO":
                return False
            raise
        return True
