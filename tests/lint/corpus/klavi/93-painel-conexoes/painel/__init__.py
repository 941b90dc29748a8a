from .conexoes import PainelConexoes
from .modelo import Acao, Situacao

__all__ = ["Acao", "PainelConexoes", "Situacao"]
