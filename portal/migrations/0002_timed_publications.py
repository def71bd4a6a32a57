from django.db import migrations

from portal.page_cache.triggers import shown


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0001_editions"),
        ("documents", "0018_timed_publications"),
    ]

    operations = [
        shown("documents_timedpublication"),  # kept pages have to know the next moment at which they end
    ]
