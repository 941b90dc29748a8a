from .gateway import GatewayPagamento, Recibo
from .brick import BrickPix
from .simulado import Simulado

PROVEDORES = {"brick": BrickPix, "simulado": Simulado}


def criar(nome: str, **opcoes) -> GatewayPagamento:
    return PROVEDORES[nome](**opcoes)


__all__ = ["criar", "GatewayPagamento", "Recibo"]
