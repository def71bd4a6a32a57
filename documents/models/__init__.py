from documents.models.files import StoredFile
from documents.models.papers import Document, DocumentVersion, Listing, Notice, Page
from documents.models.uploads import PackUpload

__all__ = ["Document", "DocumentVersion", "Listing", "Notice", "PackUpload", "Page", "StoredFile"]
