"""Cliente de consentimentos (visão receptor de dados)."""
import logging
import time
import uuid

import requests

from erros import ErroInterno, OutraInstituicao, montar

logger = logging.getLogger(__name__)

ESPERAS_50X = (3, 6, 12, 24, 48)
ESPERA_OUTRA_INSTITUICAO = 5 * 60


class BrickCliente:
    def __init__(self, url, token, timeout=20):
        self.url = url.rstrip("/")
        self.timeout = timeout
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {token}"

    def criar_consentimento(self, cpf, permissoes, expira_em, brand_id):
        return self._chamar("POST", "/consents", json={
            "data": {
                "brandId": brand_id,
                "loggedUser": {"document": {"identification": cpf, "rel": "CPF"}},
                "permissions": permissoes,
                "expirationDateTime": expira_em,
            },
        })

    def consultar_consentimento(self, consent_id):
        return self._chamar("GET", f"/consents/{consent_id}")

    def _chamar(self, metodo, caminho, **kwargs):
        esperas = iter(ESPERAS_50X)
        ja_esperou_minutos = False
        while True:
            try:
                return self._enviar(metodo, caminho, **kwargs)
            except ErroInterno as erro:
                espera = next(esperas, None)
                if espera is None:
                    raise
                logger.warning("%s %s: %s; nova tentativa em %ss", metodo, caminho, erro, espera)
            except OutraInstituicao as erro:
                if ja_esperou_minutos:
                    logger.error("abrir chamado, x-fapi-interaction-id %s", erro.interacao)
                    raise
                ja_esperou_minutos = True
                espera = ESPERA_OUTRA_INSTITUICAO
                logger.warning("%s %s: %s; aguardando %ss", metodo, caminho, erro, espera)
            time.sleep(espera)

    def _enviar(self, metodo, caminho, **kwargs):
        resposta = self.sessao.request(
            metodo,
            self.url + caminho,
            headers={"x-fapi-interaction-id": str(uuid.uuid4())},
            timeout=self.timeout,
            **kwargs,
        )
        if resposta.status_code in (200, 201):
            return resposta.json()
        raise montar(resposta)
