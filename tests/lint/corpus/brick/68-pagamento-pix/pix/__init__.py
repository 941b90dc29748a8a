from .cliente import BrickPix
from .erros import ErroBrick, Recusado, SemResposta

__all__ = ["BrickPix", "ErroBrick", "Recusado", "SemResposta"]
