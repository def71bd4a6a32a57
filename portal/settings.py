"""One settings module, read from the environment. README, "In production", lists the variables."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("DATA_DIR") or BASE_DIR / "data").resolve()


def flag(name: str, default: bool = False) -> bool:
    return os.environ.get(name, str(default)).lower() in {"1", "true", "yes", "on"}


def kept_secret_key() -> str:
    """The key from the environment, else one made once and kept beside the data, readable by its owner alone."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    path = DATA_DIR / "secret_key"
    if not path.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"secret_key.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(64))
        try:
            os.link(fresh, path)  # the first of two starting at once wins
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text()


def database() -> dict[str, Any]:
    """DATABASE_URL (postgresql://user:password@host:port/name?sslmode=…), else the checkout's own PostgreSQL."""
    common = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}
    url = os.environ.get("DATABASE_URL")
    if not url:
        return {
            "ENGINE": "portal.local_postgres",
            "NAME": "committee_papers",
            "USER": "postgres",
            "OPTIONS": {"local_root": str(DATA_DIR / "postgres")},
            **common,
        }
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        **common,
    }


# The address residents use, such as https://papers.example.gov.uk; https turns the transport rules on.
SITE_ADDRESS = os.environ.get("SITE_ADDRESS", "http://localhost:8000").rstrip("/")
HTTPS = SITE_ADDRESS.startswith("https://")

DEBUG = flag("DEBUG")
SECRET_KEY = kept_secret_key()
ALLOWED_HOSTS = [urlsplit(SITE_ADDRESS).hostname or "localhost"]
ALLOWED_HOSTS += os.environ.get("ALLOWED_HOSTS", "").replace(",", " ").split()
if not HTTPS:
    ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "committees",
    "documents",
    "documents.admin.site.ClerkAdminConfig",
    "portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "portal.middleware.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.page_cache.middleware.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.middleware.SessionsEndMiddleware",
    "committees.audit.AuditMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.council",
            ],
        },
    },
]

DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "committees.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
CSRF_FAILURE_VIEW = "portal.views.errors.form_refused"

# Signing in. Staff need a second step at once where residents reach the site over https, unless told otherwise.
SECOND_STEP_REQUIRED = flag("SECOND_STEP_REQUIRED", default=HTTPS)
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "portal.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "portal.accounts.forms.SignInForm",
    "reset_password": "portal.accounts.forms.ForgottenForm",
    "reset_password_from_key": "portal.accounts.forms.NewPasswordForm",
    "reauthenticate": "portal.accounts.forms.PasswordAgainForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = int(flag("BEHIND_PROXY"))
MFA_ADAPTER = "portal.accounts.adapters.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "portal.accounts.forms.CodeForm",
    "reauthenticate": "portal.accounts.forms.CodeAgainForm",
    "activate_totp": "portal.accounts.forms.FirstCodeForm",
    "authenticate_webauthn": "portal.accounts.forms.PasskeyForm",
    "reauthenticate_webauthn": "portal.accounts.forms.PasskeyAgainForm",
    "add_webauthn": "portal.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "portal.accounts.forms.RenamePasskeyForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are typed by administrators
MFA_TOTP_TOLERANCE = 1
# Browsers make passkeys for an https address or localhost alone
HAS_PASSKEYS = HTTPS or urlsplit(SITE_ADDRESS).hostname == "localhost"
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", *(["webauthn"] if HAS_PASSKEYS else [])]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = HAS_PASSKEYS and not HTTPS


def identity_provider() -> list[dict[str, Any]]:
    """The council's own sign-in service (OpenID Connect), as allauth wants it; none where no OIDC_ISSUER is named."""
    issuer = os.environ.get("OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return []
    return [
        {
            "provider_id": "council",
            "name": os.environ.get("OIDC_NAME") or "your council account",
            "client_id": os.environ.get("OIDC_CLIENT_ID", ""),
            "secret": os.environ.get("OIDC_CLIENT_SECRET", ""),
            "settings": {"server_url": issuer, "verified_email": flag("OIDC_EMAILS_VERIFIED")},
        }
    ]


SOCIALACCOUNT_ADAPTER = "portal.accounts.outside.OutsideAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10  # seconds
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": identity_provider()}}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
TIME_ZONE = "Europe/London"
USE_I18N = len(LANGUAGES) > 1  # looking for translations of the sole language took a quarter of a page's time
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "portal.appearance.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": DATA_DIR / "files",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
IMAGES_DIR = DATA_DIR / "images"
SEARCH_INDEX_DIR = Path(os.environ.get("SEARCH_INDEX_DIR") or DATA_DIR / "search")

# Counts attempts to sign in, for all processes and machines together; the table is made by a migration.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "committees_attempts",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
PAGE_CACHE_BYTES = int(os.environ.get("PAGE_CACHE_MB", "32")) * 1024 * 1024  # of each process

# The largest file a clerk may upload, in bytes; larger packs are refused with a message that says so.
UPLOAD_LIMIT = int(os.environ.get("UPLOAD_LIMIT_MB", "200")) * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # the plan of a long pack is one form

# Email leaves by EMAIL_URL (smtp://user:password@host:587?tls=1, or ssl=1); without it, a site that is tried out on
# a plain address writes what it would send to DATA_DIR/mail, and a real one offers nothing that needs email.
EMAIL_URL = urlsplit(os.environ.get("EMAIL_URL", ""))
EMAIL_OPTIONS = dict(parse_qsl(EMAIL_URL.query))
SENDS_EMAIL = bool(EMAIL_URL.hostname) or not HTTPS
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_URL.hostname else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST, EMAIL_PORT = unquote(EMAIL_URL.hostname or ""), EMAIL_URL.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(EMAIL_URL.username or ""), unquote(EMAIL_URL.password or "")
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL_OPTIONS.get("tls") == "1", EMAIL_OPTIONS.get("ssl") == "1"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("EMAIL_FROM") or f"papers@{urlsplit(SITE_ADDRESS).hostname}"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
# A session ends when nothing is asked for so long, and in any case so long after signing in.
SESSION_COOKIE_AGE = 60 * int(os.environ.get("SESSION_IDLE_MINUTES", "120"))
SESSION_LONGEST = 60 * 60 * int(os.environ.get("SESSION_HOURS", "12"))
SESSION_SAVE_EVERY_REQUEST = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
