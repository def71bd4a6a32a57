"""The clerk's forms of synonyms: added, changed, deleted."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.cache import never_cache

from committees.admin.asking import Question, ask, sent
from committees.admin.basis import changed_elsewhere, guarded
from committees.admin.fields import WordsField
from committees.models import User
from committees.sent_numbers import number_sent
from documents.actions.synonyms import Problem, TermsRefused, add_everyday_words, delete_synonyms, save_synonyms
from documents.models import EmptySearch, Synonyms
from documents.models.search_terms import MOST_TERMS
from documents.search.everyday_words import not_yet_kept


class SynonymsForm(forms.Form):
    terms = WordsField(
        lines=8,
        label="Words and phrases that mean the same",
        help_text=f"One a line, from 2 to {MOST_TERMS}. Capital letters make no difference.",
    )


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)


@never_cache
@permission_required("documents.add_synonyms", raise_exception=True)
def add(request: HttpRequest) -> HttpResponse:
    """A new row; for a search that found nothing (?empty=id), it begins with those words."""
    found = _empty_search(request)
    initial = {"terms": f"{found.words}\n"} if found else {}
    return _form_page(request, "Add synonyms", initial)


def _empty_search(request: HttpRequest) -> EmptySearch | None:
    number = number_sent(request.GET.get("empty", "")) or 0
    return (
        EmptySearch.objects.filter(pk=number).first() if request.user.has_perm("documents.view_emptysearch") else None
    )


@never_cache
@permission_required("documents.change_synonyms", raise_exception=True)
@guarded(Synonyms)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Synonyms, pk=pk)
    return _form_page(request, "Change synonyms", {"terms": "\n".join(found.terms)}, found)


def _form_page(
    request: HttpRequest, title: str, initial: dict[str, Any], found: Synonyms | None = None
) -> HttpResponse:
    form = SynonymsForm(**sent(request), initial=initial)
    problems: list[Problem] = []
    if request.method == "POST" and not changed_elsewhere(request) and form.is_valid():
        try:
            saved = save_synonyms(typed=form.cleaned_data["terms"], by=_by(request), synonyms=found)
        except TermsRefused as error:
            problems = error.problems
            for problem in problems:
                form.add_error("terms", _with_link(problem))
        else:
            messages.success(request, f"Whoever searches for one of these finds the others too: {saved}.")
            return redirect("admin:search")
    context = {
        **site.each_context(request),
        "title": title,
        "form": form,
        "problems": [{"place": "id_terms", "message": problem.message} for problem in problems],
    }
    return render(request, "admin/search/synonyms.html", context)


def _with_link(problem: Problem) -> str:
    """Marked as safe by format_html, so that the link to the other row is one."""
    if problem.elsewhere is None:
        return problem.message
    return format_html(
        '“{}” is among the synonyms <a href="{}">{}</a> already.',
        problem.term,
        problem.elsewhere.get_absolute_url(),
        problem.elsewhere,
    )


@never_cache
@permission_required("documents.delete_synonyms", raise_exception=True)
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Synonyms, pk=pk)

    def act(values: dict[str, Any]) -> str:
        delete_synonyms(synonyms=found, by=_by(request))
        return f"Each of these finds only itself again: {found}."

    explanation = f"A search for one of these no longer finds the others: {found}."
    question = Question("Delete synonyms", explanation, "Delete", reverse("admin:search"), hides=True)
    return ask(request, question, forms.Form(**sent(request)), act)


@never_cache
@permission_required("documents.add_synonyms", raise_exception=True)
def add_everyday(request: HttpRequest) -> HttpResponse:
    """The list that any council can begin with, shown whole before it is added."""
    missing = not_yet_kept(Synonyms.objects.values_list("terms", flat=True))
    if not missing:
        messages.info(request, "All everyday words of the list are among your synonyms already.")
        return redirect("admin:search")

    def act(values: dict[str, Any]) -> str:
        added = add_everyday_words(by=_by(request))
        return f"Added {added} {'set' if added == 1 else 'sets'} of words that mean the same."

    explanation = (
        "These are everyday words and the official ones that UK councils use for them. None of them is among your "
        "synonyms yet. You can change or delete any of them afterwards."
    )
    question = Question("Add everyday words", explanation, "Add them", reverse("admin:search"))
    form = forms.Form(**sent(request))
    return ask(
        request, question, form, act, template="admin/search/everyday_words.html", shown=lambda: {"missing": missing}
    )
