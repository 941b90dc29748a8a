from linking.gateway import Exchange, LinkGateway
from linking.service import Connection, LinkService

__all__ = ["Connection", "Exchange", "LinkGateway", "LinkService"]
