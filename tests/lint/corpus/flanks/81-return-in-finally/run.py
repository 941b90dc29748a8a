import argparse
import os
import pathlib

from exporter import Exporter


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("credential")
    parser.add_argument("month", help="YYYY-MM")
    parser.add_argument("--to", type=pathlib.Path, default=pathlib.Path("movements.csv"))
    options = parser.parse_args()
    year, month = map(int, options.month.split("-"))
    options.to.write_text(Exporter(os.environ["FLANKS_TOKEN"]).month(options.credential, year, month))


if __name__ == "__main__":
    main()
