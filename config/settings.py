"""Settings, read from the environment and from `.env`; what is not set falls on the safe side.

The variables are listed in docs/configuration.md.
"""

import os
import sys
from datetime import date, time
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.jobs import cluster
from config.languages import KNOWN
from config.secret import ensure_env_file
from sealing.configuration import seal_settings

BASE_DIR = Path(__file__).resolve().parent.parent
ENV_FILE = Path(os.environ.get("ENV_FILE") or BASE_DIR / ".env")
env = environ.Env()
if "SECRET_KEY" not in os.environ:
    ensure_env_file(ENV_FILE)
if ENV_FILE.exists():
    env.read_env(ENV_FILE)

SECRET_KEY = env.str("SECRET_KEY")
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# `public` serves readers and has neither login nor admin; `editorial` serves editors; `all` is a laptop.
PORTAL_SITE = env.str("PORTAL_SITE", default="all")
if PORTAL_SITE not in {"public", "editorial", "all"}:
    raise ImproperlyConfigured("PORTAL_SITE must be public, editorial or all")
HAS_EDITORIAL_SITE = PORTAL_SITE != "public"
# So many seconds caches may give a page without asking; on a laptop an editor sees at once what she changed.
PAGES_MAX_AGE = env.int("PAGES_MAX_AGE", default=0 if HAS_EDITORIAL_SITE else 60)

DATA_DIR = Path(env.str("PORTAL_DATA", default=str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)
PDF_DIR = DATA_DIR / "pdf"
# Drafts that staff had made as files are removed after so many days.
EXPORT_KEEP_DAYS = env.int("EXPORT_KEEP_DAYS", default=30)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "auditlog",
    "django_q",
    "gazette",
    "documents",
    "appointments",
    "chronicle",
    "gazette_statistics.apps.StatisticsConfig",
    "intake",
    "portal",
    "sealing",
    # After all whose permissions it gives out.
    "editorial",
    "printing",
    "exporting",
    "search",
    "api",
]
if HAS_EDITORIAL_SITE:
    INSTALLED_APPS.insert(0, "django.contrib.admin")

# What the addresses of public pages tell: the modes of the page, and its language.
PUBLIC_MIDDLEWARE = [
    "api.freshness.conditional",
    "portal.modes.in_modes",
    "config.middleware.LanguageOfAddress",
]
if PORTAL_SITE == "editorial":
    PUBLIC_MIDDLEWARE = []
MIDDLEWARE = [
    "config.middleware.trust_only_the_proxy",
    "django.middleware.security.SecurityMiddleware",
    # Static files too are answers.
    "csp.middleware.CSPMiddleware",
    "config.middleware.ask_for_nothing",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # What is compared by its ETag is not yet compressed.
    "config.middleware.CompressedText",
    *PUBLIC_MIDDLEWARE,
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
if HAS_EDITORIAL_SITE:
    MIDDLEWARE += [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "config.middleware.AuditlogOfEditors",
    ]

ROOT_URLCONF = f"config.urls.{PORTAL_SITE}"
WSGI_APPLICATION = "config.wsgi.application"

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
                "portal.context.site",
            ],
            "builtins": ["portal.templatetags.languages"],
        },
    }
]
if not HAS_EDITORIAL_SITE:
    TEMPLATES[0]["OPTIONS"]["context_processors"] = [  # type: ignore[index]
        "django.template.context_processors.request",
        "portal.context.site",
    ]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'gongbao.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # A transaction that begins as a reader and turns writer meets "database is locked" at once,
        # whatever the timeout; one that begins as a writer waits its turn.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

# The source language of all texts is Chinese: the msgids are what readers see, without a catalogue.
LANGUAGE_CODE = "zh-hans"
SITE_LANGUAGES = env.list("SITE_LANGUAGES", default=["zh-hans", "en"])
if SITE_LANGUAGES[:1] != [LANGUAGE_CODE] or not set(SITE_LANGUAGES) <= set(KNOWN):
    raise ImproperlyConfigured(
        f"SITE_LANGUAGES begins with {LANGUAGE_CODE} and names only {', '.join(KNOWN)}"
    )
LANGUAGES = [(code, KNOWN[code].name) for code in SITE_LANGUAGES]
LANGUAGES_BIDI = [code for code, language in KNOWN.items() if language.direction == "rtl"]
# Translators' catalogues are data of this installation: docs/translating.md. They come before the portal's own.
LOCALE_PATHS = [DATA_DIR / "locale", BASE_DIR / "locale"]
for _code in SITE_LANGUAGES[1:]:
    if not any(KNOWN[_code].catalogue(folder).with_suffix(".mo").exists() for folder in LOCALE_PATHS):
        raise ImproperlyConfigured(
            f"没有 {_code} 的译文，不能启用；请看 docs/translating.md / SITE_LANGUAGES: {_code} has no catalogue"
        )
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Shanghai")
USE_TZ = True

FIXTURE_DIRS = [BASE_DIR / "fixtures"]
# With its own slash: an address without one would take on the modes of the page (portal.modes).
STATIC_URL = "/static/"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "portal.stylesheet.StylesheetFinder",
]
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
# `collectstatic` writes the list of hashed names that all later processes serve by.
STATIC_COLLECTED = (STATIC_ROOT / "staticfiles.json").exists() or "collectstatic" in sys.argv[1:2]
# Before `collectstatic` has run (the ordinary `runserver`), files are served from where they lie.
WHITENOISE_USE_FINDERS = not STATIC_COLLECTED
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# A long document is a form of many rows; the default of 1,000 fields would lose an editor's work.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 40_000
# A document's form has a field for a file by each of its pictures; those left empty are counted too.
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000
SOURCE_MAX_BYTES = env.int("SOURCE_MAX_BYTES", default=10_000_000)
SOURCE_MAX_PDF_BYTES = env.int("SOURCE_MAX_PDF_BYTES", default=100_000_000)
SOURCE_MAX_EXPANDED_BYTES = env.int("SOURCE_MAX_EXPANDED_BYTES", default=200_000_000)
# A file that is no plain text is opened in a process of its own, which may have so much and no more.
SOURCE_SECONDS = env.int("SOURCE_SECONDS", default=120)
# Recognising a scan takes some ten seconds a page.
SOURCE_OCR_SECONDS = env.int("SOURCE_OCR_SECONDS", default=3600)
SOURCE_MEMORY_MB = env.int("SOURCE_MEMORY_MB", default=2048)

# Printing: in how many processes an issue is set, how long that may take, how much memory one of them may have.
PRINT_PROCESSES = env.int("PRINT_PROCESSES", default=2)
PRINT_SECONDS = env.int("PRINT_SECONDS", default=900)
PRINT_MEMORY_MB = env.int("PRINT_MEMORY_MB", default=2048)
DATA_UPLOAD_MAX_MEMORY_SIZE = SOURCE_MAX_BYTES + 1_000_000

Q_CLUSTER = cluster(env.int("JOB_WORKERS", default=2), env.int("JOB_TIMEOUT", default=900))

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
# Only a site that is known to be on a laptop goes without HTTPS.
HTTPS = env.bool("HTTPS", default=not set(ALLOWED_HOSTS) <= {"localhost", "127.0.0.1", "[::1]"})
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# By default Django only mails errors, and to nobody. Here they go to the server's own log.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        "django.request": {"level": "ERROR"},
    },
}

AUDITLOG_LOGENTRY_MODEL = "auditlog.LogEntry"

# Marks that the rules ask for at the foot and in the head of every page; what is empty is left out.
SITE_NAME = env.str("SITE_NAME", default="政府公报")
SITE_DOMAIN = env.str("SITE_DOMAIN", default="")
SITE_ID_CODE = env.str("SITE_ID_CODE", default="")
SITE_ICP = env.str("SITE_ICP", default="")
SITE_ICP_URL = env.str("SITE_ICP_URL", default="https://beian.miit.gov.cn/")
SITE_POLICE_NUMBER = env.str("SITE_POLICE_NUMBER", default="")
SITE_POLICE_URL = env.str("SITE_POLICE_URL", default="https://beian.mps.gov.cn/")
SITE_PARTY_MARK_URL = env.str("SITE_PARTY_MARK_URL", default="")
SITE_FAULTS_URL = env.str("SITE_FAULTS_URL", default="")
SITE_SPONSOR = env.str("SITE_SPONSOR", default="")
SITE_ORGANIZER = env.str("SITE_ORGANIZER", default="")
SITE_CONTACT = env.str("SITE_CONTACT", default="")

# What the rules ask in figures: answers to citizens, replies to applications, how old a column may grow.
ANSWER_WORKING_DAYS = env.int("ANSWER_WORKING_DAYS", default=3)
OPENNESS_REPLY_DAYS = env.int("OPENNESS_REPLY_DAYS", default=20)
OPENNESS_EXTENSION_DAYS = env.int("OPENNESS_EXTENSION_DAYS", default=20)
HOME_STALE_DAYS = env.int("HOME_STALE_DAYS", default=14)
COLUMN_STALE_MONTHS = env.int("COLUMN_STALE_MONTHS", default=6)
# What citizens send later than this counts from the next working day; so do the days of local feasts.
OFFICE_CLOSES = time.fromisoformat(env.str("OFFICE_CLOSES", default="18:00"))
LOCAL_HOLIDAYS = [date.fromisoformat(day) for day in env.list("LOCAL_HOLIDAYS", default=[])]
# How many messages one address, and all addresses together, may send in a day.
MESSAGES_PER_SENDER = env.int("MESSAGES_PER_SENDER", default=20)
MESSAGES_PER_DAY = env.int("MESSAGES_PER_DAY", default=1000)
# A form that the token does not fit is shown again with what was typed.
if PORTAL_SITE != "editorial":
    CSRF_FAILURE_VIEW = "portal.citizens.forms_refused.csrf_failed"

# With what published PDFs are signed (nothing set: they are not), and whose signatures readers may trust.
SEAL = seal_settings(env)
# What readers may bring in to be verified: bytes a file, files a minute and client, how long a signature may take.
VERIFY_MAX_BYTES = env.int("VERIFY_MAX_BYTES", default=200_000_000)
VERIFY_PER_MINUTE = env.int("VERIFY_PER_MINUTE", default=10)
VERIFY_SECONDS = env.int("VERIFY_SECONDS", default=20)

# Open data: read-only, for anyone, without a key, in JSON only (a page of the API would need inline scripts).
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "api.negotiation.AlwaysTheFirst",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "api.pagination.Pages",
    "DEFAULT_SCHEMA_CLASS": "api.schema.ApiSchema",
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "api.errors.answer_fault",
}
SPECTACULAR_SETTINGS = {
    "TITLE": f"{SITE_NAME}开放接口",
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    # As in the address table: what comes first there is read first.
    "SORT_OPERATIONS": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "api.schema.without_docstrings",
        "api.schema.orders_name_something",
    ],
    "ENUM_NAME_OVERRIDES": {
        "DocumentKind": "documents.models.DocumentKind",
        "BlockKind": "documents.models.BlockKind",
        "SectionKind": "gazette.models.SectionKind",
    },
}
