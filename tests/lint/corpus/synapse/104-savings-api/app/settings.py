import os
from dataclasses import dataclass, field


@dataclass
class Settings:
    synapse_url: str = "https://uat-api.synapsefi.com/v3.1"
    synapse_client: str = field(default_factory=lambda: os.environ.get("SYNAPSE_CLIENT", ""))


settings = Settings()
