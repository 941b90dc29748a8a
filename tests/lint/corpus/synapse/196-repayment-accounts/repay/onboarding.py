"""Service layer: links an account and tells the borrower's file about it."""
from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import assert_never

from repay.patience import IMPATIENT, Patience
from repay.ports import AccountLinking, BankLogin, Linked, MfaPending
from repay.taxonomy import BorrowerMustRelink, LinkingError, NoUsableAccount

log = logging.getLogger(__name__)


@dataclass
class BorrowerFile:
    borrower_id: str
    status: str = "unlinked"
    nodes: list[str] = field(default_factory=list)
    history: list[str] = field(default_factory=list)


@dataclass
class Onboarding:
    linking: AccountLinking
    patience: Patience = Patience()
    flag: Callable[[str], bool] = lambda name: True

    def link_account(self, file: BorrowerFile, login: BankLogin) -> BorrowerFile:
        patience = self.patience if self.flag("link-retries") else IMPATIENT
        try:
            outcome = patience.run(
                lambda: self.linking.link(file.borrower_id, login),
                on_pause=lambda error, pause: file.history.append(f"{error.error_code}: next in {pause:.0f}s"),
            )
        except BorrowerMustRelink as error:
            file.status = "relink"
            file.history.append(str(error))
            return file
        except NoUsableAccount as error:
            file.status = "other-account-needed"
            file.history.append(str(error))
            return file
        except LinkingError as error:
            file.status = "failed"
            log.warning("link.failed", extra={"pair": (error.http_code, error.error_code)})
            raise
        match outcome:
            case Linked(node_ids):
                file.status, file.nodes = "linked", list(node_ids)
            case MfaPending(prompt=prompt):
                file.status = "mfa"
                file.history.append(prompt)
            case _:
                assert_never(outcome)
        return file
