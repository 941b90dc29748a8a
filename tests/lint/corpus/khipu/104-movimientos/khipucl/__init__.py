from .endpoints import BancoEstadoApi, KhipuCL, SiiApi
from .errores import CredencialesRechazadas, KhipuError, SinDatos, TokenInvalido

__all__ = ["BancoEstadoApi", "CredencialesRechazadas", "KhipuCL", "KhipuError", "SiiApi", "SinDatos", "TokenInvalido"]
