from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect

from . import flanks
from .models import Connection
from .tasks import sync_holdings


@login_required
def link_callback(request):
    """The Link widget sends the browser back here with ?code=..."""
    link_code = request.GET.get("code")
    if not link_code:
        messages.error(request, "The connection was cancelled.")
        return redirect("wealth:start")
    try:
        answer = flanks.exchange_link_code(link_code)
    except flanks.UserActionNeeded as exc:
        messages.error(request, "Your bank asks you to check your access (%s)." % exc.code)
        return redirect("wealth:start")
    except flanks.FlanksError as exc:
        Connection.objects.update_or_create(
            user=request.user, defaults={"status": Connection.Status.FAILED, "reason": str(exc)}
        )
        messages.error(request, "We could not connect your bank. Reference: %s" % exc)
        return redirect("wealth:start")

    in_review = answer.get("code") == flanks.SCA_ERROR
    connection, _ = Connection.objects.update_or_create(
        user=request.user,
        defaults={
            "credentials_token": answer["credentials_token"],
            "status": Connection.Status.IN_REVIEW if in_review else Connection.Status.READY,
            "reason": answer.get("message", ""),
        },
    )
    if in_review:
        messages.info(request, "Your accounts will be here in one or two days.")
    else:
        sync_holdings.delay(connection.pk)
        messages.success(request, "Your bank is connected.")
    return redirect("wealth:dashboard")
