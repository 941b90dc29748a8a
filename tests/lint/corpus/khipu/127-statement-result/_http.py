"""HTTP access to Khipu."""

from __future__ import annotations

import logging
import time
from typing import Any

import httpx

from _models import ApiError, ErrorType, Reply
from _result import Err, Ok, Result

logger = logging.getLogger(__name__)

IMMEDIATE_ATTEMPTS = 3


def post(http: httpx.Client, path: str, payload: dict[str, Any]) -> Result[dict[str, Any], ApiError]:
    """Post once and classify the reply."""
    reply = Reply.model_validate_json(http.post(path, json=payload).content)
    if reply.error is not None:
        return Err(reply.error)
    return Ok(reply.data or {})


def post_patiently(http: httpx.Client, path: str, payload: dict[str, Any]) -> Result[dict[str, Any], ApiError]:
    """Post, repeating only what Khipu calls safe to repeat."""
    result = post(http, path, payload)
    for attempt in range(2, IMMEDIATE_ATTEMPTS + 1):
        match result:
            case Err(error=ApiError(type=ErrorType.RETRY_IMMEDIATELY) as error):
                logger.info("%s: attempt %d", error.code, attempt)
                time.sleep(0.5)
                result = post(http, path, payload)
            case _:
                break
    return result
