"""Small SDK for the Open Data reports of Klavi."""
from .client import KlaviClient
from .faults import KlaviFault
from .models import Report

__all__ = ["KlaviClient", "KlaviFault", "Report"]
