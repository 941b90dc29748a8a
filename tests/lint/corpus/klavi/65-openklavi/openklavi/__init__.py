"""openklavi: an unofficial client for Klavi Open Data (sync and asyncio)."""
from .aio import AsyncKlavi
from .client import Klavi
from .errors import KlaviError, error_for
from .models import Caveat, Report

__all__ = ["AsyncKlavi", "Caveat", "Klavi", "KlaviError", "Report", "error_for"]
__version__ = "0.4.1"
