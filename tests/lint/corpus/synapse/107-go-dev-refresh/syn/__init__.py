from .api import Api, Credentials, SynErr

__all__ = ["Api", "Credentials", "SynErr"]
