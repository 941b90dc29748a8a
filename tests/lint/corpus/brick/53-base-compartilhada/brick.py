"""Dados cadastrais e contas de clientes pelo Brick Bank (somos receptores de dados)."""
from __future__ import annotations

from typing import Any

from base import PARAR, ClienteHttp, Corpo, ErroIntegracao, Plano

FAMILIA_50X = Plano("50x", tuple(3 * 2**n for n in range(5)))          # 3, 6, 12, 24, 48
OUTRA_INSTITUICAO = Plano("outra instituição", (5 * 60,))
CHAMADO = {"ERRO_NO_FLUXO_OIDC"}

POR_CODIGO: dict[str, Plano] = {
    "ERRO_CHAMADA_API": OUTRA_INSTITUICAO,
    "TIMEOUT_CHAMADA_API": OUTRA_INSTITUICAO,
    **dict.fromkeys(CHAMADO, PARAR),
}


class ErroBrick(ErroIntegracao):
    def __init__(self, status: int, codigo: str, texto: str, interacao: str | None = None) -> None:
        super().__init__("brick", status, codigo, texto)
        self.interacao = interacao

    @property
    def proximo_periodo(self) -> bool:
        return self.codigo == "LIMITE_OPERACIONAL_EXCEDIDO"


class BrickDados(ClienteHttp):
    servico = "brick"

    def __init__(self, token: str, base_url: str) -> None:
        super().__init__(base_url, {"Authorization": f"Bearer {token}"})

    def plano(self, status: int, corpo: Corpo) -> Plano:
        codigo = corpo.get("code") or ""
        if codigo in POR_CODIGO:
            return POR_CODIGO[codigo]
        sessoes = status == 429 and "Too Many Sessions" in (corpo.get("title"), corpo.get("code"))
        return FAMILIA_50X if sessoes or 500 <= status <= 509 else PARAR

    def erro(self, status: int, corpo: Corpo) -> ErroBrick:
        match corpo:
            case {"code": str(codigo), "title": titulo} if codigo:
                return ErroBrick(status, codigo, f"{titulo}: {corpo.get('detail', '')}")
            case {"error": str(codigo)}:
                return ErroBrick(status, codigo, str(corpo.get("error_description", "")))
            case {"message": mensagem}:
                return ErroBrick(status, "", str(mensagem))
        return ErroBrick(status, "", str(dict(corpo))[:200])

    def contas(self, consentimento: str) -> list[dict[str, Any]]:
        return self.get("/open-banking/accounts/v2/accounts", consentId=consentimento)["data"]
