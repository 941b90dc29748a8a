from .config import Config
from .servico import Conciliador, Lancamento, Relatorio

__all__ = ["Conciliador", "Config", "Lancamento", "Relatorio"]
