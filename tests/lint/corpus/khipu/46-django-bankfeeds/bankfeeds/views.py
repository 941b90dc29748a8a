from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from .exceptions import FeedError
from .models import BankLink
from .services import fetch_movements


@login_required
@require_GET
def preview(request, link_id):
    """Live look at the account, before the customer confirms the link."""
    link = get_object_or_404(BankLink, pk=link_id, owner=request.user)
    try:
        movements = fetch_movements(link)
    except FeedError:
        movements = []
    return JsonResponse(
        {
            "link": link.pk,
            "movements": [{"date": m["Date"], "amount": m["Amount"]} for m in movements],
            "empty": not movements,
        }
    )
