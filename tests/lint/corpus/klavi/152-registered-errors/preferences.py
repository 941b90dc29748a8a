"""Applies what customers choose on the preferences page."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import singledispatch

from client import KlaviUpdates

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class AutoUpdateChosen:
    connection_key: str
    allow: bool


@dataclass(frozen=True)
class RefreshRequested:
    connection_key: str


@dataclass
class Applied:
    connection_key: str
    status: str


@singledispatch
def apply(event: object, klavi: KlaviUpdates) -> Applied:
    raise TypeError(f"no handler for {type(event).__name__}")


@apply.register
def _(event: AutoUpdateChosen, klavi: KlaviUpdates) -> Applied:
    klavi.updates.allow_auto_update(event.connection_key, event.allow).unwrap()
    return Applied(event.connection_key, "auto-update on" if event.allow else "auto-update off")


@apply.register
def _(event: RefreshRequested, klavi: KlaviUpdates) -> Applied:
    reply = klavi.updates.trigger(event.connection_key)
    if reply.ok:
        return Applied(event.connection_key, "refreshing")
    log.error("refresh of %s refused", event.connection_key, exc_info=reply.error)
    raise reply.error
