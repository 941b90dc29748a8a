import requests

from excecoes import ErroBrick
from retentativa import com_retentativa


class ClienteBrick:
    def __init__(self, token, url="https://api.brickbank.com.br", timeout=10):
        self.url = url
        self.timeout = timeout
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {token}"

    def _tratar(self, resposta):
        if resposta.status_code >= 400:
            try:
                corpo = resposta.json()
            except ValueError:
                corpo = {}
            raise ErroBrick(resposta.status_code, corpo)
        return resposta.json()

    @com_retentativa()
    def consultar_consentimento(self, consent_id):
        return self._tratar(
            self.sessao.get(f"{self.url}/consents/v2/consents/{consent_id}", timeout=self.timeout)
        )

    @com_retentativa()
    def criar_consentimento(self, cpf, permissoes, validade):
        corpo = {
            "data": {
                "loggedUser": {"document": {"identification": cpf, "rel": "CPF"}},
                "permissions": permissoes,
                "expirationDateTime": validade,
            }
        }
        return self._tratar(
            self.sessao.post(f"{self.url}/consents/v2/consents", json=corpo, timeout=self.timeout)
        )
