from django import template

from portal.written import written

register = template.Library()
register.filter("written", written)
