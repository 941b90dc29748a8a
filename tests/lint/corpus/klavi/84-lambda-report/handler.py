"""Entry point of the function; invoked by EventBridge Scheduler with {"report_id": ..., "fetches": n}."""
from __future__ import annotations

import json
import os
import uuid
from datetime import datetime
from functools import cache
from typing import Any

import boto3

from klavi_source import KlaviSource
from reports import Processor

TARGETS = {"fetch": "FETCH_FUNCTION_ARN", "remind-customer": "REMIND_FUNCTION_ARN"}


class DynamoReports:
    def __init__(self, table: str) -> None:
        self._table = boto3.resource("dynamodb").Table(table)

    def save(self, report_id: str, state: str, **columns: Any) -> None:
        self._table.put_item(Item={"report_id": report_id, "state": state, **columns})


class EventBridgeClock:
    def __init__(self) -> None:
        self._client = boto3.client("scheduler")

    def at(self, when: datetime, kind: str, payload: dict[str, Any]) -> None:
        self._client.create_schedule(
            Name=f"klavi-{kind}-{uuid.uuid4().hex}",
            ScheduleExpression=f"at({when:%Y-%m-%dT%H:%M:%S})",
            FlexibleTimeWindow={"Mode": "OFF"},
            ActionAfterCompletion="DELETE",
            Target={
                "Arn": os.environ[TARGETS[kind]],
                "RoleArn": os.environ["SCHEDULER_ROLE_ARN"],
                "Input": json.dumps(payload),
            },
        )


@cache
def processor() -> Processor:
    return Processor(
        KlaviSource(
            os.environ.get("KLAVI_URL", "https://api.klavi.ai"),
            os.environ["KLAVI_PARTNER"],
            os.environ["KLAVI_TOKEN"],
        ),
        DynamoReports(os.environ["REPORTS_TABLE"]),
        EventBridgeClock(),
    )


def lambda_handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    return processor().handle(event)
