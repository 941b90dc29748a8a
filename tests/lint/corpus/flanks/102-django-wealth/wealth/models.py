from django.conf import settings
from django.db import models


class Connection(models.Model):
    class Status(models.TextChoices):
        READY = "ready"
        IN_REVIEW = "in-review"
        NEEDS_USER = "needs-user"
        FAILED = "failed"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    credentials_token = models.CharField(max_length=128)
    status = models.CharField(max_length=16, choices=Status.choices)
    reason = models.CharField(max_length=255, blank=True)


class Holding(models.Model):
    connection = models.ForeignKey(Connection, on_delete=models.CASCADE)
    isin = models.CharField(max_length=12)
    units = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True)
