# -*- coding: utf-8 -*-
"""Daily job: pulls the transactions of every authorised consent."""
import logging

from brick_hook import BrickError, BrickHook

log = logging.getLogger("brick.job")

SKIP = "skip"
HALT = "halt"

ACTIONS = {
    "CONSENTIMENTO_INVALIDO": SKIP,
    "CONSENTIMENTO_NAO_AUTORIZADO": SKIP,
    "CONSENTIMENTO_EM_STATUS_REJEITADO": SKIP,
    "OPERACAO_NAO_PERMITIDA_STATUS": SKIP,
    "LIMITE_OPERACIONAL_EXCEDIDO": HALT,
}


class TransmissoesOperator(object):
    def __init__(self, settings, sink):
        self.hook = BrickHook(settings)
        self.sink = sink
        self.skipped = []

    def pull(self, consent_id, account_id):
        body = self.hook.get("/open-banking/accounts/v2/accounts/%s/transactions?consentId=%s"
                             % (account_id, consent_id))
        self.sink(account_id, body["data"])
        return len(body["data"])

    def execute(self, pairs):
        total = 0
        for consent_id, account_id in pairs:
            try:
                total += self.pull(consent_id, account_id)
            except BrickError as err:
                action = ACTIONS.get(err.code)
                if action is None:
                    raise
                log.warning("%s: %s (%s)", consent_id, err, action)
                self.skipped.append((consent_id, err.code))
                if action == HALT:
                    break
        return total
