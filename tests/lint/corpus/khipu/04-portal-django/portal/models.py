from datetime import timedelta

from django.db import models
from django.utils import timezone

from .outcome import Outcome, Step

PARK = timedelta(hours=4)


class Lookup(models.Model):
    rut = models.CharField(max_length=12, unique=True)
    operation_id = models.CharField(max_length=40, null=True)
    parked_until = models.DateTimeField(null=True)
    step = models.CharField(max_length=12, blank=True)
    error_code = models.CharField(max_length=8, null=True)
    error_text = models.TextField(blank=True)
    data = models.JSONField(default=dict)

    def record(self, outcome: Outcome) -> None:
        self.step = outcome.step
        self.parked_until = timezone.now() + PARK if outcome.step is Step.PARKED else None
        self.error_code = outcome.code
        self.error_text = outcome.text
        self.data = outcome.data
        self.save()
