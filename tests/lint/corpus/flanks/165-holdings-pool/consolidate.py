"""Consolidates the holdings of all clients of a family office into one CSV."""
import csv
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from flanks import Flanks, FlanksError, StillRetrieving


@dataclass
class Run:
    rows: list = field(default_factory=list)
    next_run: list = field(default_factory=list)
    failed: dict = field(default_factory=dict)

    @property
    def exit_code(self):
        return 2 if self.failed else 0


class Consolidation:
    def __init__(self, flanks: Flanks, workers: int = 4):
        self.flanks = flanks
        self.workers = workers

    def run(self, tokens) -> Run:
        run = Run()
        with ThreadPoolExecutor(self.workers) as pool:
            futures = {token: pool.submit(self.flanks.holdings, token) for token in tokens}
        for token, future in futures.items():
            try:
                run.rows.extend((token, *row) for row in future.result())
            except FlanksError as exc:
                run.failed[token] = f"{exc.code} {exc}"
            except StillRetrieving:
                run.next_run.append(token)
        return run


def main(bearer, token_file, out):
    with open(token_file) as f:
        tokens = f.read().split()
    run = Consolidation(Flanks(bearer)).run(tokens)
    with open(out, "w", newline="") as f:
        csv.writer(f).writerows([("client", "isin", "quantity", "currency"), *run.rows])
    with open(token_file, "w") as f:
        f.write("\n".join(run.next_run))
    for token, why in run.failed.items():
        print(token, why, file=sys.stderr)
    return run.exit_code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
