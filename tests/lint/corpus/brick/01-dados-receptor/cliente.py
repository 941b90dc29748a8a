import logging
from typing import Any, Iterator

import requests
from tenacity import Retrying, before_sleep_log, retry_if_exception_type, stop_after_attempt, wait_exponential

from erros import ErroServidor, a_partir_de

logger = logging.getLogger("receptor.brick")

# 3, 6, 12, 24 e 48 segundos
REPETICAO = dict(
    retry=retry_if_exception_type(ErroServidor),
    wait=wait_exponential(multiplier=3, exp_base=2, max=48),
    stop=stop_after_attempt(6),
    before_sleep=before_sleep_log(logger, logging.WARNING),
    reraise=True,
)


class ClienteReceptor:
    def __init__(self, base_url: str, token: str, sessao: requests.Session | None = None):
        self.base_url = base_url.rstrip("/")
        self.sessao = sessao or requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {token}"

    def _get(self, caminho: str, **params: Any) -> dict:
        resposta = self.sessao.get(self.base_url + caminho, params=params, timeout=30)
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {"detail": resposta.text[:200]}
        if resposta.status_code == 200:
            return corpo
        erro = a_partir_de(resposta.status_code, corpo)
        logger.info("brick respondeu %s", erro)
        raise erro

    def obter(self, caminho: str, **params: Any) -> dict:
        return Retrying(**REPETICAO)(self._get, caminho, **params)

    def contas(self, consent_id: str) -> list[dict]:
        return self.obter("/accounts", consentId=consent_id)["data"]

    def transacoes(self, consent_id: str, conta: str) -> Iterator[dict]:
        pagina = 1
        while True:
            corpo = self.obter(f"/accounts/{conta}/transactions", consentId=consent_id, page=pagina)
            yield from corpo["data"]
            if pagina >= corpo.get("meta", {}).get("totalPages", 1):
                return
            pagina += 1
