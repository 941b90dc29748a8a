"""manage.py sync_portfolios [--customer ID]: nightly import of portfolios."""
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from flanks_session import FlanksSession
from portfolio_sync import sync
from wealth.models import BankLink


class Command(BaseCommand):
    help = "Imports the portfolios of all linked customers"

    def add_arguments(self, parser):
        parser.add_argument("--customer", type=int, action="append")

    def handle(self, *args, **options):
        links = BankLink.objects.due()
        if options["customer"]:
            links = links.filter(customer_id__in=options["customer"])
        tokens = dict(links.values_list("customer_id", "credentials_token"))
        with FlanksSession(settings.FLANKS_TOKEN, settings.FLANKS_URL) as session:
            report = sync(session, tokens)
        for customer, portfolios in report.portfolios.items():
            BankLink.objects.get(customer_id=customer).store(portfolios)
        for item in report.skipped:
            BankLink.objects.filter(customer_id=item.customer).update(
                last_status=item.status, last_code=item.code, not_before=item.not_before
            )
            self.stderr.write(f"{item.customer}: {item.status} {item.code} {item.reason}")
        self.stdout.write(f"{len(report.portfolios)} customers imported")
        if not report.ok:
            raise CommandError(f"{len(report.skipped)} customers skipped")
