"""Pays net salaries by Pix through Brick Bank."""
from collections import namedtuple

import requests

from mixins import IdempotencyMixin, InteractionMixin, PatientMixin, TicketMixin
from operation import Operation

Payment = namedtuple("Payment", "id status")


class BrickContext:
    def __init__(self, token, base_url="https://api.brickbank.example", timeout=30):
        self.token = token
        self.base_url = base_url
        self.timeout = timeout
        self.session = requests.Session()


class SalaryPix(TicketMixin, PatientMixin, IdempotencyMixin, InteractionMixin, Operation):
    method = "POST"
    path = "/payments/v4/pix/payments"
    done = (200, 201)

    def __init__(self, context, consent_id, employee, amount):
        super().__init__(context)
        self.consent_id = consent_id
        self.employee = employee
        self.amount = amount

    def payload(self):
        return {
            "data": {
                "consentId": self.consent_id,
                "payment": {"amount": "%.2f" % self.amount, "currency": "BRL"},
                "creditor": {"cpfCnpj": self.employee},
            }
        }

    def parse(self, data):
        return Payment(data["paymentId"], data.get("status"))


class PaymentState(TicketMixin, PatientMixin, InteractionMixin, Operation):
    def __init__(self, context, payment_id):
        super().__init__(context)
        self.path = "/payments/v4/pix/payments/" + payment_id

    def parse(self, data):
        return Payment(data["paymentId"], data.get("status"))


def pay(context, consent_id, employee, amount):
    return SalaryPix(context, consent_id, employee, amount).execute()
