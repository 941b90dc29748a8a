from itp.client import BrickClient
from itp.errors import BrickError, BrickUnavailable, ConsentRefused, InvalidConsentRequest
from itp.schemas import Consent, ConsentRequest

__all__ = ["BrickClient", "BrickError", "BrickUnavailable", "Consent", "ConsentRefused", "ConsentRequest", "InvalidConsentRequest"]
