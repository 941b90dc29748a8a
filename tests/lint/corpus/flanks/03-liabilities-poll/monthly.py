import sys

from liabilities import FlanksError, Liabilities


def main(token: str, *credentials: str) -> int:
    reader, failures = Liabilities(token), 0
    for credential in credentials:
        try:
            rows = reader.fetch(credential)
        except FlanksError as exc:
            failures += 1
            print(f"{credential}: {exc}", file=sys.stderr)
            continue
        print(credential, sum(row.get("pending_amount") or 0 for row in rows))
    return min(failures, 100)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
