import json
import uuid

import urllib3

from .problemas import Problema

SO_CONEXAO = urllib3.Retry(total=None, connect=3, read=0, status=0, redirect=0, other=0, backoff_factor=0.5)


class PixGateway:
    def __init__(self, url: str, token: str):
        self._url = url
        self._token = token
        self._pool = urllib3.PoolManager(retries=SO_CONEXAO, timeout=urllib3.Timeout(connect=3, read=30))

    def iniciar(self, consent_id: str, valor: str, cnpj_itp: str, chave: str | None = None) -> dict:
        resposta = self._pool.request(
            "POST",
            f"{self._url}/payments/v1/pix/payments",
            body=json.dumps({
                "data": {
                    "consentId": consent_id,
                    "cnpjInitiator": cnpj_itp,
                    "payment": {"amount": valor, "currency": "BRL"},
                }
            }),
            headers={
                "Authorization": f"Bearer {self._token}",
                "Content-Type": "application/json",
                "x-idempotency-key": chave or str(uuid.uuid4()),
            },
        )
        try:
            corpo = json.loads(resposta.data or b"{}")
        except ValueError:
            corpo = {"message": resposta.data.decode("utf-8", "replace")}
        if resposta.status in (200, 201):
            return corpo["data"]
        if resposta.status == 202:
            return {**corpo.get("data", {}), "concluido": False}
        raise Problema.de(resposta.status, corpo)
