from .cliente import BrickCliente
from .erros import BrickErro

__all__ = ["BrickCliente", "BrickErro"]
