"""Feeds the risk model with the checking-account report of an applicant."""
from dataclasses import dataclass
from decimal import Decimal

from klavi_client import KlaviClient, KlaviError


@dataclass
class Features:
    cpf: str
    months: int = 0
    income: Decimal = Decimal(0)
    spend: Decimal = Decimal(0)
    complete: bool = False
    error: str = ""


def features_for(client: KlaviClient, cpf: str) -> Features:
    features = Features(cpf)
    try:
        report = client.get_report(cpf, "checking_account")
    except KlaviError as exc:
        features.error = f"klavi:{exc.code}"
        return features

    months = set()
    for tx in report["transactions"]:
        amount = Decimal(str(tx["amount"]))
        months.add(tx["date"][:7])
        if amount > 0:
            features.income += amount
        else:
            features.spend -= amount
    features.months = len(months)
    features.complete = True
    return features
