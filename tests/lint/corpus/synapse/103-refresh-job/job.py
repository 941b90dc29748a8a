from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field

from apscheduler.schedulers.blocking import BlockingScheduler

from client import SynapseClient
from exceptions import ClientCredentialsError, SynapseError, UserCredentialsError

log = logging.getLogger("refresh")


@dataclass
class Outcome:
    done: list[str] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    relink: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)


def refresh_all(client: SynapseClient, nodes: list[tuple[str, str]]) -> Outcome:
    outcome = Outcome()
    for user_id, node_id in nodes:
        try:
            final = client.refresh(user_id, node_id)
        except ClientCredentialsError:
            log.critical("our own keys are refused, stopping")
            raise
        except SynapseError as exc:
            log.warning("%s: %s", node_id, exc)
            outcome.failed[node_id] = exc.code
        except UserCredentialsError:
            outcome.relink.append(node_id)
        else:
            (outcome.done if final else outcome.pending).append(node_id)
    return outcome


def nightly() -> None:
    from portfolio import active_nodes, request_relink

    with SynapseClient(os.environ["SYNAPSE_GATEWAY"], os.environ["SYNAPSE_USER"]) as client:
        outcome = refresh_all(client, active_nodes())
    for node_id in outcome.relink:
        request_relink(node_id)
    log.info("done=%d pending=%d failed=%s", len(outcome.done), len(outcome.pending), outcome.failed)


if __name__ == "__main__":
    scheduler = BlockingScheduler()
    scheduler.add_job(nightly, "cron", hour=3, max_instances=1, coalesce=True)
    scheduler.start()
