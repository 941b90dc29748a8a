"""Thin facade over the parts of SynapseFI v3.1 that the onboarding team uses."""
from .errors import SynapseError
from .nodes import BankLinks, LinkResult

__all__ = ["BankLinks", "LinkResult", "SynapseError"]
