from dataclasses import dataclass


@dataclass(frozen=True)
class Config:
    base_url: str = "https://api.brickbank.example"
    token: str = ""
    timeout: float = 20.0
    tentativas: int = 8
    fator: float = 0.5
