from .consentimentos import ConsentimentosApi
from .erros import BrickErro, LimiteMensal

__all__ = ["BrickErro", "ConsentimentosApi", "LimiteMensal"]
