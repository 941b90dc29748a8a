from receptor.cliente import Receptor
from receptor.erros import ErroBrick

__all__ = ["Receptor", "ErroBrick"]
