import uuid

from .gateway import GatewayPagamento, Recibo


class Simulado(GatewayPagamento):
    def enviar(self, consent_id, valor, chave):
        if valor == 13:
            return Recibo(None, "recusado", "AZAR", "treze")
        return Recibo(str(uuid.uuid4()), "aceito")
