from decimal import Decimal

import requests

from gateway import BrickPaymentGateway
from payments import PaymentOrder, PaymentService
from policies import DocumentedBackoff, FirstMatching, OtherInstitution


def make_client(base_url: str):
    policy = FirstMatching([DocumentedBackoff(), OtherInstitution()])
    return PaymentService(BrickPaymentGateway(requests.Session(), policy, base_url))


def call(client):
    return client.pay(PaymentOrder("c-1", Decimal("10.00")))
