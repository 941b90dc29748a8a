"""Iniciação de pagamentos Pix pelo Brick Bank."""
from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from datetime import date

import httpx

MINUTO = 60

# respostas 400 em que foi a outra instituição que não respondeu
OUTRA_INSTITUICAO = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})
# não é recusa: faltam aprovações dos demais titulares
AGUARDA_TITULARES = frozenset({"CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA"})


class Falha(Exception):
    def __init__(self, status: int, codigo: str | None, texto: str) -> None:
        super().__init__(f"HTTP {status} {codigo or '(sem código)'}: {texto}")
        self.status = status
        self.codigo = codigo
        self.texto = texto

    @classmethod
    def de(cls, resposta: httpx.Response) -> Falha | None:
        if resposta.is_success:
            return None
        try:
            corpo = resposta.json()
        except ValueError:
            return cls(resposta.status_code, None, resposta.text[:200])
        match corpo:
            case {"code": str(codigo), "detail": detalhe}:
                return cls(resposta.status_code, codigo, detalhe)
            case {"error": erro, **resto}:
                return cls(resposta.status_code, None, f"{erro}: {resto.get('error_description', '')}")
            case {"message": mensagem}:
                return cls(resposta.status_code, None, mensagem)
        return cls(resposta.status_code, None, resposta.text[:200])


class LimiteOperacional(Exception):
    def __init__(self, volta_em: date) -> None:
        super().__init__(f"LIMITE_OPERACIONAL_EXCEDIDO: aguardar {volta_em:%d/%m/%Y}")
        self.volta_em = volta_em


def primeiro_dia_do_mes_seguinte(hoje: date) -> date:
    return date(hoje.year + hoje.month // 12, hoje.month % 12 + 1, 1)


class IniciadorPix:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.com.br") -> None:
        self.http = httpx.Client(base_url=base_url, timeout=40, headers={"Authorization": f"Bearer {token}"})

    def _insistir(self, enviar: Callable[[], httpx.Response]) -> httpx.Response:
        exponencial = iter((3, 6, 12, 24, 48))
        sem_pressa = iter((5 * MINUTO, 10 * MINUTO))
        nunca = iter(())
        while falha := Falha.de(resposta := enviar()):
            if falha.status // 10 == 50:
                agenda = exponencial
            elif falha.codigo in OUTRA_INSTITUICAO:
                agenda = sem_pressa
            else:
                agenda = nunca
            for espera in agenda:
                time.sleep(espera)
                break
            else:
                raise falha
        return resposta

    def pagar(self, consentimento: str, valor: str, qrcode: str) -> dict:
        corpo = {"data": {"consentId": consentimento, "payment": {"amount": valor, "currency": "BRL"}, "qrCode": qrcode}}
        # a mesma chave em todas as tentativas: o detentor reconhece o pagamento repetido
        cabecalho = {"x-idempotency-key": uuid.uuid4().hex}
        try:
            resposta = self._insistir(lambda: self.http.post("/payments/v4/pix/payments", json=corpo, headers=cabecalho))
        except Falha as falha:
            if falha.codigo in AGUARDA_TITULARES:
                return {"situacao": "AGUARDANDO_TITULARES", "motivo": falha.codigo}
            if falha.codigo == "LIMITE_OPERACIONAL_EXCEDIDO":
                raise LimiteOperacional(primeiro_dia_do_mes_seguinte(date.today())) from falha
            raise
        if resposta.status_code == 202:
            return {"situacao": "EM_PROCESSAMENTO"}
        return {"situacao": "ENVIADO", **resposta.json()["data"]}
