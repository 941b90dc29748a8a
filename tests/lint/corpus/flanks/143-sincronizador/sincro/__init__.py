from .respostas import Adiado, Erro, Resultado, Valor
from .sync import Sincronizador

__all__ = ["Adiado", "Erro", "Resultado", "Sincronizador", "Valor"]
