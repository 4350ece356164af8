"""Monthly economic indicators (国民经济主要指标)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatisticsConfig(AppConfig):
    name = "gazette_statistics"
    label = "statistics"
    verbose_name = _("统计数据")
