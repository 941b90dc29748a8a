from dataclasses import dataclass, field


@dataclass(frozen=True)
class HttpSettings:
    connect_tries: int = 3
    connect_pause: float = 0.5
    timeout: tuple[float, float] = (3.05, 45.0)


@dataclass(frozen=True)
class FlanksSettings:
    base_url: str = "https://api.flanks.io"
    token: str = ""
    http: HttpSettings = field(default_factory=HttpSettings)
