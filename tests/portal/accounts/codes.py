"""What an authenticator app does with a key (RFC 6238), and a user who has one."""

import base64
import hmac
import struct
import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

from committees.models import User

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code(key: str = KEY) -> str:
    """The six digits of this half minute."""
    digest = hmac.digest(base64.b32decode(key), struct.pack(">Q", int(time.time()) // 30), "sha1")
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06d}"


def give_second_step(user: User) -> list[str]:
    """An app with KEY; returns the recovery codes."""
    TOTP.activate(user, KEY)
    codes: list[str] = RecoveryCodes.activate(user).get_unused_codes()
    return codes
