"""brickbank: typed client for the data-sharing APIs of Brick Bank.

    client = BrickBank(token="...")
    for account in client.accounts.iterate(consent_id="urn:brick:C1"):
        ...
"""
from ._client import BrickBank
from .errors import APIError, ConsentError, LimitReached, NotComplete, TokenError

__all__ = ["BrickBank", "APIError", "ConsentError", "LimitReached", "NotComplete", "TokenError"]
__version__ = "2.4.1"
