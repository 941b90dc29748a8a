import functools
import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    url: str
    gateway: str
    oauth_key: str
    login_attempts: int = 3
    login_pause: int = 30


@functools.cache
def get_settings() -> Settings:
    return Settings(
        url=os.environ.get("SYNAPSE_URL", "https://api.synapsefi.com/v3.1"),
        gateway=os.environ["SYNAPSE_GATEWAY"],
        oauth_key=os.environ["SYNAPSE_OAUTH"],
    )
