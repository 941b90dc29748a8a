from .erros import BrickErro, ConsentimentoRecusado, RequisicaoInvalida
from .gateway import BrickHttp
from .servico import ConsentimentoService

__all__ = ["BrickErro", "BrickHttp", "ConsentimentoRecusado", "ConsentimentoService", "RequisicaoInvalida"]
