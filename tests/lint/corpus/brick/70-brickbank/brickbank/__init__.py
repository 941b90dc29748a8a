from .clients import AsyncBrick, Brick
from .errors import BrickError, EmProcessamento
from .policy import Agenda, Politica

__all__ = ["Agenda", "AsyncBrick", "Brick", "BrickError", "EmProcessamento", "Politica"]
