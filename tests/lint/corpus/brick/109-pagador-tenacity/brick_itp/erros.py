from __future__ import annotations

import attrs
import httpx


@attrs.define
class BrickErro(Exception):
    status: int
    codigo: str | None
    titulo: str
    detalhe: str
    interacao: str | None = None

    @classmethod
    def de(cls, resposta: httpx.Response) -> "BrickErro":
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {}
        return cls(
            status=resposta.status_code,
            codigo=corpo.get("code") or None,
            titulo=corpo.get("title") or corpo.get("error") or corpo.get("message") or "",
            detalhe=corpo.get("detail") or corpo.get("error_description") or "",
            interacao=resposta.headers.get("x-fapi-interaction-id"),
        )

    def __str__(self) -> str:
        return f"[{self.status}] {self.codigo}: {self.titulo} ({self.detalhe}) interação={self.interacao}"
