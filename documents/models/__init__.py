from documents.models.alerts import AlertSent, Subscription
from documents.models.chosen_files import ChosenFile
from documents.models.files import StoredFile
from documents.models.findings import Finding, ReleaseRequest, VersionCheck, WaitingCorrection, WaitingRecord
from documents.models.invitations import Invitation
from documents.models.papers import Document, DocumentVersion, Listing, Notice, Page, paper_address
from documents.models.problem_reports import ProblemReport
from documents.models.programmes import WorkProgrammeEntry
from documents.models.proposals import Proposal
from documents.models.readings import Reading
from documents.models.recommendations import PlannedAction, Progress, Rag, Recommendation, Response
from documents.models.reports import Paragraph, Report
from documents.models.reviews import Review, ReviewPoint, ReviewStage, Witness
from documents.models.search_terms import EmptySearch, Synonyms
from documents.models.supplements import PaperToFollow, Supplement
from documents.models.timed_publications import TimedPublication
from documents.models.uploads import PackUpload

__all__ = [
    "AlertSent",
    "ChosenFile",
    "Document",
    "DocumentVersion",
    "EmptySearch",
    "Finding",
    "Invitation",
    "Listing",
    "Notice",
    "PackUpload",
    "Page",
    "PaperToFollow",
    "Paragraph",
    "PlannedAction",
    "ProblemReport",
    "Progress",
    "Proposal",
    "Rag",
    "Reading",
    "Recommendation",
    "ReleaseRequest",
    "Report",
    "Response",
    "Review",
    "ReviewPoint",
    "ReviewStage",
    "StoredFile",
    "Subscription",
    "Supplement",
    "Synonyms",
    "TimedPublication",
    "VersionCheck",
    "WaitingCorrection",
    "WaitingRecord",
    "Witness",
    "WorkProgrammeEntry",
    "paper_address",
]
