import logging
import time

import requests

from . import conf
from .excecoes import BrickErro, BrickIndisponivel, classe_para

logger = logging.getLogger("pagamentos.brick")


class ClienteBrick:
    def __init__(self, token, url=conf.URL):
        self.url = url.rstrip("/")
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = "Bearer " + token

    def iniciar_pix(self, consentimento, valor, chave_idempotencia):
        corpo = {"data": {"consentId": consentimento, "payment": {"amount": "%.2f" % valor, "currency": "BRL"}}}
        return self._repetindo(
            "POST", "/payments/v4/pix/payments", json=corpo, headers={"x-idempotency-key": chave_idempotencia}
        )

    def _repetindo(self, metodo, caminho, **opcoes):
        espera = conf.ESPERA_INICIAL
        for tentativa in range(conf.TENTATIVAS):
            try:
                return self._uma_vez(metodo, caminho, **opcoes)
            except BrickIndisponivel as erro:
                if tentativa + 1 == conf.TENTATIVAS:
                    raise
                logger.warning("tentativa %d falhou (%s), aguardando %ds", tentativa + 1, erro, espera)
                time.sleep(espera)
                espera = min(espera * 2, conf.ESPERA_MAXIMA)

    def _uma_vez(self, metodo, caminho, **opcoes):
        resposta = self.sessao.request(metodo, self.url + caminho, timeout=conf.TIMEOUT, **opcoes)
        if resposta.status_code in (200, 201):
            return resposta.json()["data"]
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {}
        if resposta.status_code < 400:
            raise BrickErro(resposta.status_code, "", "resposta sem pagamento", resposta.text[:300])
        codigo = corpo.get("code") or corpo.get("error") or ""
        classe = classe_para(resposta.status_code, codigo)
        raise classe(
            resposta.status_code,
            codigo,
            corpo.get("title", ""),
            corpo.get("detail") or corpo.get("error_description") or corpo.get("message"),
        )
