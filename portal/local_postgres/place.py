"""The folders a server lives in.

    <root>/data        the database files, owned by the server's account
    <root>/socket      its Unix socket, or a short folder under /tmp when the path is too long for a socket
    <root>/programs    a private copy of the PostgreSQL programs, where the account cannot reach the installed ones
    <root>/in-use      locked (shared) by every process that uses the server
    <root>/changing    locked by the one process that starts or repairs it
    <root>/watching    locked by the process that will stop it

Where root itself runs the product below a private folder (/root, say), the account the server steps down to
could not reach <root>. Rather than loosen permissions, <root> is then a symbolic link to a folder in ELSEWHERE.
"""

import hashlib
import secrets
from pathlib import Path

from .account import Account

ELSEWHERE = Path("/var/lib")
SHORT = Path("/tmp")  # noqa: S108 - never $TMPDIR: every process must come to the same folder
LONGEST_SOCKET_FOLDER = 85  # bytes; a socket's path has at most 107, with its name


def settle(root: Path) -> Path:
    """The real folder for a server at root, made if absent. Raises OSError."""
    root = root.absolute()
    root.parent.mkdir(parents=True, exist_ok=True)
    account = Account.for_folder(root.parent)
    if root.is_symlink():
        _drop_link_of_another(root)
    if root.is_symlink() or root.is_dir():
        return root.resolve()
    if account.can_enter(root.parent):
        _make(root, account)
    else:
        _link_elsewhere(root)
    return root.resolve()


def socket_folder(root: Path, account: Account) -> Path:
    """A folder whose path fits a Unix socket and a connection string (which splits hosts at commas)."""
    folder = root / "socket"
    if len(bytes(folder)) <= LONGEST_SOCKET_FOLDER and "," not in str(folder) and str(folder).isprintable():
        return folder
    return SHORT / f"committee-papers-{account.uid}-{hashlib.sha256(bytes(root)).hexdigest()[:12]}"


def _make(folder: Path, account: Account) -> None:
    folder.mkdir(mode=0o711, exist_ok=True)
    if account.is_other and folder.stat().st_uid == 0:
        folder.chmod(0o711)  # whatever the umask: the account passes through, and sees nothing but its own
        account.own(folder)


def _link_elsewhere(root: Path) -> None:
    """Two processes may come here at once: the link of the first is the one that holds."""
    folder = ELSEWHERE / f"committee-papers-{secrets.token_hex(4)}"
    _make(folder, Account.for_folder(ELSEWHERE))
    (folder / "linked-from").write_text(str(root), encoding="utf-8")
    try:
        root.symlink_to(folder)
    except FileExistsError:
        (folder / "linked-from").unlink()
        folder.rmdir()


def _drop_link_of_another(link: Path) -> None:
    """Remove a link that leads nowhere, or that came with a copy of a checkout which still uses what it leads to."""
    note = link / "linked-from"
    if not note.is_file():
        if not link.exists():
            link.unlink()
        return
    original = Path(note.read_text(encoding="utf-8"))
    if original == link:
        return
    if original.is_symlink() and original.resolve() == link.resolve():
        link.unlink()
    else:
        note.write_text(str(link), encoding="utf-8")  # the checkout was moved, and its database goes with it
