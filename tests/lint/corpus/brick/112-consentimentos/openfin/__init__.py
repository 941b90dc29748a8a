from .config import Config
from .erros import ErroBrick
from .servico import ServicoConsentimentos

__all__ = ["Config", "ErroBrick", "ServicoConsentimentos"]
