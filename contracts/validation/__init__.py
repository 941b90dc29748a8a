"""Checks files against contracts: captured replies (JSON, NDJSON, HAR, VCR cassettes), contracts, JSON Schemas."""

from .checker import Checker, Result
from .model import FileReport, Problem, Severity, ShapeError
from .run import Options, Report, validate

__all__ = [
    "Checker",
    "FileReport",
    "Options",
    "Problem",
    "Report",
    "Result",
    "Severity",
    "ShapeError",
    "validate",
]
