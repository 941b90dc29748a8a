from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class KlaviSettings:
    partner_code: str
    partner_token: str
    base_url: str = "https://api.klavi.ai"
    read_timeout: float = 30.0
    attempts: int = 4
    registration_pause: timedelta = timedelta(minutes=3)
