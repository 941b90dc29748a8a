import datetime as dt

from . import settings

MAX_REPEATS = 5
PARTNER_DOWN = {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}


def pause_for(problem, repeats_so_far):
    """Seconds before the same consent may be asked for again, or None when it mustn't be."""
    if repeats_so_far >= MAX_REPEATS:
        return None
    if problem.status // 100 == 5:
        return 3 * 2 ** repeats_so_far
    if problem.status == 400 and problem.code in PARTNER_DOWN:
        return settings.PARTNER_PAUSE * (repeats_so_far + 1)
    return None


def first_of_next_month(now):
    return (now.replace(day=1) + dt.timedelta(days=32)).replace(day=1, hour=0, minute=5, second=0, microsecond=0)
