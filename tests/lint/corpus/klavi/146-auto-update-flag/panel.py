"""Back office: the switch beside a customer's bank connection."""
from __future__ import annotations

import logging
from dataclasses import dataclass

from codes import UpdateCode
from update_api import FeatureMissing, UpdateApi, UpdateFailed

log = logging.getLogger(__name__)


@dataclass
class Switch:
    connection_key: str
    on: bool = False
    hidden: bool = False


def flip(api: UpdateApi, switch: Switch) -> Switch:
    wanted = not switch.on
    try:
        api.allow(switch.connection_key, wanted)
    except FeatureMissing:
        switch.hidden = True
        raise
    except UpdateFailed as exc:
        if exc.code is UpdateCode.NOT_AUTHORIZED_BY_USER:
            log.info("%s: customer has to agree first", switch.connection_key)
        elif exc.code.ours:
            log.error("%s: check our settings (%s)", switch.connection_key, exc)
        raise
    switch.on = wanted
    return switch
