from __future__ import annotations

import requests

# a outra instituição não respondeu a tempo ou não pôde ser chamada
INSTITUICAO_LENTA = frozenset({
    "ERRO_CHAMADA_API",
    "TIMEOUT_CHAMADA_API",
    "TIMEOUT_FLUXO_REFRESH_TOKEN",
})


class ErroBrick(Exception):
    def __init__(self, status: int, code: str | None, detail: str) -> None:
        super().__init__(f"HTTP {status} {code or '-'}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail

    @classmethod
    def da_resposta(cls, resposta: requests.Response) -> ErroBrick:
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {}
        detalhe = (
            corpo.get("detail")
            or corpo.get("error_description")
            or corpo.get("message")
            or resposta.reason
        )
        return cls(resposta.status_code, corpo.get("code") or corpo.get("error"), detalhe)

    @property
    def falha_do_servidor(self) -> bool:
        return self.status >= 500

    @property
    def instituicao_lenta(self) -> bool:
        return self.code in INSTITUICAO_LENTA
