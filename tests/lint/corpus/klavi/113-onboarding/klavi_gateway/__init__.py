from .client import KlaviClient
from .errors import KlaviError
from .service import OnboardingService, Report

__all__ = ["KlaviClient", "KlaviError", "OnboardingService", "Report"]
