import datetime as dt
import logging

from client import Answer, SynapseClient
from nodes import Node, NodeRepository

log = logging.getLogger(__name__)
DAILY = dt.timedelta(days=1)


class RefreshError(Exception):
    def __init__(self, node: Node, answer: Answer) -> None:
        super().__init__(f"{node.node_id}: http {answer.http}, error_code {answer.code}: {answer.text}")
        self.http = answer.http
        self.code = answer.code


class RefreshJob:
    """Started every few minutes by the scheduler; each node keeps its own due time."""

    def __init__(self, client: SynapseClient, nodes: NodeRepository) -> None:
        self.client = client
        self.nodes = nodes

    def run(self) -> list[RefreshError]:
        failures = []
        for node in self.nodes.due(self.now()):
            try:
                self.refresh(node)
            except RefreshError as failure:
                log.error("%s", failure)
                failures.append(failure)
        return failures

    def refresh(self, node: Node) -> Node:
        answer = self.client.refresh_node(node.user_id, node.node_id)
        config = self.client.config
        try:
            self._apply(node, answer, config.later, config.max_postponements)
        finally:
            self.nodes.save(node)
        return node

    def _apply(self, node: Node, answer: Answer, later: dt.timedelta, limit: int) -> None:
        if answer.code != "0":
            node.last_error = (answer.http, answer.code, answer.text)
        match answer.http, answer.code:
            case 200, "0":
                node.balance = answer.body["info"]["balance"]["amount"]
                node.last_error, node.postponed = None, 0
                node.next_refresh = self.now() + DAILY
            case 202, "10":
                node.action_pending = True
            case 503, "503" if node.postponed < limit:
                node.postponed += 1
                node.next_refresh = self.now() + later
            case 400, "410":
                node.refreshable = False
            case 401, "110":
                node.needs_relink = True
            case _:
                node.refreshable = False
                raise RefreshError(node, answer)

    @staticmethod
    def now() -> dt.datetime:
        return dt.datetime.now(dt.timezone.utc)
