import datetime as dt
import decimal

import requests

from ports import BankFault, Movement, MovementsGateway
from retrying import repeat


class KhipuFault(BankFault):
    def __init__(self, code: str, kind: str, text: str) -> None:
        super().__init__(f"khipu {code}: {text}")
        self.code = code
        self.kind = kind
        self.text = text

    @property
    def transient(self) -> bool:
        text = self.text.lower()
        return "not available" in text or "timeout" in text


class KhipuGateway(MovementsGateway):
    def __init__(self, token: str, credentials: tuple[str, str], base_url: str = "https://api.khipu.com") -> None:
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"
        self._credentials = credentials
        self._base_url = base_url

    @repeat(times=3)
    def movements(self, account: str, month: str) -> list[Movement]:
        username, password = self._credentials
        document = self._session.post(
            f"{self._base_url}/v1/cl/banks/movements",
            json={"Username": username, "Password": password, "Account": account, "Month": month},
            timeout=120,
        ).json()
        error = document.get("Error")
        if error is not None:
            raise KhipuFault(error["Code"], error["Type"], error["Description"])
        return [
            Movement(dt.date.fromisoformat(row["Date"]), decimal.Decimal(str(row["Amount"])), row["Description"])
            for row in document["Data"]["Movements"]
        ]
