from .api import FlanksApi
from .excepciones import FlanksError
from .sobre import Credencial, Posicion

__all__ = ["Credencial", "FlanksApi", "FlanksError", "Posicion"]
