"""The clerk's own screens inside the admin, before those that Django makes for each model."""

from django.urls import URLPattern, path

from documents.admin import (
    authors,
    changes,
    checking,
    decisions,
    lateness,
    paper_publication,
    private_business,
    problem_reports,
    proof,
    publication,
    timing,
    trail,
    uploads,
)
from documents.admin.builder.urls import builder_urls
from documents.admin.desk.urls import Protected, desk_urls
from documents.admin.findings import deciding as findings
from documents.admin.findings import releasing
from documents.admin.minutes import changes as minutes_changes
from documents.admin.minutes import editor, preview
from documents.admin.proposals import deciding, screen, typed
from documents.admin.proposals import papers as proposal_papers
from documents.admin.search import empty_searches, synonyms
from documents.admin.search import screen as search_screen


def clerk_urls(protected: Protected) -> list[URLPattern]:
    return [
        *desk_urls(protected),
        *minutes_urls(protected),
        *proposal_urls(protected),
        *search_urls(protected),
        path("meetings/<int:pk>/private/", protected(private_business.index), name="meeting_private"),
        path("items/<int:pk>/restrict/", protected(private_business.restrict), name="item_restrict"),
        path("items/<int:pk>/open/", protected(private_business.make_open), name="item_open"),
        path("items/<int:pk>/resolution/", protected(private_business.resolution), name="item_resolution"),
        *builder_urls(protected),
        path("papers/mine/", protected(authors.index), name="author_papers"),
        path("problems/", protected(problem_reports.index), name="problem_reports"),
        path("problems/<int:pk>/dealt-with/", protected(problem_reports.deal_with), name="problem_report_dealt_with"),
        path("packs/", protected(uploads.index), name="pack_uploads"),
        path("packs/<int:pk>/", protected(checking.pack_upload), name="pack_upload"),
        path("packs/<int:pk>/status/", protected(uploads.status), name="pack_upload_status"),
        path("packs/<int:pk>/again/", protected(uploads.read_again), name="pack_upload_again"),
        path("packs/<int:pk>/file/", protected(uploads.original_file), name="pack_upload_file"),
        path("packs/<int:pk>/pages/<int:number>.webp", protected(uploads.page_image), name="pack_upload_page"),
        path("packs/<int:pk>/publication/", protected(publication.of_upload), name="pack_upload_publication"),
        path("meetings/<int:pk>/publication/", protected(publication.of_meeting), name="meeting_publication"),
        path("meetings/<int:pk>/publication/take-back/", protected(timing.take_back), name="meeting_take_back"),
        path("timed/<int:pk>/take-back/", protected(timing.take_back_timed), name="timed_take_back"),
        path("audit/", protected(trail.head), name="audit_trail"),
        path("audit/head.json", protected(trail.export), name="audit_head"),
        path("meetings/<int:pk>/proof/", protected(proof.page), name="meeting_proof"),
        path("meetings/<int:pk>/proof.pdf", protected(proof.as_pdf), name="meeting_proof_pdf"),
        path("meetings/<int:pk>/proof.html", protected(proof.as_html), name="meeting_proof_html"),
        path("meetings/<int:pk>/proof.json", protected(proof.as_json), name="meeting_proof_json"),
        path("meetings/<int:pk>/papers/add/", protected(changes.add_paper), name="meeting_add_paper"),
        path("items/<int:pk>/urgency/", protected(lateness.urgency), name="item_urgency"),
        path("supplements/<int:pk>/reason/", protected(lateness.late_reason), name="supplement_late_reason"),
        *gate_urls(protected),
        path("committees/decision/<int:pk>/correct/", protected(decisions.correct), name="decision_correct"),
        path("committees/decision/<int:pk>/publish/", protected(decisions.publish), name="decision_publish"),
        path("committees/decision/<int:pk>/reinstate/", protected(decisions.reinstate), name="decision_reinstate"),
        path("papers/<int:pk>/publish/", protected(paper_publication.publish), name="paper_publish"),
        path("papers/<int:pk>/withdraw/", protected(changes.withdraw), name="paper_withdraw"),
        path("papers/<int:pk>/reinstate/", protected(paper_publication.reinstate), name="paper_reinstate"),
        path("papers/<int:pk>/restrict/", protected(changes.restrict), name="paper_restrict"),
        path("papers/<int:pk>/open/", protected(paper_publication.make_open), name="paper_open"),
        path("papers/<int:pk>/replace/", protected(changes.replace_file), name="paper_replace"),
    ]


def gate_urls(protected: Protected) -> list[URLPattern]:
    return [
        path("findings/accept/", protected(findings.accept), name="findings_accept"),
        path("findings/<int:pk>/open/", protected(findings.reopen), name="finding_reopen"),
        path("findings/pages/<int:pk>/<int:number>.webp", protected(findings.page_image), name="findings_page"),
        path("releases/<int:pk>/send-back/", protected(releasing.send_back), name="release_send_back"),
    ]


def minutes_urls(protected: Protected) -> list[URLPattern]:
    of_meeting = "meetings/<int:pk>/minutes/"
    return [
        path(of_meeting, protected(editor.edit, cacheable=True), name="meeting_minutes"),
        path(f"{of_meeting}set-aside/", protected(editor.set_aside), name="meeting_minutes_set_aside"),
        path(f"{of_meeting}preview/", protected(preview.preview), name="meeting_minutes_preview"),
        path(f"{of_meeting}publish/", protected(minutes_changes.publish), name="meeting_minutes_publish"),
        path(f"{of_meeting}confirm/", protected(minutes_changes.confirm), name="meeting_minutes_confirm"),
        path(f"{of_meeting}unconfirm/", protected(minutes_changes.unconfirm), name="meeting_minutes_unconfirm"),
        path(f"{of_meeting}withdraw/", protected(minutes_changes.withdraw), name="meeting_minutes_withdraw"),
        path(f"{of_meeting}reinstate/", protected(minutes_changes.reinstate), name="meeting_minutes_reinstate"),
    ]


def proposal_urls(protected: Protected) -> list[URLPattern]:
    of_version = "proposals/<int:pk>/"
    return [
        path("proposals/", protected(proposal_papers.index), name="proposals"),
        path(of_version, protected(screen.paper), name="paper_proposals"),
        path(f"{of_version}accept/", protected(screen.accept_all), name="paper_proposals_accept"),
        path(f"{of_version}read/", protected(screen.read_paper_again), name="paper_read_again"),
        path(f"{of_version}pages/<int:number>.webp", protected(screen.page_image), name="paper_version_page"),
        path("proposals/one/<int:pk>/", protected(deciding.decide), name="proposal"),
        path("proposals/one/<int:pk>/correct/", protected(deciding.correct, cacheable=True), name="proposal_correct"),
        path("proposals/one/<int:pk>/publish/", protected(typed.publish), name="proposal_publish"),
    ]


def search_urls(protected: Protected) -> list[URLPattern]:
    return [
        path("search/", protected(search_screen.index), name="search"),
        path("search/rebuild/", protected(search_screen.rebuild), name="search_rebuild"),
        path("search/synonyms/add/", protected(synonyms.add), name="synonyms_add"),
        path("search/synonyms/everyday/", protected(synonyms.add_everyday), name="synonyms_everyday"),
        path("search/synonyms/<int:pk>/", protected(synonyms.change), name="synonyms_change"),
        path("search/synonyms/<int:pk>/delete/", protected(synonyms.delete), name="synonyms_delete"),
        path("search/empty/<int:pk>/forget/", protected(empty_searches.forget), name="empty_search_forget"),
    ]
