"""`manage.py quick_start`, which `make run` calls: everything from an empty folder to a running site.

site.py         the address it listens on, and that a folder of data has one site at a time
preparation.py  tables, collected static files, the sample council, the first clerk: each once
database.py     the checkout's own database server: started again when it dies, stopped at the end
running.py      which processes make the site, and what is said about them
supervisor.py   the running processes, started again when they die, ended together; child.py is one of them
"""
