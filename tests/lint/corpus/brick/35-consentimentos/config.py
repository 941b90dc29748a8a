from dataclasses import dataclass


@dataclass(frozen=True)
class ConfigBrick:
    token: str
    url: str = "https://api.brickbank.example"
    limite_segundos: float = 30.0
    espera_base: float = 3.0
    tentativas_50x: int = 5
    espera_instituicao: float = 300.0
    tentativas_instituicao: int = 2
