# errpact: provider=klavi
"""What is left in the agenda as due is asked for again; what is taken out of it unread isn't."""

import time

import requests

URL = "https://api.klavi.ai/opendata/v1/report"


class KlaviError(Exception):
    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code = code


def report(account):
    body = requests.get(URL, params={"account": account}, timeout=60).json()
    code = int(body["code"])
    if code in (200, 201, 202, 203):
        return code, body["data"]
    raise KlaviError(code, body.get("message"))


def due(database):
    return [
        row[0] for row in database.execute("select account from visit where state = 'open' and at <= ?", (time.time(),))
    ]


def fail(database, account, error):
    database.execute("update visit set state = 'failed', code = ? where account = ?", (error.code, account))


def the_rest_stays_due(database, log):
    for account in due(database):
        try:
            code, data = report(account)
        except KlaviError as error:
            if error.code == 429:
                log.warning("enough for now")
                break
            fail(database, account, error)
        else:
            database.execute("update visit set state = ?, data = ? where account = ?", (code, data, account))


def state_of(database, account):
    return database.execute("select state, code from visit where account = ?", (account,)).fetchone()


def visited(database, account, log):
    the_rest_stays_due(database, log)
    return state_of(database, account)


def closed_whatever_came(database, log):
    for account in due(database):
        code = data = None
        try:
            code, data = report(account)
        except KlaviError as error:
            if error.code != 429:  # error: EP201
                fail(database, account, error)
                continue
            log.warning("enough for now")
        database.execute("update visit set state = ?, data = ? where account = ?", (code, data, account))


def closed(database, account, log):
    closed_whatever_came(database, log)
    return state_of(database, account)
