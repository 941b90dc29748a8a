from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

import urllib3

from openfinance.dto import ReportRequestDto, ReportResponseDto

R = TypeVar("R")
S = TypeVar("S")


class KlaviBusinessException(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"KLAVI-{code}: {message}")
        self._code = code
        self._message = message

    def get_code(self) -> int:
        return self._code

    def get_message(self) -> str:
        return self._message


class ResponseMapper(ABC, Generic[R, S]):
    @abstractmethod
    def map(self, request: R, raw: urllib3.BaseHTTPResponse) -> S:
        ...


class ReportResponseMapper(ResponseMapper[ReportRequestDto, ReportResponseDto]):
    """Turns the Klavi envelope (code, message, data) into our DTO."""

    def map(self, request: ReportRequestDto, raw: urllib3.BaseHTTPResponse) -> ReportResponseDto:
        document = json.loads(raw.data)
        code = int(document["code"])
        if code // 100 == 2:
            return ReportResponseDto(request.link_id, tuple(document.get("data") or ()))
        raise KlaviBusinessException(code, document.get("message", ""))
