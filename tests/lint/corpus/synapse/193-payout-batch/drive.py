from decimal import Decimal

import urllib3

from ledger_api import LedgerApi, Payout
from run import pay_out


def make_client(base_url: str):
    return LedgerApi(urllib3.PoolManager(retries=False, headers={"X-SP-GATEWAY": "id|secret"}), base_url)


def call(client):
    return pay_out(client, "u1", [Payout("ref-1", "n1", "n2", Decimal("10.00"))])
