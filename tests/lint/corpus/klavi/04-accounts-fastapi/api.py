import logging
import os

from fastapi import Depends, FastAPI

from errors import KlaviError
from service import Accounts, AccountService

app = FastAPI()
logger = logging.getLogger("accounts")


def service() -> AccountService:
    return AccountService(
        os.environ.get("KLAVI_URL", "https://api.klavi.ai"),
        os.environ["KLAVI_PARTNER"],
        os.environ["KLAVI_TOKEN"],
    )


@app.get("/users/{connection_key}/accounts", response_model=Accounts)
def accounts(connection_key: str, klavi: AccountService = Depends(service)) -> Accounts:
    try:
        return klavi.fetch(connection_key)
    except KlaviError:
        logger.info("accounts unavailable for %s", connection_key)
        return Accounts(accounts=[])
