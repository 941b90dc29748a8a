from .client import StatementClient
from .faults import KhipuFault, NoStatement
from .nightly import nightly

__all__ = ["KhipuFault", "NoStatement", "StatementClient", "nightly"]
