"""Settings of the linking service (environment prefix KLAVI_)."""
from __future__ import annotations

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class KlaviSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="KLAVI_", extra="ignore")

    base_url: str = "https://api.klavi.ai"
    partner_code: str = ""
    partner_token: SecretStr = SecretStr("")
    timeout_seconds: float = 60.0
