import time

from sync import AccountSync


class FixedTokens:
    def current(self):
        return "test-token"

    def renew(self):
        pass


SAVED = {}


def make_client(base_url: str) -> AccountSync:
    return AccountSync(
        base_url,
        FixedTokens(),
        sleep=lambda seconds: time.sleep(seconds),
        save=lambda owner, rows: SAVED.__setitem__(owner, rows),
    )


def call(client: AccountSync):
    return client.run("u-1", "bci", {"Username": "76111111-1", "Password": "secret"})
