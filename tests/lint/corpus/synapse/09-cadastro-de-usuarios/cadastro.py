"""Cadastro de usuários no SynapseFI e confirmação do telefone por SMS (Twilio)."""
from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import httpx

from synapse_codigos import Codigo

# códigos da Twilio, não do Synapse
TWILIO_REPETIR = {20429, 30001, 30002}


@dataclass
class Usuario:
    nome: str
    email: str
    telefone: str


class CadastroRecusado(Exception):
    def __init__(self, http: int, codigo: Codigo | None, corpo: dict[str, Any]) -> None:
        super().__init__(f"Synapse {http} {codigo!r}: {corpo.get('error')}")
        self.http = http
        self.codigo = codigo
        self.corpo = corpo


class DispositivoNaoConfirmado(CadastroRecusado):
    """O usuário precisa confirmar o aparelho."""


class SynapseFora(CadastroRecusado):
    """Vale outra tentativa, decidida por quem chama."""


class Cadastro:
    def __init__(self, synapse_url: str, gateway: str, twilio: httpx.Client | None = None) -> None:
        self._synapse = httpx.Client(
            base_url=synapse_url,
            headers={"X-SP-GATEWAY": gateway, "X-SP-USER-IP": "127.0.0.1"},
            transport=httpx.HTTPTransport(retries=2),
        )
        self._twilio = twilio

    def criar(self, usuario: Usuario) -> str:
        resposta = self._synapse.post(
            "/v3.1/users",
            json={
                "logins": [{"email": usuario.email}],
                "phone_numbers": [usuario.telefone],
                "legal_names": [usuario.nome],
            },
        )
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {}
        codigo = Codigo.ler(corpo.get("error_code", "0" if resposta.status_code == 200 else None))
        if codigo is Codigo.SUCESSO and resposta.status_code == 200:
            self._avisar(usuario.telefone)
            return corpo["_id"]
        if codigo is Codigo.DISPOSITIVO:
            classe = DispositivoNaoConfirmado
        elif codigo in (Codigo.RITMO, Codigo.INDISPONIVEL):
            classe = SynapseFora
        else:
            classe = CadastroRecusado
        raise classe(resposta.status_code, codigo, corpo)

    def _avisar(self, telefone: str) -> None:
        if self._twilio is None:
            return
        for _ in range(6):
            sms = self._twilio.post("/Messages.json", data={"To": telefone, "Body": "Cadastro feito"})
            if sms.status_code < 400 or sms.json().get("code") not in TWILIO_REPETIR:
                return
            time.sleep(2)
