from .gateway import PixGateway
from .orientacao import orientar
from .problemas import Problema

__all__ = ["PixGateway", "Problema", "orientar"]
