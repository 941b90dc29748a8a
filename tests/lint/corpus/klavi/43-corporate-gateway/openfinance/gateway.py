from __future__ import annotations

import json
import logging
import time
from abc import ABC, abstractmethod

import urllib3

from openfinance.dto import ReportRequestDto, ReportResponseDto
from openfinance.mapper import KlaviBusinessException, ReportResponseMapper
from openfinance.policy import CompositePolicy, RetryPolicy, SecurityMeasurePolicy, ThrottlingPolicy

LOGGER = logging.getLogger("br.bank.openfinance.klavi")


class ReportGateway(ABC):
    @abstractmethod
    def find_report(self, request: ReportRequestDto) -> ReportResponseDto:
        ...


class KlaviReportGateway(ReportGateway):
    def __init__(self, base_url: str, access_token: str, policy: RetryPolicy | None = None) -> None:
        self._base_url = base_url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {access_token}", "Content-Type": "application/json"}
        self._pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(total=60))
        self._mapper = ReportResponseMapper()
        self._policy = policy or CompositePolicy((ThrottlingPolicy(), SecurityMeasurePolicy()))

    def find_report(self, request: ReportRequestDto) -> ReportResponseDto:
        attempt = 0
        while True:
            raw = self._pool.request(
                "POST",
                f"{self._base_url}/data/v1/reports",
                body=json.dumps(request.to_payload()),
                headers=self._headers,
            )
            try:
                return self._mapper.map(request, raw)
            except KlaviBusinessException as failure:
                pause = self._policy.hold(failure, attempt)
                if pause is None:
                    raise
                LOGGER.info("link %s held for %s after %s", request.link_id, pause, failure)
                time.sleep(pause.total_seconds())
                attempt += 1
