from .cola import Cola, Trabajo
from .receptor import recibir

__all__ = ["Cola", "Trabajo", "recibir"]
