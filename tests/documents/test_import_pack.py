"""Reading a pack from the command line."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import call_command

from committees.models import Committee, Meeting
from documents.actions import uploads
from documents.models import Document, PackUpload
from documents.packs.plan import NotAPack, PackPlan
from documents.pdf import read
from tests.builders import make_committee
from tests.documents.admin.uploaded import PAGES, PLAN, pdf_of


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file whose plan is PLAN."""
    path = tmp_path / "pack.pdf"
    path.write_bytes(pdf_of(*PAGES))
    monkeypatch.setattr(uploads, "read_file", lambda path: (PLAN, read(path)))
    return path


def run(*arguments: str | Path) -> tuple[str, str]:
    """What the command wrote to its output and to its errors."""
    out, err = StringIO(), StringIO()
    call_command("import_pack", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def refusal(*arguments: str | Path) -> str:
    err = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("import_pack", *map(str, arguments), stdout=StringIO(), stderr=err)
    assert ended.value.code == 1
    return err.getvalue()


def test_dry_run_with_json_prints_the_plan_and_needs_no_database(pack: Path) -> None:
    out, err = run(pack, "--dry-run", "--json")

    assert PackPlan.from_json(json.loads(out)) == PLAN
    assert err == ""


def test_dry_run_prints_a_summary(pack: Path) -> None:
    out, _ = run(pack, "--dry-run")

    assert "Scrutiny Committee, 2026-12-22 19:30" in out
    assert "3 items, 3 papers" in out
    assert "page 1: The printed date was a Monday." in out


@pytest.mark.django_db
def test_pack_is_written_as_drafts(pack: Path) -> None:
    make_committee(name="Scrutiny Committee")

    out, _ = run(pack)

    assert "Drafts written for Scrutiny Committee, 22 December 2026" in out
    assert Meeting.objects.get().venue == "Council Chamber"
    assert Document.objects.count() == 4
    assert not Document.objects.public().exists()


@pytest.mark.django_db
def test_json_alone_is_on_the_output_when_drafts_are_written(pack: Path) -> None:
    out, err = run(pack, "--json")

    assert PackPlan.from_json(json.loads(out)) == PLAN
    assert "Drafts written" in err


@pytest.mark.django_db
def test_same_pack_again_says_so_and_changes_nothing(pack: Path) -> None:
    run(pack)

    out, _ = run(pack)

    assert "Nothing was changed." in out
    assert (PackUpload.objects.count(), Meeting.objects.count()) == (1, 1)


@pytest.mark.django_db
@pytest.mark.parametrize("named", ["licensing-committee", "the licensing COMMITTEE"])
def test_committee_is_named_by_slug_or_name(pack: Path, named: str) -> None:
    licensing = make_committee(name="Licensing Committee")

    run(pack, "--committee", named)

    assert Meeting.objects.get().committee == licensing


@pytest.mark.django_db
def test_committee_that_is_not_here_is_refused_and_nothing_is_written(pack: Path) -> None:
    message = refusal(pack, "--committee", "nowhere")

    assert "There is no committee “nowhere”." in message
    assert not PackUpload.objects.exists()
    assert not Committee.objects.exists()


@pytest.mark.parametrize("content", [b"", b"hello", b"<html></html>%PDF-1.4\n%%EOF", b"%PDF-1.4 cut short"])
def test_file_that_is_no_pdf_ends_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(content)

    assert refusal(path, "--json").count("\n") == 1


def test_file_that_is_no_pack_ends_in_one_line(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise NotAPack("This is a letter,\nnot a pack.")

    monkeypatch.setattr(uploads, "read_file", refuse)

    assert refusal(pack, "--json") == "This is a letter, not a pack.\n"


def test_file_that_is_not_there_ends_in_one_line(tmp_path: Path) -> None:
    assert "cannot be opened: No such file" in refusal(tmp_path / "none.pdf", "--dry-run")


def test_file_over_the_limit_is_refused(pack: Path, settings: LazySettings) -> None:
    settings.UPLOAD_LIMIT = 100

    assert "larger than 0 MB" in refusal(pack, "--dry-run")
