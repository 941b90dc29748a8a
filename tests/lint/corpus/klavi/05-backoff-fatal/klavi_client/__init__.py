"""Thin wrapper around the Klavi connection API."""
from .client import KlaviClient
from .codes import KlaviFault, remedy

__all__ = ["KlaviClient", "KlaviFault", "remedy"]
