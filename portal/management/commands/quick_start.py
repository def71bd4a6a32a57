import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from portal.quick_start import preparation, site
from portal.quick_start.database import Caretaker, local_server
from portal.quick_start.running import Watch, children
from portal.quick_start.supervisor import Supervisor

STEPS = (preparation.migrate, preparation.collect_static, preparation.load_sample_council)


class Command(BaseCommand):
    help = "Prepare the tables, static files, sample council and first clerk where missing, and run the site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--end-with-parent", action="store_true", help="end when the process that started this one has gone"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        parent = os.getppid() if options["end_with_parent"] else None
        only_site = site.OnlySite(settings.DATA_DIR)
        if not only_site.take():
            self.say(f"The site runs already: {only_site.noted() or 'it is being prepared'}")
            return
        try:
            self.run(only_site, parent)
        except (OperationalError, site.Unavailable) as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:  # while preparing; the steps that were done stay done
            raise CommandError("Interrupted.", returncode=130) from None

    def run(self, only_site: site.OnlySite, parent: int | None) -> None:
        only_site.note("")
        with site.listen(os.environ.get("PORT", "")) as listener:
            caretaker = Caretaker(local_server(), self.say)
            try:
                for prepare in STEPS:
                    prepare(self.say)
                address = site.address_of(listener)
                only_site.note(address)
                Supervisor(
                    children(listener),
                    environment={"SITE_ADDRESS": os.environ.get("SITE_ADDRESS") or address},
                    goes_on=Watch(address, caretaker, self.say, parent).goes_on,
                    say=self.say,
                ).run()
            finally:
                caretaker.finish()

    def say(self, message: str) -> None:
        self.stdout.write(message)
        self.stdout.flush()
