from __future__ import annotations

from datetime import datetime, timedelta
from typing import Callable

import attrs

from .entities import Link, LinkRepository, State
from .gateway import KlaviGateway, Reply

DAY = timedelta(days=1)
HALF_HOUR = timedelta(minutes=30)

# the desk itself takes these up again
RESTS = {414: DAY, 415: HALF_HOUR}
# the user is told, and nobody may press the button before
HOLDS = {406: DAY}
USER_CODES = frozenset(range(406, 411)) | {402, 403, 413, 416, 417, 418, 419, 420, 433, 434, 435}


class LinkDesk:
    def __init__(
        self,
        gateway: KlaviGateway,
        links: LinkRepository,
        clock: Callable[[], datetime],
        tell_user: Callable[[Link], None],
    ) -> None:
        self._gateway = gateway
        self._links = links
        self._clock = clock
        self._tell_user = tell_user

    def connect(self, link_id: str) -> Link:
        link = self._links.get(link_id)
        if link.not_before is not None and self._clock() < link.not_before:
            return link
        return self._links.put(self._settle(link, self._gateway.connect(link)))

    def run_due(self) -> list[Link]:
        """Called by cron every five minutes."""
        return [self.connect(link.id) for link in list(self._links.resting_until(self._clock()))]

    def _settle(self, link: Link, reply: Reply) -> Link:
        link = attrs.evolve(link, code=reply.code, note=reply.message, not_before=None)
        if reply.code == 200:
            return attrs.evolve(link, state=State.READY)
        if reply.code < 300:
            return attrs.evolve(link, state=State.INCOMPLETE)
        if reply.code in RESTS:
            return attrs.evolve(
                link, state=State.RESTING, not_before=self._clock() + RESTS[reply.code]
            )
        if reply.code in USER_CODES:
            hold = HOLDS.get(reply.code)
            link = attrs.evolve(
                link,
                state=State.WITH_USER,
                not_before=self._clock() + hold if hold else None,
            )
            self._tell_user(link)
            return link
        return attrs.evolve(link, state=State.WITH_SUPPORT)
