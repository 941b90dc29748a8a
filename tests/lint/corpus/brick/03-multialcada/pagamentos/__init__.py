from .api import ApiBrick, ErroBrick
from .servico import Pagamento, ServicoPagamentos, Situacao

__all__ = ["ApiBrick", "ErroBrick", "Pagamento", "ServicoPagamentos", "Situacao"]
