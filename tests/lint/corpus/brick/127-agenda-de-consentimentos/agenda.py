"""Agenda de pedidos de consentimento: cada pedido tem a sua hora."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from _codigos import Acao, Resposta, acao_para, esperas
from _http import Transporte


class PedidoRecusado(Exception):
    """O Brick não aceitou o pedido (ou ainda não o concluiu)."""

    def __init__(self, pedido: dict[str, Any], resposta: Resposta, acao: Acao) -> None:
        super().__init__(f"{resposta.status} {resposta.codigo or '-'} -> {acao}")
        self.pedido = pedido
        self.status = resposta.status
        self.codigo = resposta.codigo
        self.corpo = resposta.corpo
        self.acao = acao


@dataclass(order=True, slots=True)
class Item:
    """Entrada da agenda, ordenada pela hora."""

    hora: float
    ordem: int
    pedido: dict[str, Any] = field(compare=False)
    planos: dict[Acao, Iterator[float]] = field(default_factory=dict, compare=False)

    def adiar(self, acao: Acao, agora: float) -> bool:
        """Marca a próxima hora; falso quando as tentativas acabaram."""
        espera = next(self.planos.setdefault(acao, esperas(acao)), None)
        if espera is None:
            return False
        self.hora = agora + espera
        return True


async def executar(transporte: Transporte, pedidos: Iterable[dict[str, Any]]) -> list[str]:
    """Envia todos os pedidos e devolve os ids dos consentimentos.

    Raises:
        ExceptionGroup: uma ``PedidoRecusado`` por pedido sem consentimento.
    """
    relogio = asyncio.get_running_loop().time
    fila = [Item(relogio(), n, pedido) for n, pedido in enumerate(pedidos)]
    ids: list[str] = []
    recusados: list[PedidoRecusado] = []
    while fila:
        item = heapq.heappop(fila)
        if (falta := item.hora - relogio()) > 0:
            await asyncio.sleep(falta)
        resposta = await transporte.pedir_consentimento(item.pedido)
        if resposta.sucesso:
            ids.append(resposta.corpo["data"]["consentId"])  # type: ignore[index]
            continue
        acao = acao_para(resposta)
        if item.adiar(acao, relogio()):
            heapq.heappush(fila, item)
        else:
            recusados.append(PedidoRecusado(item.pedido, resposta, acao))
    if recusados:
        raise ExceptionGroup("pedidos sem consentimento", recusados)
    return ids
