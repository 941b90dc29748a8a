"""Small SDK for Klavi Open Data."""
from ._http import Http
from .errors import KlaviError, PartialResult, from_body
from .reports import Reports

__all__ = ["Http", "KlaviError", "PartialResult", "Reports", "from_body"]
