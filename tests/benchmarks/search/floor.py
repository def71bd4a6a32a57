"""The library's own search on the index that the product built: the top ten, their count, facets and snippets."""

from dataclasses import dataclass, field

import tantivy
from tantivy import FieldType, Occur, SnippetGenerator

from documents.models import Page
from documents.search.index.folder import current_name, root
from documents.search.schema import register_analyzers
from tests.benchmarks.search.queries import Query

LIMIT = 10
FACETS = ("committee", "year", "kind")


@dataclass
class Floor:
    """Opened once, as the product's is. The texts of the pages it finds are in memory from the first time on."""

    index: tantivy.Index
    searcher: tantivy.Searcher
    facets: dict[str, dict[str, dict[str, str]]]
    texts: dict[tuple[int, int], tantivy.Document] = field(default_factory=dict)

    @classmethod
    def open(cls) -> "Floor":
        index = tantivy.Index.open(str(root() / (current_name() or "")))
        register_analyzers(index)
        searcher = index.searcher()
        counted = {name: {"terms": {"field": name}} for name in FACETS if _can_count(searcher, name)}
        return cls(index, searcher, counted)

    def search(self, query: Query) -> int:
        """How many pages answer."""
        asked = self.library_query(query)
        answer = self.searcher.search(asked, LIMIT)
        self.searcher.aggregate(asked, self.facets)
        name = "text_exact" if query.phrase or query.beginning or query.meant else "text"
        snippets = SnippetGenerator.create(self.searcher, asked, self.index.schema, name)
        for _, address in answer.hits:
            snippets.snippet_from_doc(self._text(address, name)).to_html()
        return int(answer.count)

    def frequency(self, word: str) -> int:
        """On how many pages a word stands, as it is."""
        return int(self.searcher.doc_freq("text_exact", word))

    def library_query(self, query: Query) -> tantivy.Query:
        schema = self.index.schema
        parts = [(Occur.Must, one) for one in [*self._asked(query), *self._narrowed(query)]]
        if query.without:
            parts.append((Occur.MustNot, _row(schema, query.without)))
        return parts[0][1] if len(parts) == 1 else tantivy.Query.boolean_query(parts)

    def _asked(self, query: Query) -> list[tantivy.Query]:
        schema = self.index.schema
        if query.meant:
            return [tantivy.Query.fuzzy_term_query(schema, "text_exact", query.words[0])]
        asked = []
        if query.words:
            words = " ".join(query.words).replace("/", " ")
            asked.append(self.index.parse_query(words, ["text", "title"], conjunction_by_default=True))
        if query.phrase:
            asked.append(_row(schema, query.phrase))
        if query.beginning:
            asked.append(tantivy.Query.phrase_prefix_query(schema, "text_exact", [query.beginning]))
        return asked

    def _narrowed(self, query: Query) -> list[tantivy.Query]:
        schema = self.index.schema
        narrowed = []
        if query.committee:
            narrowed.append(tantivy.Query.term_query(schema, "committee", query.committee))
        if query.years:
            narrowed.append(tantivy.Query.range_query(schema, "year", FieldType.Unsigned, *query.years))
        if query.paper:
            narrowed.append(tantivy.Query.term_query(schema, "kind", query.paper))
        return narrowed

    def _text(self, address: tantivy.DocAddress, name: str) -> tantivy.Document:
        key = (address.segment_ord, address.doc)
        if key not in self.texts:
            self.texts[key] = self._read(address)
        return self.texts[key]

    def _read(self, address: tantivy.DocAddress) -> tantivy.Document:
        columns = (self.searcher.fast_field_values(name, [address])[0] for name in ("document", "number"))
        paper, number = (int(value or 0) for value in columns)
        page = Page.objects.filter(version__document=paper, number=number).first()
        document = tantivy.Document()
        for name in ("text", "text_exact"):
            document.add_text(name, page.text if page else "")
        return document


def _row(schema: tantivy.Schema, words: tuple[str, ...]) -> tantivy.Query:
    if len(words) == 1:
        return tantivy.Query.term_query(schema, "text_exact", words[0])
    return tantivy.Query.phrase_query(schema, "text_exact", list(words))


def _can_count(searcher: tantivy.Searcher, name: str) -> bool:
    """Whether the index holds the field so that its values can be counted."""
    try:
        searcher.aggregate(tantivy.Query.empty_query(), {name: {"terms": {"field": name}}})
    except ValueError:
        return False
    return True
