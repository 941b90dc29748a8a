from django.conf import settings
from django.db import models


class BankLink(models.Model):
    ACTIVE = "active"
    UNDER_REVIEW = "under_review"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    token = models.CharField(max_length=200)
    state = models.CharField(max_length=20, choices=[(ACTIVE, "Active"), (UNDER_REVIEW, "Under review")])
    updated_at = models.DateTimeField(auto_now=True)
