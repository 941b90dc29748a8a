from .gateway import KlaviGateway
from .entities import Link, State
from .service import LinkDesk

__all__ = ["KlaviGateway", "Link", "LinkDesk", "State"]
