import os

from django.core.wsgi import get_wsgi_application

from portal.server_log import keep_queries_out

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = get_wsgi_application()
keep_queries_out()
