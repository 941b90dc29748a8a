"""Khipu posts the result of an asynchronous operation to us."""
from __future__ import annotations

from typing import Any, Protocol


class Store(Protocol):
    def finish(self, operation_id: str, data: dict[str, Any]) -> None: ...

    def fail(self, operation_id: str, code: str, advice: str, description: str) -> None: ...


def on_callback(store: Store, payload: dict[str, Any]) -> tuple[int, str]:
    """Returns the status and text that our endpoint answers with."""
    operation_id = payload.get("OperationId")
    if not operation_id:
        return 400, "no OperationId"
    error = payload.get("Error")
    if error:
        store.fail(operation_id, error["Code"], error["Type"], error["Description"])
        if error["Code"] == "L000":
            return 200, "timed out"
    else:
        store.finish(operation_id, payload["Data"])
    return 200, "ok"
