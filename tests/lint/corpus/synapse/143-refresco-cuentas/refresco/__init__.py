from .errores import ErrorSynapse, NoSoportado, Revincular, Temporal
from .servicio import RefrescoCuentas

__all__ = ["ErrorSynapse", "NoSoportado", "RefrescoCuentas", "Revincular", "Temporal"]
