"""Endereço pelo CEP. O serviço responde 200 com {"erro": true} quando o CEP não existe."""
from __future__ import annotations

from base import PARAR, ClienteHttp, Plano


class ViaCep(ClienteHttp):
    servico = "viacep"

    def __init__(self, base_url: str = "https://viacep.com.br") -> None:
        super().__init__(base_url)

    def sucesso(self, status, corpo):
        return status == 200 and not corpo.get("erro")

    def plano(self, status, corpo):
        return Plano("lotado", (1, 1, 1, 1, 1, 1, 1, 1)) if status in (408, 429, 503) else PARAR

    def cidade(self, cep: str) -> str:
        return self.get(f"/ws/{cep}/json/")["localidade"]
