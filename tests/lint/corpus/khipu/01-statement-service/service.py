import logging
from dataclasses import dataclass, field

from client import KhipuClient
from errors import KhipuError, StatementImportFailed

logger = logging.getLogger(__name__)


@dataclass
class Account:
    id: str
    bank: str
    username: str
    password: str
    status: str = "active"
    last_error: str = ""
    movements: list = field(default_factory=list)


class StatementService:
    def __init__(self, client: KhipuClient) -> None:
        self.client = client

    def import_month(self, account: Account, month: str) -> int:
        try:
            data = self.client.get_statement(account.bank, account.username, account.password, month)
        except KhipuError as exc:
            account.last_error = f"{exc.code}/{exc.error_type}"
            text = exc.description.lower()
            if "clave" in text or "contraseña" in text:
                account.status = "needs_credentials"
            elif "bloquead" in text:
                account.status = "blocked"
            else:
                account.status = "failed"
            logger.error("khipu %s on account %s: %s", exc.code, account.id, exc.description)
            raise StatementImportFailed(account.id, exc.code, exc.error_type) from exc

        movements = data.get("Movements", [])
        account.movements.extend(movements)
        account.status = "active"
        return len(movements)
