"""Proves contracts on client source: discover → lower → resolve → flow → rules → report.

The way in is `errpact.lint.engine.run`. Importing this package imports none of its parts.
"""
