"""Flanks connector."""
