from celery import shared_task

from . import errors, gateway, settings, vault
from .base import StatementTask


@shared_task(bind=True, base=StatementTask, name="statements.pull")
def pull(self, account_id, month, long_pauses=0):
    account = vault.account(account_id)
    try:
        data = gateway.fetch(account.service, account.credentials, Month=month)
    except errors.UnderRepair as failure:
        if long_pauses >= settings.LONG_PAUSES_ALLOWED:
            vault.close(account_id, month, failure.code, failure.description)
            raise
        self.apply_async(
            (account_id, month),
            {"long_pauses": long_pauses + 1},
            countdown=settings.LONG_PAUSE.total_seconds(),
        )
        return {"postponed": failure.code}
    except errors.NothingThere as failure:
        vault.close(account_id, month, failure.code, "no data")
        return {"lines": 0, "code": failure.code}
    except errors.Refused as failure:
        vault.close(account_id, month, failure.code, failure.description)
        raise
    vault.save(account_id, month, data)
    return {"lines": len(data["Movements"])}
