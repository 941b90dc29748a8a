from __future__ import annotations

import time
from typing import Any

import requests

from config import ConfigBrick
from erros import ErroBrick


class ClienteBrick:
    def __init__(self, config: ConfigBrick) -> None:
        self.config = config
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {config.token}"

    def _uma_vez(self, caminho: str) -> dict[str, Any]:
        resposta = self.sessao.get(self.config.url + caminho, timeout=self.config.limite_segundos)
        if resposta.status_code >= 400:
            raise ErroBrick.da_resposta(resposta)
        return resposta.json()

    def obter(self, caminho: str) -> dict[str, Any]:
        quedas = lentidoes = 0
        while True:
            try:
                return self._uma_vez(caminho)
            except ErroBrick as erro:
                if erro.falha_do_servidor and quedas < self.config.tentativas_50x:
                    time.sleep(self.config.espera_base * 2**quedas)
                    quedas += 1
                elif erro.instituicao_lenta and lentidoes < self.config.tentativas_instituicao:
                    time.sleep(self.config.espera_instituicao)
                    lentidoes += 1
                else:
                    raise

    def consentimento(self, consent_id: str) -> dict[str, Any]:
        return self.obter(f"/open-banking/consents/v3/consents/{consent_id}")
