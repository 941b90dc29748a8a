"""First rule of the score: how much money is there at all."""
from __future__ import annotations

from typing import NamedTuple

from client import BureauClient
from results import Complete, Incomplete, Refused


class Liquidity(NamedTuple):
    amount: float | None
    remark: str = ""


def liquidity(client: BureauClient, cpf: str) -> Liquidity:
    match client.report(cpf):
        case Complete(report):
            return Liquidity(sum(account.balance for account in report.accounts))
        case Incomplete(report, gap):
            return Liquidity(sum(account.balance for account in report.accounts), f"lower bound ({gap.value})")
        case Refused(reason):
            return Liquidity(None, reason.value)
