from .domain import Advice, Fault, NoMovements, Postponed, Statement, StatementRejected, StatementRequest
from .gateway import KhipuGateway
from .service import StatementService
from .settings import KhipuSettings

__all__ = [
    "Advice",
    "Fault",
    "KhipuGateway",
    "KhipuSettings",
    "NoMovements",
    "Postponed",
    "Statement",
    "StatementRejected",
    "StatementRequest",
    "StatementService",
]
