"""The table of the shared cache that counts attempts to sign in, as Django's createcachetable would make it.

It is not logged: after a crash of the database server it is empty, and counting begins again.
"""

from django.db import migrations

MAKE = """
    CREATE UNLOGGED TABLE committees_attempts (
        cache_key varchar(255) NOT NULL PRIMARY KEY,
        value text NOT NULL,
        expires timestamp with time zone NOT NULL
    );
    CREATE INDEX committees_attempts_expires ON committees_attempts (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("committees", "0007_sign_ins")]

    operations = [migrations.RunSQL(MAKE, "DROP TABLE committees_attempts")]
