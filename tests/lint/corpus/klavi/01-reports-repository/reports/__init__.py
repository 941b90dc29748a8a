from .repository import AccountsReport, CategoryReport, ReportError

__all__ = ["AccountsReport", "CategoryReport", "ReportError"]
