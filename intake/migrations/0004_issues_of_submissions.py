from django.db import migrations


def note_issues(apps, schema_editor):
    """Find the issues into which submissions were taken: by the source, else by what the masthead says."""
    Submission = apps.get_model("intake", "Submission")
    Issue = apps.get_model("gazette", "Issue")
    taken = Submission.objects.filter(state="accepted", issue=None)
    for pk, revises, source in taken.values_list("pk", "revises", "source"):
        issue = revises
        if issue is None and source is not None:
            issue = Issue.objects.filter(source=source).values_list("pk", flat=True).first()
        if issue is None:
            held = Submission.objects.only("publication", "reading").get(pk=pk)
            masthead = (held.reading or {}).get("issue") or {}
            if masthead.get("year") and masthead.get("number"):
                named = {name: masthead[name] for name in ("year", "number")}
                of_number = Issue.objects.filter(publication=held.publication, **named)
                issue = of_number.values_list("pk", flat=True).first()
        Submission.objects.filter(pk=pk).update(issue=issue)


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0003_submission_issue"),
    ]

    operations = [migrations.RunPython(note_issues, migrations.RunPython.noop)]
