"""A wrong setting stops the start with one line that names it."""

from pathlib import Path

import pytest

from infocus.settings import SettingsError, load

WRONG = {
    "INFOCUS_PORT": ("0", "65536", "eighty", ""),
    "INFOCUS_WEB_PROCESSES": ("0", "2", "many"),
    "INFOCUS_MAX_UPLOAD_MB": ("0", "-1", "1.5"),
    "INFOCUS_MAX_PAGES": ("0",),
    "INFOCUS_OCR": ("on", "1"),
    "INFOCUS_SEARCH_CHECK": ("1.5", "-0.1", "some", "nan"),
    "INFOCUS_PROXY_COUNT": ("-1",),
    "INFOCUS_DATABASE_URL": ("mysql://x", "nonsense"),
    "INFOCUS_SEARCH_URL": ("elastic://x", "/path"),
    "INFOCUS_REDIS_URL": ("http://x",),
    "INFOCUS_STORAGE_URL": ("ftp://x",),
    "INFOCUS_MAIL_URL": ("http://x",),
    "INFOCUS_PUBLIC_URL": ("exchange.example", "ftp://x", "http://["),
    "INFOCUS_DEMO_PUBLIC": ("perhaps",),
    "INFOCUS_LOG_LEVEL": ("loud",),
    "INFOCUS_LOG_FORMAT": ("xml",),
    "INFOCUS_COLOUR": ("green",),
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_value_is_one_line_that_names_it(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError) as error:
        load({"INFOCUS_INSTANCE": str(tmp_path), name: value})
    assert name in str(error.value)
    assert "\n" not in str(error.value)


def test_the_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first, second = (load({"INFOCUS_INSTANCE": str(tmp_path / "new")}) for _ in range(2))
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) == 64
    assert (tmp_path / "new" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert first.secret_key not in repr(first)


def test_values_are_read_with_their_types(tmp_path: Path) -> None:
    read = load(
        {
            "INFOCUS_INSTANCE": str(tmp_path),
            "INFOCUS_PORT": " 9000 ",
            "INFOCUS_TRUSTED_HOSTS": "a.example, b.example,",
            "INFOCUS_DEMO_PUBLIC": "yes",
            "INFOCUS_PUBLIC_URL": "https://x.example/",
            "INFOCUS_TEST_REQUIRE": "redis",
            "HOME": "/somewhere",
        }
    )
    assert (read.port, read.trusted_hosts, read.demo_public) == (9000, ("a.example", "b.example"), True)
    assert read.base_url == "https://x.example"
