from .fila import FilaConexoes, Situacao

__all__ = ["FilaConexoes", "Situacao"]
