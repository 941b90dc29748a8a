from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from refresh.api import NodeApi
from refresh.faults import CredentialsChanged, RefreshFault, TryLater, Unsupported


@dataclass(frozen=True)
class Node:
    id: str
    user_id: str
    balance: float | None = None
    status: str = "unknown"
    fault: str | None = None


class Nodes(Protocol):
    def put(self, node: Node) -> None: ...


class RefreshService:
    def __init__(
        self,
        api: NodeApi,
        nodes: Nodes,
        relink: Callable[[Node], Node | None],
        sleep: Callable[[float], None],
    ) -> None:
        self._api = api
        self._nodes = nodes
        self._relink = relink
        self._patiently = Retrying(
            retry=retry_if_exception_type(TryLater),
            wait=wait_exponential(multiplier=300, max=3600),
            stop=stop_after_attempt(4),
            sleep=sleep,
            reraise=True,
        )

    def refresh(self, node: Node) -> Node:
        try:
            fresh = self._read(node)
        except CredentialsChanged as fault:
            linked = self._relink(node)
            if linked is None:
                return self._keep(node, "relink", fault)
            fresh = self._read(linked)
        except Unsupported as fault:
            return self._keep(node, "manual", fault)
        except RefreshFault as fault:
            self._keep(node, "failed", fault)
            raise
        self._nodes.put(fresh)
        return fresh

    def _read(self, node: Node) -> Node:
        body = self._patiently(self._api.refresh, node.user_id, node.id)
        if body is None:
            return replace(node, status="in progress", fault=None)
        return replace(node, status="fresh", balance=body["info"]["balance"]["amount"], fault=None)

    def _keep(self, node: Node, status: str, fault: RefreshFault) -> Node:
        kept = replace(node, status=status, fault=f"{fault.http_code}/{fault.error_code}")
        self._nodes.put(kept)
        return kept
