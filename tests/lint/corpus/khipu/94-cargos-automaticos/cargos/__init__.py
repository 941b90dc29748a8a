from .servicio import CargoHecho, ServicioCargos

__all__ = ["CargoHecho", "ServicioCargos"]
