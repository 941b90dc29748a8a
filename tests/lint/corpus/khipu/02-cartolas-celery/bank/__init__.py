from .khipu import BankConnector, KhipuError

__all__ = ["BankConnector", "KhipuError"]
