from decimal import Decimal

from .base import BaseRepository, ReportError

__all__ = ["AccountsReport", "CategoryReport", "ReportError"]


class AccountsReport(BaseRepository):
    path = "/data/v1/accounts"

    def all(self, cpf):
        return self.cache.get_or_set(("accounts", cpf), lambda: self._fetch(self.path, cpf=cpf))

    def total(self, cpf):
        return sum(Decimal(str(a["balance"])) for a in self.all(cpf))


class CategoryReport(BaseRepository):
    path = "/data/v1/transactions"

    def monthly_income(self, cpf):
        """Average of credits per month, used by the credit score."""
        rows = self._fetch(self.path, cpf=cpf)
        months = {}
        for row in rows:
            if row["type"] != "CREDIT":
                continue
            months.setdefault(row["date"][:7], Decimal(0))
            months[row["date"][:7]] += Decimal(str(row["amount"]))
        if not months:
            return Decimal(0)
        return sum(months.values()) / len(months)
