from .gateway import FacturasGateway, KhipuRechazo

__all__ = ["FacturasGateway", "KhipuRechazo"]
