from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from klavi_http import Http, KlaviError

NOTICES = {
    201: "user has to grant extra authorization, some data is absent",
    202: "some transactions are missing at the source",
    203: "the report carries no CPF",
}


@dataclass
class Report:
    cpf: str
    sections: dict[str, Any] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


class Reports:
    KINDS = ("accounts", "transactions", "credit-cards", "investments")

    def __init__(self, partner: str, token: str, base_url: str = "https://api.klavi.ai/data/v1") -> None:
        self.http = Http(partner, token, base_url)

    def section(self, cpf: str, kind: str) -> tuple[Any, str | None]:
        code, data = self.http.get(f"/{kind}", cpf=cpf)
        return data, NOTICES.get(code)

    def full(self, cpf: str) -> Report:
        report = Report(cpf)
        for kind in self.KINDS:
            try:
                report.sections[kind], notice = self.section(cpf, kind)
            except KlaviError as error:
                if error.code != 405:
                    raise
                notice = "no account information found"
            if notice:
                report.notices.append(f"{kind}: {notice}")
        return report
