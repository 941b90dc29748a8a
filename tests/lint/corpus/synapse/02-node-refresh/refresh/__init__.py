from refresh.api import NodeApi
from refresh.faults import RefreshFault
from refresh.service import Node, RefreshService

__all__ = ["Node", "NodeApi", "RefreshFault", "RefreshService"]
