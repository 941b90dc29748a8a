from __future__ import annotations

import logging

from errors import BankNeedsAttention, ErrorCode, LinkError, NoUsableAccount, SynapseError, WrongCredentials
from ports import BankLoginGateway, Linked, Login, MfaPending, Notifier, SilentNotifier

log = logging.getLogger("linking")


class LinkingService:
    def __init__(self, gateway: BankLoginGateway, notifier: Notifier | None = None) -> None:
        self._gateway = gateway
        self._notifier = notifier or SilentNotifier()

    async def link(self, login: Login) -> Linked | MfaPending:
        try:
            body = await self._gateway.login(login)
        except SynapseError as error:
            log.warning("linking of %s at %s failed", login.user_id, login.bank)
            raise await self._translate(login, error) from None
        if body["error_code"] == "10":
            mfa = body.get("mfa") or {}
            return MfaPending(mfa.get("access_token", ""), mfa.get("message", ""))
        return Linked(tuple(node["_id"] for node in body.get("nodes", [])))

    async def _translate(self, login: Login, error: SynapseError) -> LinkError:
        if error.error_code == ErrorCode.NO_ACH_ACCOUNT:
            await self._notifier.tell(login.user_id, "This bank has no account that can receive transfers.")
            return NoUsableAccount(login.bank)
        if error.error_code == ErrorCode.ATTENTION_AT_BANK:
            await self._notifier.tell(login.user_id, "Please sign in at your bank once; it needs your attention.")
            return BankNeedsAttention(login.bank)
        if error.error_code == ErrorCode.PAYLOAD:
            return WrongCredentials(login.bank)
        return LinkError(login.bank)
