import logging
import time
from decimal import Decimal

import httpx

from .gateway import GatewayPagamento, Recibo

log = logging.getLogger(__name__)

MAX_TENTATIVAS = 10
PAUSA = 1

AGUARDANDO = {"CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA"}
LIMITE = {"LIMITE_PERIODO_VALOR_EXCEDIDO", "LIMITE_PERIODO_QUANTIDADE_EXCEDIDO"}


class BrickPix(GatewayPagamento):
    def __init__(self, token: str, base_url: str = "https://api.brickbank.com.br"):
        self.http = httpx.Client(base_url=base_url, timeout=30)
        self.http.headers["Authorization"] = f"Bearer {token}"

    def enviar(self, consent_id: str, valor: Decimal, chave: str) -> Recibo:
        for tentativa in range(MAX_TENTATIVAS):
            resp = self.http.post(
                "/payments/v1/pix",
                json={"data": {"consentId": consent_id, "payment": {"amount": f"{valor:.2f}"}}},
                headers={"x-idempotency-key": chave},
            )
            if resp.status_code < 500:
                break
            log.warning("brick indisponivel (%s), tentativa %d", resp.status_code, tentativa + 1)
            time.sleep(PAUSA)

        corpo = resp.json()
        if resp.is_success:
            return Recibo(corpo["data"]["paymentId"], "aceito")

        codigo = corpo.get("codigo", "")
        texto = corpo.get("detail", "")
        if codigo in AGUARDANDO:
            return Recibo(None, "aguardando_titulares", codigo, texto)
        if codigo in LIMITE:
            return Recibo(None, "limite", codigo, texto)
        return Recibo(None, "recusado", codigo, texto)

    def depois(self, recibo: Recibo) -> None:
        if recibo.situacao != "aceito":
            log.error("pix %s: %s %s", recibo.situacao, recibo.codigo, recibo.mensagem)
