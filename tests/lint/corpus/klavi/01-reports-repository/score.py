import sys

from reports import AccountsReport, CategoryReport, ReportError


def score(code, token, cpf):
    accounts = AccountsReport(code, token)
    income = CategoryReport(code, token).monthly_income(cpf)
    balance = accounts.total(cpf)
    points = 300
    points += min(int(income / 100), 400)
    points += min(int(balance / 500), 300)
    return points


if __name__ == "__main__":
    try:
        print(score(*sys.argv[1:4]))
    except ReportError as e:
        sys.exit("klavi: %s" % e)
