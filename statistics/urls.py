from django.urls import path

from . import views

urlpatterns = [
    path("<slug:publication>/statistics/", views.statistics, name="statistics"),
    path("<slug:publication>/statistics/indicators/<int:pk>/", views.indicator, name="indicator"),
    path(
        "<slug:publication>/statistics/indicators/<int:pk>/series.csv",
        views.indicator_csv,
        name="indicator_csv",
    ),
    path(
        "<slug:publication>/statistics/<int:year>/<int:month>/<int:pk>/", views.table, name="indicator_table"
    ),
    path(
        "<slug:publication>/statistics/<int:year>/<int:month>/<int:pk>/table.csv",
        views.table_csv,
        name="indicator_table_csv",
    ),
]
