"""Everything that an installation can set, read once and checked at start.

A value comes from the environment (`KANSENBODE_…`), else from `.env` in the data folder, else from
here. In both places `KANSENBODE_…_FILE` names a file that holds the value.
"""

from collections.abc import Iterable, Mapping
from datetime import time, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, HttpUrl, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from outreach.environment import LONGEST, PREFIX, SettingFault, read_named, variables
from outreach.takes import (
    ENDPOINT,
    HOST,
    ORIGIN,
    Colour,
    DatabaseUrl,
    Email,
    Picture,
    WallTime,
    WebAddress,
    Zone,
    listed,
    matching,
)

BOUNDS = {"ge": "low", "le": "high", "min_length": "low", "max_length": "high"}
"""What pydantic calls the bounds of a value, by our words."""
LOOPBACK = ("127.0.0.1", "localhost", "::1")
PUSH_HOSTS = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "*.push.apple.com",
    "*.notify.windows.com",
)
"""The push services of the browsers that people use."""


class SettingsError(Exception):
    """Settings are wrong: `faults` names each of them."""

    def __init__(self, faults: Iterable[SettingFault]) -> None:
        self.faults = list(faults)
        super().__init__(*(fault.facts["name"] for fault in self.faults))


class Settings(BaseSettings):
    """The settings of one installation, which serves one organisation."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="forbid", frozen=True, str_strip_whitespace=True
    )

    organisation: str = Field("Gemeente Waterdam", min_length=2, max_length=80)
    database_url: DatabaseUrl = Field(
        SecretStr(""), examples=["postgresql://kansenbode:password@127.0.0.1/kansenbode"]
    )
    organisation_id: str = Field("GM9901", max_length=40, examples=["GM0344"])
    address: HttpUrl = Field(
        HttpUrl("http://127.0.0.1:8080"), examples=["https://kansen.waterdam.example"]
    )
    zone: Zone = "Europe/Amsterdam"
    languages: Annotated[tuple[str, ...], BeforeValidator(listed)] = Field(
        ("nl", "en"), min_length=1
    )
    ocid_prefix: Annotated[str, matching("ocid", r"ocds-[a-z0-9]{6}")] = Field(
        "ocds-xxxxxx", examples=["ocds-1a2b3c"]
    )
    staff: str = Field("", max_length=254, examples=["nadia@waterdam.example"])
    privacy_contact: str = Field("privacy@waterdam.example", min_length=2, max_length=254)
    security_contact: str = Field("", max_length=254, examples=["security@waterdam.example"])
    privacy_officer: str = Field("", max_length=254, examples=["fg@waterdam.example"])
    website: WebAddress = Field("", max_length=300, examples=["https://www.waterdam.example"])
    logo: Picture = Field("", max_length=1_000, examples=["logo.svg"])
    colour: Colour = Field("", examples=["#0b625c"])
    embed_on: Annotated[tuple[str, ...], BeforeValidator(listed), matching("origins", ORIGIN)] = (
        Field((), examples=["https://www.waterdam.example"])
    )
    contact_email: Email = Field("", max_length=254, examples=["info@waterdam.example"])
    contact_phone: str = Field("", max_length=40, examples=["14 0990"])
    complaints: str = Field(
        "", max_length=200, examples=["https://www.waterdam.example/melding, of bel 14 0990"]
    )
    contact_visit: str = Field("", max_length=200, examples=["Stadhuis, Havenplein 1, Waterdam"])
    contact_hours: str = Field("", max_length=200, examples=["ma t/m vr van 9.00 tot 17.00 uur"])
    accessibility_statement: WebAddress = Field(
        "", max_length=300, examples=["https://www.waterdam.example/toegankelijkheid"]
    )
    objections: str = Field(
        "", max_length=300, examples=["https://www.waterdam.example/bezwaar, of per post"]
    )
    channels_decision: WebAddress = Field(
        "", max_length=300, examples=["https://www.waterdam.example/aanwijzing-kanalen"]
    )
    remind_days: int = Field(3, ge=1, le=90)
    end_days: int = Field(14, ge=2, le=365)
    transcript_days: int = Field(30, ge=1, le=3650)
    message_days: int = Field(90, ge=1, le=3650)
    interest_months: int = Field(12, ge=1, le=120)
    undecided_months: int = Field(24, ge=1, le=120)
    question_months: int = Field(6, ge=1, le=120)
    meeting_days: int = Field(30, ge=1, le=365)
    backup_days: int = Field(30, ge=1, le=3650)
    backup_elsewhere: bool = Field(False, examples=["true"])
    quiet_from: WallTime = time(22)
    quiet_until: WallTime = time(8)
    quiet_days: bool = True
    campaigns_a_week: int = Field(2, ge=1, le=100)
    four_eyes_above: int = Field(100, ge=0, le=1_000_000)
    decision_four_eyes_above: int = Field(20, ge=0, le=1_000_000)
    cancel_minutes: int = Field(10, ge=0, le=1_440)
    intention_days: int = Field(20, ge=1, le=365)
    objection_days: int = Field(42, ge=1, le=365)
    confirm_days: int = Field(7, ge=0, le=90)
    late_hours: int = Field(3, ge=1, le=168)
    telegram_token: SecretStr = Field(SecretStr(""), examples=["123456:ABC-DEF"])
    telegram_mode: Literal["polling", "webhook"] = Field("polling", examples=["webhook"])
    # Telegram hands it back in a header, so it takes few characters (setWebhook, `secret_token`).
    telegram_secret: Annotated[SecretStr, matching("secret", r"[A-Za-z0-9_-]{0,256}")] = Field(
        SecretStr(""), examples=["long-random-word"]
    )
    telegram_rate: int = Field(30, ge=1, le=100_000)
    telegram_paid: bool = Field(False, examples=["true"])
    telegram_api: HttpUrl = HttpUrl("https://api.telegram.org")
    mail_host: str = Field("", max_length=253, examples=["smtp.waterdam.example"])
    mail_port: int = Field(587, ge=1, le=65_535)
    mail_tls: Literal["starttls", "tls", "none"] = "starttls"
    mail_user: str = Field("", max_length=254, examples=["kansenbode"])
    mail_password: SecretStr = Field(SecretStr(""), examples=["long-random-word"])
    mail_from: Email = Field("", max_length=254, examples=["kansenbode@waterdam.example"])
    mail_daily_at: WallTime = time(8, 30)
    push_hosts: Annotated[tuple[str, ...], BeforeValidator(listed), matching("hosts", HOST)] = (
        PUSH_HOSTS
    )
    idle_minutes: int = Field(60, ge=5, le=1_440)
    session_hours: int = Field(12, ge=1, le=168)
    metrics_token: SecretStr = Field(SecretStr(""), examples=["long-random-word"])
    posts_per_minute: int = Field(60, ge=1, le=10_000)
    file_mb: int = Field(8, ge=1, le=20)
    files_per_hour: int = Field(20, ge=1, le=1_000)
    files_mb: int = Field(500, ge=0, le=100_000)
    behind_proxy: bool = Field(False, examples=["true"])
    hsts_subdomains: bool = Field(False, examples=["true"])

    @property
    def base_url(self) -> str:
        """The address of this installation, as addresses of its pages begin."""
        return str(self.address).rstrip("/")

    @property
    def https(self) -> bool:
        """True if people reach this installation over TLS."""
        return self.base_url.startswith("https:")

    @property
    def local(self) -> bool:
        """True if its address leads to this very machine."""
        return urlsplit(self.base_url).hostname in LOOPBACK

    @property
    def database(self) -> str:
        """The address of the database with its secrets; empty for the file in the data folder."""
        return self.database_url.get_secret_value()

    @property
    def mails(self) -> bool:
        """True if there is a mail server: for staff, and for residents who asked to be mailed."""
        return bool(self.mail_host and self.mail_from)

    @property
    def pushes(self) -> bool:
        """True if browsers can ring: they do for pages that come over TLS, or from themselves."""
        return bool(self.push_hosts) and (self.https or self.local)

    def rings(self, endpoint: str) -> bool:
        """True if an endpoint is one of a push service that is named, over TLS."""
        given = urlsplit(endpoint)
        host = given.netloc.lower()
        plain = ENDPOINT.fullmatch(endpoint) is not None and given.scheme == "https"
        return plain and any(
            host.endswith(named[1:]) if named.startswith("*.") else host == named
            for named in map(str.lower, self.push_hosts)
        )

    @property
    def cancel_time(self) -> timedelta:
        """How long an approved campaign can still be cancelled before it goes out."""
        return timedelta(minutes=self.cancel_minutes)

    @property
    def zone_info(self) -> ZoneInfo:
        """The zone in which people read times."""
        return ZoneInfo(self.zone)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Use only what `load` read: pydantic's own sources ignore names that they do not know."""
        return (init_settings,)

    @classmethod
    def load(cls, folder: Path, environment: Mapping[str, str] | None = None) -> Self:
        """Read and check the settings of a data folder; raises SettingsError with every fault."""
        values: dict[str, str] = {}
        faults: list[SettingFault] = []
        environment = variables() if environment is None else environment
        for source in (_dotenv(folder / ".env"), environment):
            given, wrong = read_named(source)
            values |= given
            faults += wrong
        unknown = values.keys() - cls.model_fields.keys()
        faults += [_unknown(name) for name in values if name in unknown]
        known: dict[str, Any] = {name: values[name] for name in values if name not in unknown}
        if known.get("logo"):
            # a name alone is that of a file in the data folder
            known["logo"] = str(folder / known["logo"])
        try:
            settings = cls(**known)
        except ValidationError as error:
            faults += [_fault(dict(item)) for item in error.errors()]
        if faults:
            raise SettingsError(faults)
        return settings

    @classmethod
    def demo(cls, **values: Any) -> "Settings":
        """Return the settings of the demo: the defaults, no matter what the environment says."""
        return cls.model_construct(
            **{name: field.default for name, field in cls.model_fields.items()} | values
        )


def _dotenv(path: Path) -> dict[str, str]:
    try:
        if path.is_dir():
            # Docker makes a folder of a mounted file that does not exist; pydantic ignores that.
            raise IsADirectoryError
        return {
            name: value or ""
            for name, value in DotEnvSettingsSource(Settings, env_file=path).env_vars.items()
        }
    except UnicodeDecodeError:
        raise SettingsError([SettingFault("settings-no-text", {"name": str(path)})]) from None
    except OSError:
        raise SettingsError([SettingFault("settings-unreadable", {"name": str(path)})]) from None


def _unknown(name: str) -> SettingFault:
    """Name an unknown setting, and the known one that it looks like most."""
    near = get_close_matches(name, Settings.model_fields, n=1, cutoff=0.75)
    facts = {
        "name": f"{PREFIX}{name.upper()}",
        "near": f"{PREFIX}{near[0].upper()}" if near else "none",
    }
    return SettingFault("settings-unknown", facts)


def _fault(error: dict[str, Any]) -> SettingFault:
    name = str(error["loc"][0])
    asked, given = Settings.model_fields[name], error["input"]
    given = ",".join(given) if isinstance(given, list) else str(given)
    facts = {
        "name": f"{PREFIX}{name.upper()}",
        "given": "secret" if asked.annotation is SecretStr else given[:LONGEST],
        "example": example_of(asked),
    }
    # A rule of our own names what it takes; pydantic's words are for programmers.
    own: tuple[str, Mapping[str, Any]] | None = (
        (str(error["ctx"]["error"]), {}) if error["type"] == "value_error" else None
    )
    return SettingFault("settings-wrong", facts, own or _takes(asked))


def example_of(asked: FieldInfo) -> str:
    """Return a right value of a setting, as it is written: an example, or else its default."""
    if asked.examples:
        return str(asked.examples[0])
    if isinstance(asked.default, time):
        return f"{asked.default:%H:%M}"
    if isinstance(asked.default, tuple):
        return ",".join(asked.default)
    return str(asked.default).lower() if asked.annotation is bool else str(asked.default)


def _takes(asked: FieldInfo) -> tuple[str, Mapping[str, Any]]:
    """Return what a setting takes, by its type and its bounds."""
    if asked.annotation is time:
        return "time", {}
    if get_args(asked.annotation) and all(
        isinstance(choice, str) for choice in get_args(asked.annotation)
    ):
        return "choice", {"allowed": list(get_args(asked.annotation))}
    kinds: dict[Any, str] = {int: "number", bool: "answer", HttpUrl: "address", str: "text"}
    limits = [
        (word, getattr(rule, bound, None))
        for rule in asked.metadata
        for bound, word in BOUNDS.items()
    ]
    facts = {word: limit for word, limit in limits if limit is not None}
    return kinds.get(asked.annotation, "languages"), {"low": 0} | facts
