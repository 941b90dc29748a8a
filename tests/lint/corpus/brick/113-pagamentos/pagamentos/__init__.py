from .gateway import BrickGateway
from .modelo import ErroBrick, InstituicaoPausada, Pagamento
from .servico import Iniciador

__all__ = ["BrickGateway", "ErroBrick", "Iniciador", "InstituicaoPausada", "Pagamento"]
