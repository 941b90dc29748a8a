from __future__ import annotations

import logging
import time
import uuid
from dataclasses import dataclass
from typing import Any, Protocol

import httpx

from .erros import ErroServidor, TokenRecusado, da_resposta

logger = logging.getLogger(__name__)

INTERVALO_BASE = 3
NOVAS_TENTATIVAS = 5


class Portador(Protocol):
    def token(self) -> str: ...

    def descartar(self) -> None: ...


@dataclass(frozen=True)
class Consentimento:
    id: str
    situacao: str

    @property
    def utilizavel(self) -> bool:
        return self.situacao == "AUTHORISED"


class BrickBank:
    def __init__(self, base_url: str, portador: Portador) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=20)
        self._portador = portador

    def consentimento(self, consent_id: str) -> Consentimento:
        corpo = self._requisitar("GET", f"/consents/{consent_id}")
        return Consentimento(corpo["data"]["consentId"], corpo["data"]["status"])

    def pedir_consentimento(self, cpf: str, marca: str, permissoes: list[str]) -> Consentimento:
        pedido = {"brandId": marca, "permissions": permissoes, "loggedUser": {"document": {"identification": cpf}}}
        corpo = self._requisitar("POST", "/consents", {"data": pedido})
        return Consentimento(corpo["data"]["consentId"], corpo["data"]["status"])

    def _requisitar(self, metodo: str, caminho: str, corpo: dict[str, Any] | None = None) -> dict[str, Any]:
        interacao = str(uuid.uuid4())
        try:
            return self._com_espera(metodo, caminho, corpo, interacao)
        except TokenRecusado:
            logger.info("token recusado, renovando")
            self._portador.descartar()
        return self._com_espera(metodo, caminho, corpo, interacao)

    def _com_espera(self, metodo: str, caminho: str, corpo: dict[str, Any] | None, interacao: str) -> dict[str, Any]:
        for tentativa in range(NOVAS_TENTATIVAS):
            try:
                return self._enviar(metodo, caminho, corpo, interacao)
            except ErroServidor as erro:
                espera = INTERVALO_BASE * 2**tentativa
                logger.warning("%s; nova tentativa em %ss", erro, espera)
                time.sleep(espera)
        return self._enviar(metodo, caminho, corpo, interacao)

    def _enviar(self, metodo: str, caminho: str, corpo: dict[str, Any] | None, interacao: str) -> dict[str, Any]:
        cabecalhos = {"Authorization": f"Bearer {self._portador.token()}", "x-fapi-interaction-id": interacao}
        resposta = self._http.request(metodo, caminho, json=corpo, headers=cabecalhos)
        if resposta.status_code in (200, 201):
            return resposta.json()
        raise da_resposta(resposta)
