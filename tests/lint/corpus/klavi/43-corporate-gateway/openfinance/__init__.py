from openfinance.dto import ReportRequestDto, ReportResponseDto
from openfinance.gateway import KlaviReportGateway, ReportGateway
from openfinance.mapper import KlaviBusinessException

__all__ = [
    "KlaviBusinessException",
    "KlaviReportGateway",
    "ReportGateway",
    "ReportRequestDto",
    "ReportResponseDto",
]
