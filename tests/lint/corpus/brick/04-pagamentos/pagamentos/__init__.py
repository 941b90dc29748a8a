from .cliente import ClienteBrick
from .excecoes import BrickErro, BrickIndisponivel, BrickRecusado

__all__ = ["BrickErro", "BrickIndisponivel", "BrickRecusado", "ClienteBrick"]
