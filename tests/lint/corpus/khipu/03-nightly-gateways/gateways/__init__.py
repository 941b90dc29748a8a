from .base import Gateway, GatewayError, NothingToFetch, TryLater
from .camt import CamtFolderGateway
from .khipu import KhipuGateway

REGISTRY: dict[str, type[Gateway]] = {"khipu": KhipuGateway, "camt": CamtFolderGateway}

__all__ = ["Gateway", "GatewayError", "NothingToFetch", "TryLater", "REGISTRY"]
