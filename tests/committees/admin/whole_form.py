"""What a browser would send of a stock admin form."""

from django.test import Client


def whole_form(desk: Client, address: str, **changes: str) -> dict[str, str]:
    """The form's fields as they stand; `changes` with __ for - replace some, as items__0__title="Pool"."""
    context = desk.get(address).context
    forms = [context["adminform"].form]
    for formset in (inline.formset for inline in context["inline_admin_formsets"]):
        forms += [formset.management_form, *formset.forms]
    values: dict[str, str] = {"basis": context["basis"]} if "basis" in context else {}
    for form in forms:
        shown = {bound.html_name: bound.value() for bound in form if bound.name != "DELETE"}
        values |= {name: "" if value is None or value is False else str(value) for name, value in shown.items()}
    return {**values, **{name.replace("__", "-"): value for name, value in changes.items()}}
