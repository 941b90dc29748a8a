from __future__ import annotations

import logging
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any

import backoff
import requests

logger = logging.getLogger(__name__)

FOUR_HOURS = timedelta(hours=4)


class Advice(str, Enum):
    DO_NOT_RETRY = "DO_NOT_RETRY"
    RETRY_IMMEDIATELY = "RETRY_IMMEDIATELY"
    WAIT = "WAIT_4_HOURS_BEFORE_RETRY"


class KhipuError(Exception):
    def __init__(self, code: str, advice: str, description: str, operation_id: str | None = None) -> None:
        super().__init__(f"{code} ({advice}): {description}")
        self.code = code
        self.advice = advice
        self.description = description
        self.operation_id = operation_id

    @property
    def transient(self) -> bool:
        return self.advice == Advice.RETRY_IMMEDIATELY

    @property
    def no_data(self) -> bool:
        return self.code.startswith("E3")

    def not_before(self) -> datetime | None:
        if self.advice == Advice.WAIT:
            return datetime.now(timezone.utc) + FOUR_HOURS
        return None


class KhipuClient:
    def __init__(self, api_key: str, base_url: str = "https://api.khipu.com") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {api_key}"

    @backoff.on_exception(
        backoff.constant,
        KhipuError,
        interval=2,
        max_tries=3,
        giveup=lambda exc: not exc.transient,
        logger=logger,
    )
    def transactions(self, rut: str, password: str, month: str) -> list[dict[str, Any]]:
        response = self.session.post(
            f"{self.base_url}/v1/cl/services/bancoestado.cl/transactions",
            json={"RequestData": {"Username": rut, "Password": password, "Month": month}},
            timeout=120,
        )
        try:
            document = response.json()
        except ValueError:
            raise KhipuError("", "", f"HTTP {response.status_code}: {response.text[:200]}") from None
        if document["Status"] == "OK":
            return document["Data"]["Transactions"]
        error = document["Error"]
        raise KhipuError(error["Code"], error["Type"], error["Description"], document.get("OperationId"))
