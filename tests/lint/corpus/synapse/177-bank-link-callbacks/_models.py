"""Pydantic view of the replies of the node endpoint."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class NodeRef(BaseModel):
    """A node in a reply."""

    model_config = ConfigDict(extra="ignore")

    id: str = Field(alias="_id")


class NodesReply(BaseModel):
    """Reply to POST /nodes: success, pending and error share one shape."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    error_code: str
    http_code: str
    success: bool = False
    error: dict[str, Any] = Field(default_factory=dict)
    nodes: list[NodeRef] = Field(default_factory=list)
    mfa: dict[str, Any] | None = None

    @property
    def text(self) -> str:
        """Message in English."""
        return str(self.error.get("en", ""))
