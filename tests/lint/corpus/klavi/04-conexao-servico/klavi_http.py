from typing import Any, Dict

import requests


class RespostaKlavi:
    """Envelope {code, message, data} devolvido pela Klavi."""

    def __init__(self, corpo: Dict[str, Any]) -> None:
        self.codigo = int(corpo["code"])
        self.mensagem = corpo.get("message", "")
        self.dados = corpo.get("data") or {}


class ClienteKlavi:
    def __init__(self, token: str, url: str = "https://api.klavi.ai") -> None:
        self.url = url
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {token}"

    def conectar(self, cpf: str, instituicao: str, usuario: str, senha: str) -> RespostaKlavi:
        resposta = self.sessao.post(
            f"{self.url}/data/v1/connections",
            json={"cpf": cpf, "institution": instituicao, "user": usuario, "password": senha},
            timeout=120,
        )
        return RespostaKlavi(resposta.json())
