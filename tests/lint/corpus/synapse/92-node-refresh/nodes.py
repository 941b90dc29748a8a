"""Where linked accounts are kept."""
import datetime as dt
from typing import Protocol

from attrs import define, field


@define
class Node:
    user_id: str
    node_id: str
    balance: float | None = None
    refreshable: bool = True
    needs_relink: bool = False
    action_pending: bool = False
    postponed: int = 0
    next_refresh: dt.datetime | None = None
    last_error: tuple[int, str, str] | None = None


class NodeRepository(Protocol):
    def due(self, now: dt.datetime) -> list[Node]: ...
    def save(self, node: Node) -> None: ...


@define
class MemoryNodes:
    rows: dict[str, Node] = field(factory=dict)

    def due(self, now: dt.datetime) -> list[Node]:
        return [
            node
            for node in self.rows.values()
            if node.refreshable
            and not (node.needs_relink or node.action_pending)
            and (node.next_refresh is None or node.next_refresh <= now)
        ]

    def save(self, node: Node) -> None:
        self.rows[node.node_id] = node
