from __future__ import annotations

from pydantic import BaseModel


class Recurso(BaseModel):
    resourceId: str
    type: str
    status: str


class Recursos(BaseModel):
    data: list[Recurso]


class Problema(BaseModel):
    status: int
    code: str = ""
    title: str = ""
    detail: str = ""
    error: str = ""
    error_description: str = ""
    message: str = ""

    def linha(self) -> str:
        nome = self.code or self.error or "sem código"
        return f"{self.status} {nome}: {self.detail or self.error_description or self.message}"
