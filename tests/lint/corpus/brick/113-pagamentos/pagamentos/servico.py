from __future__ import annotations

from collections import Counter
from collections.abc import Callable, MutableMapping
from datetime import date
from decimal import Decimal

from .gateway import BrickGateway
from .modelo import ErroBrick, InstituicaoPausada, LimiteMensal, Pagamento


def _proximo_mes(hoje: date) -> date:
    return date(hoje.year + hoje.month // 12, hoje.month % 12 + 1, 1)


class Iniciador:
    def __init__(
        self,
        gateway: BrickGateway,
        pausas: MutableMapping[str, date] | None = None,
        hoje: Callable[[], date] = date.today,
    ) -> None:
        self._gateway = gateway
        self._pausas = {} if pausas is None else pausas
        self._hoje = hoje
        self.metricas: Counter[str] = Counter()

    def pagar(self, marca: str, consentimento: str, valor: Decimal, chave: str) -> Pagamento:
        ate = self._pausas.get(marca)
        if ate is not None and self._hoje() < ate:
            raise InstituicaoPausada(marca, ate)
        pedido = {"brandId": marca, "amount": f"{valor:.2f}", "proxy": chave}
        try:
            status, dados = self._gateway.iniciar(consentimento, pedido)
        except LimiteMensal:
            self._pausas[marca] = _proximo_mes(self._hoje())
            self.metricas["pausadas"] += 1
            raise
        except ErroBrick as erro:
            self.metricas[erro.codigo or str(erro.status)] += 1
            raise
        self.metricas["ok"] += 1
        pagamento = Pagamento.model_validate(dados)
        return pagamento.model_copy(update={"concluido": status != 202})
