"""02:30 every night, see the scheduler repo. argv: links.txt output_dir"""
import os
import pathlib
import sys

from extract import Extractor
from transform import failures, incomplete, outcomes_frame, transactions


def main(argv: list[str]) -> int:
    links = pathlib.Path(argv[1]).read_text().split()
    target = pathlib.Path(argv[2])
    frame = outcomes_frame(Extractor(os.environ["KLAVI_TOKEN"]).fetch_all(links))

    transactions(frame).to_parquet(target / "transactions.parquet")
    incomplete(frame).to_csv(target / "incomplete.csv", index=False)
    refused = failures(frame)
    refused.to_csv(target / "refused.csv", index=False)
    if len(refused):
        print(refused.groupby(["code", "message"]).size().to_string(), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
