import os
import sys
from dataclasses import dataclass, field

from syn import Api, Credentials, SynErr
from syn.verdict import Verdict, after_login, after_refresh


@dataclass
class Book:
    """The nodes this worker looks after, in memory; a file keeps them between runs."""

    scheduled: dict[str, str] = field(default_factory=dict)
    relink: set[str] = field(default_factory=set)
    alerts: list[str] = field(default_factory=list)

    def note(self, node_id: str, verdict: Verdict, err: SynErr) -> None:
        if verdict is Verdict.RELINK:
            self.relink.add(node_id)
            self.scheduled.pop(node_id, None)
        elif verdict is Verdict.DROP_FROM_SCHEDULE:
            self.scheduled.pop(node_id, None)
        elif verdict is not Verdict.NEXT_RUN:
            self.alerts.append(f"{node_id}: {err}")


@dataclass
class Worker:
    api: Api
    book: Book

    def tick(self) -> list[dict]:
        fresh = []
        for node_id, user_id in list(self.book.scheduled.items()):
            node, err = self.api.refresh_node(user_id, node_id)
            if err is not None:
                self.book.note(node_id, after_refresh(err), err)
                continue
            fresh.append(node)
        return fresh

    def add(self, user_id: str, bank: str, name: str, secret: str) -> str:
        body, err = self.api.login_bank(user_id, bank, name, secret)
        if err is not None:
            verdict = after_login(err)
            return {
                Verdict.NEXT_RUN: "the bank is in maintenance, come back later",
                Verdict.NO_ACH: "this login has no account that we can debit",
                Verdict.ASK_USER: "check your login, then look for messages from your bank",
            }.get(verdict, str(err))
        for node in body["nodes"]:
            self.book.scheduled[node["_id"]] = user_id
        return "linked"


def main() -> int:
    cred = Credentials(*(os.environ[k] for k in ("SYN_ID", "SYN_SECRET", "SYN_OAUTH", "SYN_FP")))
    book = Book(scheduled=dict(pair.split("=") for pair in sys.argv[1:]))
    fresh = Worker(Api(cred), book).tick()
    print(len(fresh), "refreshed,", len(book.alerts), "alerts")
    return 1 if book.alerts else 0


if __name__ == "__main__":
    sys.exit(main())
