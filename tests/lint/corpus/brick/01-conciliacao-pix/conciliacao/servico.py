from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from . import metricas
from .config import Config
from .erros import AguardaTitulares, AindaProcessando, CotaDoMes, ErroBrick, OutraInstituicao
from .transporte import Transporte

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Lancamento:
    pagamento_id: str
    valor: Decimal


@dataclass
class Relatorio:
    conferidos: list[str] = field(default_factory=list)
    divergentes: list[tuple[str, Decimal, Decimal]] = field(default_factory=list)
    proxima_rodada: dict[str, str] = field(default_factory=dict)
    falhas: dict[str, str] = field(default_factory=dict)
    interrompido: str | None = None


class Conciliador:
    def __init__(self, config: Config) -> None:
        self._transporte = Transporte(config)

    def concilia(self, lancamentos: Iterable[Lancamento]) -> Relatorio:
        relatorio = Relatorio()
        for lancamento in lancamentos:
            chave = lancamento.pagamento_id
            try:
                pagamento = self._transporte.busca(f"/pagamentos/v4/pix/{chave}")
            except CotaDoMes as erro:
                relatorio.interrompido = erro.codigo
                break
            except (AindaProcessando, AguardaTitulares, OutraInstituicao) as erro:
                relatorio.proxima_rodada[chave] = erro.codigo or str(erro.status)
            except ErroBrick as erro:
                log.error("pagamento %s: %s", chave, erro)
                metricas.incrementa("brick_falha", codigo=erro.codigo, status=erro.status)
                relatorio.falhas[chave] = str(erro)
            else:
                self._confere(lancamento, pagamento, relatorio)
        return relatorio

    @staticmethod
    def _confere(lancamento: Lancamento, pagamento: dict, relatorio: Relatorio) -> None:
        pago = Decimal(pagamento["data"]["payment"]["amount"])
        if pago == lancamento.valor:
            relatorio.conferidos.append(lancamento.pagamento_id)
        else:
            relatorio.divergentes.append((lancamento.pagamento_id, lancamento.valor, pago))
