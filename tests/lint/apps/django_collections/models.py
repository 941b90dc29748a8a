"""Rows. `code` is a country's, a bank's or a voucher's."""

from django.db import models


class Voucher(models.Model):
    code = models.CharField(max_length=8)
    status = models.CharField(max_length=8, choices=[("OK", "ok"), ("ERROR", "error")])

    def redeem(self):
        if self.code == "E201" or self.status == "ERROR":
            return {"Status": "ERROR", "Error": {"Code": "V001", "Type": "EXPIRED", "Description": "expired"}}
        return {"Status": "OK", "Error": None, "Data": {}}


class Country(models.Model):
    code = models.CharField(max_length=2)

    @classmethod
    def chile(cls):
        return cls.objects.get(code="CL")
