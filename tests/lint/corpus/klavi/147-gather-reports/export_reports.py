"""python export_reports.py cpfs.txt saida.csv"""
import argparse
import asyncio
import logging
import os

import pandas as pd

from batch import fetch_all, flatten
from klavi import PRODUCTION, SANDBOX, Klavi


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cpfs", type=argparse.FileType())
    parser.add_argument("output")
    parser.add_argument("--sandbox", action="store_true")
    args = parser.parse_args()
    logging.basicConfig(level="INFO")

    klavi = Klavi(os.environ["KLAVI_TOKEN"], SANDBOX if args.sandbox else PRODUCTION)
    cpfs = [line.strip() for line in args.cpfs if line.strip()]
    reports = asyncio.run(fetch_all(klavi, cpfs))
    df = pd.DataFrame(flatten(reports))
    df.to_csv(args.output, index=False, sep=";", decimal=",")
    print(df.describe())


if __name__ == "__main__":
    main()
