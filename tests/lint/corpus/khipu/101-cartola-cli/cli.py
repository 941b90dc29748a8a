"""cartola: prints a bank statement as CSV.

Exit codes: 0 fine, 75 come back later, 77 the login needs attention, 1 anything else.
"""
import csv
import sys

import click

from provider import KhipuProblem, StatementClient


@click.command()
@click.argument("bank")
@click.argument("month")
@click.option("--user", envvar="BANK_USER", required=True)
@click.option("--password", envvar="BANK_PASSWORD", required=True)
@click.option("--token", envvar="KHIPU_TOKEN", required=True)
@click.option("--out", type=click.File("w"), default="-")
def cartola(bank, month, user, password, token, out):
    try:
        data = StatementClient(token).statement(bank, user, password, month)
    except KhipuProblem as exc:
        click.secho(str(exc), err=True, fg="red")
        sys.exit(exc.exit_code)
    writer = csv.writer(out)
    writer.writerow(["date", "description", "amount"])
    for row in data.get("Transactions", []):
        writer.writerow([row["Date"], row["Description"], row["Amount"]])


if __name__ == "__main__":
    cartola()
