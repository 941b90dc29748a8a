from abc import ABC, abstractmethod
from dataclasses import dataclass
from decimal import Decimal


@dataclass
class Recibo:
    pagamento_id: str | None
    situacao: str
    codigo: str = ""
    mensagem: str = ""


class GatewayPagamento(ABC):
    def pagar(self, consent_id: str, valor: Decimal, chave: str) -> Recibo:
        self.antes(valor)
        recibo = self.enviar(consent_id, valor, chave)
        self.depois(recibo)
        return recibo

    def antes(self, valor: Decimal) -> None:
        if valor <= 0:
            raise ValueError("valor precisa ser positivo")

    def depois(self, recibo: Recibo) -> None:
        pass

    @abstractmethod
    def enviar(self, consent_id: str, valor: Decimal, chave: str) -> Recibo:
        ...
