"""Right clients made wrong: what of it the linter finds (see `score`)."""
