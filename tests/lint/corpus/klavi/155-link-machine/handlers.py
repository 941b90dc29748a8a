"""Request handlers; the router of the platform calls them with plain dicts."""
from __future__ import annotations

from http import HTTPStatus
from typing import Any

from links import Link, LinkService
from states import LinkState

STATUS = {
    LinkState.CONNECTED: HTTPStatus.CREATED,
    LinkState.SCHEDULED: HTTPStatus.ACCEPTED,
    LinkState.NEEDS_USER: HTTPStatus.CONFLICT,
    LinkState.FAILED: HTTPStatus.BAD_GATEWAY,
}


def on_link_requested(event: dict[str, Any], service: LinkService) -> tuple[int, dict[str, Any]]:
    """Webhook of our own onboarding service."""
    missing = [name for name in ("id", "institution", "login", "secret") if not event.get(name)]
    if missing:
        return HTTPStatus.UNPROCESSABLE_ENTITY, {"missing": missing}
    link = service.connect(Link(event["id"], event["institution"], event["login"], event["secret"]))
    return STATUS[link.state], link.public()
