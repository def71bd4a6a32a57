"""Work done by the background worker."""

import logging

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from committees import trail
from documents.actions import checking, rereading, timed, understanding, uploads
from documents.actions.deleting import forget_deleted_drafts
from documents.admin.chosen_files import forget
from documents.alerts import sending, subscribing
from documents.models import ChosenFile, DocumentVersion, PackUpload

logger = logging.getLogger(__name__)

RETRIES = 2  # after a crash: what is wrong with a file is told at the first reading, and never retried
GAVE_UP = "Reading this file was broken off three times. Try again, and if it fails again tell whoever runs the site."


@app.task(name=uploads.READ, retry=RetryStrategy(max_attempts=RETRIES, wait=5), pass_context=True)
def read_pack_upload(context: JobContext, *, upload_id: int) -> None:
    """Read an uploaded pack. A crash is tried again, and in the end told to the clerk."""
    if context.job.attempts > RETRIES:
        give_up(upload_id)
        return
    try:
        uploads.read_upload(upload_id)
    except Exception:
        if context.job.attempts == RETRIES:
            give_up(upload_id)
        raise


@app.task(name=understanding.UNDERSTAND, retry=RetryStrategy(max_attempts=RETRIES, wait=30))
def understand_papers(*, version_ids: list[int]) -> None:
    """Read the structure of new versions, and propose to the clerk what they say."""
    understanding.understand_versions(version_ids)


@app.task(name=checking.CHECK, retry=RetryStrategy(max_attempts=RETRIES, wait=30))
def check_papers(*, version_ids: list[int]) -> None:
    """Look through new versions for what should not go out."""
    versions = DocumentVersion.objects.filter(pk__in=version_ids)
    checking.check_versions(checking.unchecked(versions.select_related("document", "original")))


@app.task(name=rereading.READ_AGAIN, queueing_lock="read_papers_again")
def read_papers_again() -> None:
    """Read every stored paper again, under a rule about contact details that was changed."""
    for reason in rereading.read_all_again():
        logger.error("A paper could not be read again: %s", reason)


@app.task(name=subscribing.CONFIRM, retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def send_confirmation(*, subscription_id: int) -> None:
    """Ask an address whether it is to be told of a committee."""
    sending.send_confirmation(subscription_id)


@app.task(name=timed.TELL, retry=RetryStrategy(max_attempts=5, exponential_wait=4))
def tell_of_failure(*, timed_id: int) -> None:
    """Tell a clerk by email that what they had set was not published when its moment came."""
    sending.tell_of_failure(timed_id)


@app.periodic(cron="15 3 * * *")
@app.task(name="documents.tasks.forget_what_was_kept", queueing_lock="forget_what_was_kept")
def forget_what_was_kept(timestamp: int) -> None:
    """Deleted drafts after their 30 days, and files of forms that were never sent again."""
    forget_deleted_drafts()
    forget(ChosenFile.objects.spent())


@app.periodic(cron="* * * * *")
@app.task(name="documents.tasks.publish_due", queueing_lock="publish_due", lock="publish_due")
def publish_due(timestamp: int) -> None:
    """Publish what was set for this minute, though nobody reads just now."""
    timed.publish_due()


@app.periodic(cron="* * * * *")
@app.task(name="documents.tasks.send_alerts", queueing_lock="send_alerts", lock="send_alerts")
def send_alerts(timestamp: int) -> None:
    """Tell whoever asked of the agendas and decisions that became public."""
    subscribing.forget_unconfirmed()
    sending.send_due()


def give_up(upload_id: int) -> None:
    """Mark an upload that is still waiting or being read as failed, so that no clerk waits for ever."""
    unread = [PackUpload.State.WAITING, PackUpload.State.READING]
    PackUpload.objects.filter(pk=upload_id, state__in=unread).update(state=PackUpload.State.FAILED, error=GAVE_UP)


@app.periodic(cron="* * * * *")
@app.task(name="documents.tasks.retry_stalled_jobs", queueing_lock="retry_stalled_jobs", pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Jobs of a worker that was killed are queued again: a worker that lives tells so every few seconds."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs():
        await jobs.retry_job(job)


@app.periodic(cron="* * * * *")
@app.task(name="documents.tasks.seal_audit_trail", queueing_lock="seal_audit_trail")
def seal_audit_trail(timestamp: int) -> None:
    """Chain the events of the last minute, so that tampering with them shows."""
    trail.seal()
