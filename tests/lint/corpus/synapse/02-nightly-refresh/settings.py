from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    base_url: str = "https://api.synapsefi.com"
    gateway: str = ""
    user_key: str = ""
    later_seconds: int = 45 * 60
    rounds: int = 3
