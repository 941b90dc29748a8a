import logging

import requests
from django.conf import settings

logger = logging.getLogger(__name__)


class BrickErro(Exception):
    def __init__(self, status, corpo):
        self.status = status
        self.corpo = corpo
        self.codigo = corpo.get("code")
        super().__init__("Brick respondeu %s (%s)" % (status, self.codigo or corpo))


class RenovarConsentimento(BrickErro):
    """O cliente precisa autorizar de novo."""


PEDIR_DE_NOVO = {
    "CONSENTIMENTO_NAO_AUTORIZADO",
    "CONSENTIMENTO_EM_STATUS_REJEITADO",
    "CONSENTIMENTO_EXPIRADO",
}


class BrickServico:
    def __init__(self, base_url=None, token=None):
        self.base_url = base_url or settings.BRICK_URL
        self.token = token or settings.BRICK_TOKEN

    def _get(self, caminho):
        r = requests.get(self.base_url + caminho, headers={"Authorization": "Bearer " + self.token}, timeout=20)
        if r.status_code == 200:
            return r.json()["data"]
        corpo = r.json()
        if corpo.get("code") in PEDIR_DE_NOVO:
            raise RenovarConsentimento(r.status_code, corpo)
        raise BrickErro(r.status_code, corpo)

    def contas(self, consentimento):
        return self._get("/accounts/v2/%s/accounts" % consentimento)

    def cartoes(self, consentimento):
        try:
            return self._get("/credit-cards-accounts/v2/%s/accounts" % consentimento)
        except BrickErro:
            logger.info("sem cartões para %s", consentimento)
            return []
