from django.db import models


class BankCredential(models.Model):
    class State(models.TextChoices):
        ACTIVE = "active"
        BROKEN = "broken"

    client = models.ForeignKey("crm.Client", on_delete=models.CASCADE, related_name="bank_credentials")
    token = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ACTIVE)
    last_problem = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
