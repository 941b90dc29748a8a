from decimal import Decimal

from django.core.cache import cache

from .flanks import FlanksService

CACHE_TIME = 60 * 60 * 6


class NetWorthService:
    def __init__(self, flanks=None):
        self.flanks = flanks or FlanksService()

    def get_investments(self, customer):
        key = f"investments:{customer.pk}"
        items = cache.get(key)
        if items is None:
            try:
                items = self.flanks.investments(customer.credentials_token)
            except Exception:
                items = []
            cache.set(key, items, CACHE_TIME)
        return items

    def net_worth(self, customer):
        plus = sum(Decimal(str(i["balance"] or 0)) for i in self.get_investments(customer))
        minus = sum(
            Decimal(str(d["balance"] or 0))
            for d in self.flanks.liabilities(customer.credentials_token)
        )
        return plus - minus
