from __future__ import annotations

from pydantic import BaseModel, Field


class Account(BaseModel):
    id: str = Field(alias="_id")
    nickname: str = ""


class NodeList(BaseModel):
    nodes: list[Account] = []


class Fault(BaseModel):
    error: dict[str, str] = {}
    error_code: int
    http_code: int

    @property
    def text(self) -> str:
        return self.error.get("en", "")


class LinkFailed(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.http_code}/{fault.error_code}: {fault.text}")
        self.fault = fault
