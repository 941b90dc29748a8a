from .adaptador import BrickHttp
from .catalogo import Conduta, Regra, regra_para
from .motor import FalhaBrick, Leitor

__all__ = ["BrickHttp", "Conduta", "FalhaBrick", "Leitor", "Regra", "regra_para"]
