"""Quarterly wealth report: cash and funds of every customer."""
import csv
import decimal
import logging

import flanks

log = logging.getLogger(__name__)

SUPPORT = [20001]
CUSTOMER = [50002, 50003]
NOT_YET = [20002, 20003, 50001]


def amount(value):
    # null means that the bank did not give it
    if value is None:
        return None
    return decimal.Decimal(str(value))


def customer_row(s, name, token, base):
    body = flanks.read(s, "/v0/bank/account", token, base)
    amounts = [amount(a.get("balance")) for a in body["accounts"]]
    known = [a for a in amounts if a is not None]
    return {
        "name": name,
        "accounts": len(amounts),
        "unknown": len(amounts) - len(known),
        "cash": sum(known, decimal.Decimal(0)),
        "note": "",
        "code": "",
    }


def note_for(problem):
    if problem.code in SUPPORT:
        return "open a ticket with flanks"
    if problem.code in CUSTOMER:
        return "customer has to reconnect"
    if problem.code in NOT_YET:
        return "next quarter"
    if problem.code == 40001:
        return "fix our request"
    return "http %s" % problem.status


def rows(s, tokens, base=flanks.BASE):
    result = []
    for name, token in tokens.items():
        try:
            result.append(customer_row(s, name, token, base))
        except flanks.FlanksProblem as problem:
            log.error("%s", problem)
            if problem.status == 401:
                raise
            result.append(
                {
                    "name": name,
                    "accounts": None,
                    "unknown": None,
                    "cash": None,
                    "note": note_for(problem),
                    "code": problem.code or problem.status,
                }
            )
    return result


def write(path, data):
    with open(path, "w", newline="") as f:
        writer = csv.DictWriter(f, ["name", "accounts", "unknown", "cash", "note", "code"])
        writer.writeheader()
        writer.writerows(data)
