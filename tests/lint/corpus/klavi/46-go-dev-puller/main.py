import os
import sys

from puller import api, pool


def main() -> int:
    client = api.new("https://api.klavi.ai", os.environ["KLAVI_PARTNER"], os.environ["KLAVI_TOKEN"])
    out = pool.Pool(client).run(sys.argv[1:])
    for report_id, err in out.failed.items():
        print(f"{report_id}\t{err}", file=sys.stderr)
    for report_id, report in out.reports.items():
        print(f"{report_id}\t{'complete' if report.complete else report.note}")
    return 1 if out.failed else 0


if __name__ == "__main__":
    sys.exit(main())
