"""Iniciação de pagamentos via Brick Bank (ITP)."""
import logging
import uuid
from typing import Any

import requests
from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

logger = logging.getLogger("itp.pagamentos")
router = APIRouter(prefix="/pagamentos")


class PedidoPagamento(BaseModel):
    consent_id: str
    valor: str
    proxy: str
    data: str


class FalhaPagamento(Exception):
    def __init__(self, status: int, code: str, title: str, detail: str) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail


def nova_sessao() -> requests.Session:
    politica = Retry(
        total=10,
        backoff_factor=0.3,
        status_forcelist=[500, 502, 503, 504],
        allowed_methods=["GET", "POST"],
        raise_on_status=False,
    )
    sessao = requests.Session()
    sessao.mount("https://", HTTPAdapter(max_retries=politica))
    sessao.mount("http://", HTTPAdapter(max_retries=politica))
    return sessao


class PagamentosClient:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.token = token
        self.sessao = nova_sessao()

    def iniciar(self, pedido: PedidoPagamento) -> dict[str, Any]:
        resposta = self.sessao.post(
            f"{self.base_url}/payments",
            json=pedido.model_dump(),
            headers={
                "Authorization": f"Bearer {self.token}",
                "x-idempotency-key": str(uuid.uuid5(uuid.NAMESPACE_URL, pedido.consent_id)),
            },
            timeout=30,
        )
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {"detail": resposta.text[:200]}
        if resposta.status_code in (200, 201):
            return corpo
        raise FalhaPagamento(
            resposta.status_code,
            corpo.get("code") or corpo.get("error", ""),
            corpo.get("title", ""),
            corpo.get("detail") or corpo.get("error_description") or corpo.get("message", ""),
        )


def cliente() -> PagamentosClient:
    return PagamentosClient("https://api.brickbank.example", "token")


@router.post("")
def criar(pedido: PedidoPagamento, api: PagamentosClient = Depends(cliente)) -> dict[str, Any]:
    try:
        return api.iniciar(pedido)
    except FalhaPagamento as falha:
        logger.error("pagamento recusado: %s", falha)
        if falha.code == "LIMITE_PERIODO_EXCEDIDO":
            raise HTTPException(409, detail="limite do consentimento atingido") from falha
        raise HTTPException(502, detail={"code": falha.code, "detail": falha.detail}) from falha
