from dataclasses import dataclass
import os


@dataclass(frozen=True)
class FlanksSettings:
    base_url: str = "https://api.flanks.io"
    client_id: str = ""
    client_secret: str = ""
    poll_seconds: float = 20.0
    poll_limit: int = 30

    @classmethod
    def from_env(cls) -> "FlanksSettings":
        return cls(
            base_url=os.environ.get("FLANKS_URL", cls.base_url),
            client_id=os.environ["FLANKS_CLIENT_ID"],
            client_secret=os.environ["FLANKS_CLIENT_SECRET"],
        )
