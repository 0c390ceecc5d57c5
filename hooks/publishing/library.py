"""The library: the rules of its documents."""

from collections.abc import Collection, Iterator

from publishing.checks import check_country_codes, check_each_once
from publishing.languages.formats import is_language
from publishing.problems import Problem
from publishing.records.documents import Document, DocumentList
from publishing.sources import Read, Source, in_words

PATH = "data/documents.yml"
# What a document says itself, or data/sources.yml for it.
_NEEDED = ("title", "publisher", "year", "link")
_TOLD = (*_NEEDED, "licence")


def check_documents(
    documents: Read[DocumentList], sources: Collection[str], countries: Collection[str]
) -> Iterator[Problem]:
    """Yield every mistake in and between documents."""
    listed = documents.record.documents
    places = [("documents", index, "id") for index in range(len(listed))]
    ids = [document.id for document in listed]
    yield from check_each_once(documents.source, places, ids, "each id once")
    for index, document in enumerate(listed):
        source = documents.source.part(("documents", index))
        yield from _check_provenance(source, document, sources)
        yield from check_country_codes(source, ("countries",), document.countries, countries)
        yield from _check_languages(source, document)


def _check_provenance(
    source: Source, document: Document, sources: Collection[str]
) -> Iterator[Problem]:
    """Require that a document's facts stand once: here, or in the list of sources."""
    if document.source is None:
        for key in _NEEDED:
            if getattr(document, key) is None:
                hint = f"Add the line '{key}: …', or source: if data/sources.yml has the document."
                yield source.problem((key,), "this key", in_words("none"), hint)
        return
    if document.source not in sources:
        hint = "Add the source there first."
        yield source.problem(("source",), "a key of data/sources.yml", document.source, hint)
    for key in _TOLD:
        if getattr(document, key) is not None:
            wanted = "no such key: data/sources.yml says it"
            yield source.problem((key,), wanted, in_words("a value"), "Remove the line.")


def _check_languages(source: Source, document: Document) -> Iterator[Problem]:
    hint = "ISO 639-1, such as uk."
    for index, code in enumerate(document.languages):
        if not is_language(code):
            yield source.problem(("languages", index), "the code of a language", code, hint)
    for code in document.title or {}:
        if not is_language(code):
            yield source.problem(("title", code), "the code of a language", code, hint)
