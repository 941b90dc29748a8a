from pydantic_settings import BaseSettings, SettingsConfigDict


class SynapseSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SYNAPSE_")

    base_url: str = "https://api.synapsefi.com/v3.1"
    client_id: str = ""
    client_secret: str = ""
    oauth_key: str = ""
    refresh_pause_minutes: int = 60
