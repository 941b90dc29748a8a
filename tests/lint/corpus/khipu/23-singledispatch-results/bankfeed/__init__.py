"""Bank feed for the bookkeeping product."""
