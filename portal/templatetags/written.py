from django import template

from portal.papers.written import written

register = template.Library()
register.filter("written", written)
