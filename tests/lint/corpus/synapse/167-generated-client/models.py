"""Data models for the SynapseFI client."""

from dataclasses import dataclass
from typing import Any, Dict, List, Optional


@dataclass
class BankLogin:
    bank_id: str
    bank_pw: str
    bank_name: str

    def to_dict(self) -> Dict[str, str]:
        return {"bank_id": self.bank_id, "bank_pw": self.bank_pw, "bank_name": self.bank_name}


@dataclass
class Node:
    id: str
    type: str
    balance: Optional[float] = None

    @classmethod
    def from_dict(cls, data: Dict[str, Any]) -> "Node":
        info = data.get("info", {})
        return cls(id=data["_id"], type=data["type"], balance=info.get("balance", {}).get("amount"))


@dataclass
class LinkResult:
    nodes: List[Node]
    mfa: Optional[Dict[str, Any]] = None

    @property
    def pending(self) -> bool:
        return self.mfa is not None
