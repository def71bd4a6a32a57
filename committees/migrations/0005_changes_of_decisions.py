from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("committees", "0004_minutes_drafts")]

    operations = [
        migrations.AlterField(
            model_name="publicchange",
            name="subject",
            field=models.CharField(
                choices=[
                    ("committee", "Committee"),
                    ("meeting", "Meeting"),
                    ("document", "Document"),
                    ("person", "Person"),
                    ("decision", "Decision"),
                ],
                max_length=20,
            ),
        ),
    ]
