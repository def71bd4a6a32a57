"""The site map. Addresses are permanent: a slug is decoration, and a wrong one redirects."""

from django.contrib import admin
from django.urls import path

from portal.views import (
    action_plans,
    appearance,
    calendar,
    committees,
    corrections,
    decisions,
    downloads,
    errors,
    home,
    items,
    meetings,
    minutes,
    papers,
    people,
    recommendations,
    reviews,
    search,
    wards,
    work_programmes,
)
from portal.views.machines import robots, sitemap, sitemap_index

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggestions/", search.suggestions, name="search_suggestions"),
    path("committees/", committees.index, name="committees"),
    path("committees/<slug:slug>/", committees.committee, name="committee"),
    path("committees/<slug:slug>/work-programme/", work_programmes.work_programme, name="work_programme"),
    path("meetings/", meetings.index, name="meetings"),
    path("meetings/calendar/", calendar.this_month, name="calendar"),
    path("meetings/calendar/<int:year>/<int:month>/", calendar.month, name="calendar_month"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting_short"),
    path("meetings/<int:pk>/pack.pdf", downloads.pack, name="pack"),
    path("meetings/<int:pk>/<slug:slug>/", meetings.meeting, name="meeting"),
    path("meetings/<int:pk>/<slug:slug>/minutes/", minutes.minutes, name="minutes"),
    path("meetings/<int:meeting_pk>/items/<int:pk>/<slug:slug>/", items.item, name="item"),
    path("papers/", papers.index, name="papers"),
    path("papers/<int:pk>/", papers.paper, name="paper_short"),
    path("papers/<int:pk>/<slug:slug>/", papers.paper, name="paper"),
    path("papers/<int:pk>/<slug:slug>/actions/", action_plans.action_plan, name="action_plan"),
    path("papers/<int:pk>/<slug:slug>/changes/<int:number>/", corrections.changes, name="paper_changes"),
    path("papers/<int:pk>/file/<slug:slug>.<str:ending>", downloads.paper, name="paper_file"),
    path("papers/<int:pk>/pages/<int:number>.webp", downloads.page_image, name="page_image"),
    path("decisions/", decisions.index, name="decisions"),
    path("decisions.csv", decisions.as_csv, name="decisions_csv"),
    path("decisions/<int:pk>/<slug:slug>/", decisions.decision, name="decision"),
    path("recommendations/", recommendations.index, name="recommendations"),
    path("recommendations.csv", recommendations.as_csv, name="recommendations_csv"),
    path("recommendations/summary/", recommendations.summary, name="recommendations_summary"),
    path("recommendations/<int:pk>/", recommendations.recommendation, name="recommendation"),
    path("reviews/", reviews.index, name="reviews"),
    path("reviews/<int:pk>/<slug:slug>/", reviews.review, name="review"),
    path("people/", people.index, name="people"),
    path("people/<int:pk>/<slug:slug>/", people.person, name="person"),
    path("wards/", wards.index, name="wards"),
    path("wards/<slug:slug>/", wards.ward, name="ward"),
    path("council.css", appearance.council_css, name="council_css"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemap-<slug:section>.xml", sitemap, name="sitemap"),
    path("admin/", admin.site.urls),
]

handler400 = errors.bad_request
handler403 = errors.refused
handler404 = errors.not_found
handler500 = errors.broken
