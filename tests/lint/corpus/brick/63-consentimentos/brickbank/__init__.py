from .cliente import BrickBank, Consentimento
from .erros import ErroBrick, ErroServidor, RequisicaoRecusada, TokenRecusado

__all__ = ["BrickBank", "Consentimento", "ErroBrick", "ErroServidor", "RequisicaoRecusada", "TokenRecusado"]
