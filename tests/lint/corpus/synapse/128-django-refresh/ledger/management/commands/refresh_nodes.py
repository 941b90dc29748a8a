import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ledger.models import Node
from ledger.synapse import Synapse, SynapseError, Verdict


class Command(BaseCommand):
    help = "Refreshes the balances of all linked accounts."

    def add_arguments(self, parser):
        parser.add_argument("--pause", type=int, default=30, help="minutes before the second pass")

    def handle(self, *args, **options):
        self.client = Synapse(settings.SYNAPSE_CLIENT_KEY)
        nodes = list(Node.objects.exclude(status__in=("relink", "fixed")))
        later = self.one_pass(nodes)
        if later:
            self.stdout.write("%d nodes temporarily unavailable, pausing" % len(later))
            time.sleep(options["pause"] * 60)
            left = self.one_pass(later)
            if left:
                self.stdout.write("%d nodes stay stale until tomorrow's run" % len(left))

    def one_pass(self, nodes):
        later = []
        for node in nodes:
            try:
                refresh = self.client.refresh(node.user_id, node.node_id)
            except SynapseError as exc:
                if exc.error_code in ("100", "429"):
                    # our keys or our pace: the remaining nodes would fare no better
                    raise CommandError(str(exc)) from exc
                self.note(node, "failed", (exc.http_code, exc.error_code), exc.text)
                continue
            self.note(node, refresh.verdict.value, refresh.pair, refresh.text)
            if refresh.verdict is Verdict.LATER:
                later.append(node)
            elif refresh.verdict is Verdict.FRESH:
                node.balance = refresh.data["info"]["balance"]["amount"]
                node.save(update_fields=["balance"])
        return later

    def note(self, node, status, pair, text):
        node.status = status
        node.error_pair = "" if status == "fresh" else "%s/%s" % pair
        node.error_text = text
        node.save(update_fields=["status", "error_pair", "error_text"])
