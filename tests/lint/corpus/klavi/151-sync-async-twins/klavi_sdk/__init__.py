"""SDK for Klavi's Open Data. `Klavi` is the client, `AsyncKlavi` its twin."""
from ._async import AsyncKlavi
from ._sync import Klavi
from .model import KlaviError, Reply

__all__ = ["AsyncKlavi", "Klavi", "KlaviError", "Reply"]
