"""Settings of the consent registry, read once from the environment."""
from __future__ import annotations

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class BrickSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="BRICK_", extra="ignore")

    base_url: str = "https://api.brickbank.example"
    token: SecretStr = SecretStr("")
    timeout_seconds: float = Field(default=30.0, gt=0)
    # the provider recommends 3, 6, 12, 24 and 48 seconds
    backoff_base_seconds: float = Field(default=3.0, ge=3.0)
    backoff_factor: float = Field(default=2.0, ge=2.0)
    max_resends: int = Field(default=5, ge=0, le=5)
