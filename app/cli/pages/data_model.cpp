#include "app/cli/pages/data_model.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "schema/kinds/ddl.h"
#include "schema/kinds/kinds.h"
#include "schema/kinds/value_text.h"
#include "schema/records/account.h"
#include "schema/records/agreement.h"
#include "schema/records/clinic.h"
#include "schema/records/instrument.h"
#include "schema/records/sign_in_device.h"

namespace cli {

namespace {

constexpr const char* data_model_head = R"(# Data model

Generated from the records' descriptions in `schema/records` (`needlebook help --data-model`); a test keeps it so.

A book is one SQLite file. All tables are STRICT, foreign keys are on, and every rule that the database can keep it
keeps: ranges, words of enumerations, dates of the calendar, one record per key. Every record of a patient also has
`id`, `patient_id`, `version` (one more with each correction) and `voided` (entered in error: kept, out of every
summary). A field that may be empty is empty when nobody recorded it; where empty says more, its meaning says so.
A required field has no such excuse: without it the record would say nothing.

Three kinds of finding are never mixed: `acne_status` (lesions that are there now), `scar_observation` (contour) and
`pigmentation_observation` (colour).
)";

constexpr const char* data_model_tail =
    R"(
## score

One value on one scale; the key `(patient_id, instrument_id, region, at, id)` makes one patient's series one contiguous
range. What there are many of is a number there, and a text wherever it is shown.

| column | takes | may be empty |
|---|---|---|
| `patient_id`, `instrument_id` | ids | no |
| `region` | the number of a region in `word_region`, or 0: the patient as a whole, or the mean over )"
    R"(regions | no: it is part of the key |
| `at` | when, as on the observation: 87901 × days since 2000-01-01 + (0, or with a time 61 × (1 + )"
    R"(minute of the day) + (0, or with seconds 1 + second)) | no |
| `id` | counts up over the whole table | no |
| `value` | on the scale and on one of its steps, to a millionth of a step; a mean over regions has no step | no |
| `origin`, `origin_id` | the record that it was computed from: the number of its kind in )"
    R"(`word_score_origin`, its id | yes: entered directly, as read off a paper chart |
| `version`, `voided` | as of every record; a computed score is renewed with its record instead | no |

## score_label

What was on when a score was taken that was entered directly: treated=yes, arm=A. `score_id`, `key`, `value`; one value
per key and score. A score without a label has no row here. Nothing may be empty.

## tag

The clinic's own label on a patient: `patient_id`, `key`, `value`; one value per key. Nothing may be empty.

## ledger

One row per change, in a chain of hashes; nothing of it is ever changed or removed.

| column | meaning | may be empty |
|---|---|---|
| `seq` | 1, 2, 3 … | no |
| `at` | when, UTC | no |
| `actor`, `action` | who did what: `huda`, `session record` | no |
| `reason` | why | yes: most records need none |
| `patient_id` | whose record it was | yes: a change to settings, or an import of many |
| `submission_key`, `request_hash` | what a repeated submission is recognised by, unique together; the )"
    R"(hash is SHA-256 of the request that came with the key, as hex | yes: not every caller repeats; only )"
    R"(a request has a hash |
| `answer` | what the caller was told, and is told again | yes |
| `changes_hash` | SHA-256 of `changes` | no |
| `previous`, `hash` | the chain: SHA-256 over `previous` and every column but `changes`, each preceded )"
    R"(by its length; key and hash of the request as one text with a blank between | no |
| `changes` | SQLite's changeset: every row before and after | only by a lawful erasure, later |

An entry `epoch begin` holds the whole book, every row as a new one, and `epoch continue` more of it: where tables got
another shape. `check` plays the ledger from the last one on; the chain goes on through it, and what was before can be
read. Its `answer` names what differed between the ledger before it and the book.

## clinic_key

A public key with which the clinic signs its ledger: the one in use, and those of the past. An export leaves them out:
they are of this ledger.

| column | meaning | may be empty |
|---|---|---|
| `id` | counts up | no |
| `fingerprint` | SHA-256 of the key (SubjectPublicKeyInfo, DER), as hex | no |
| `public_key` | ECDSA P-256, PEM | no |
| `made_at` | when, UTC | no |
| `since_entry` | the ledger entry from which on it signs | no |
| `vouched` | the signature of the key before over this one's fingerprint | yes: of the first, and where that )"
    R"(key was lost |
| `retired_at`, `until_entry` | when, UTC, and the entry from which on it signs no more | yes: of the one in use |

## ledger_signature

The signature of the ledger's last entry (`entry`, `signature`), kept anew with each and not of record. A book without
accounts has none. [security.md](security.md) says what is signed.

## Secrets

What proves that somebody is whom they say stands in tables `secret_…` (passwords, second factors, one-time codes, PINs,
who is signed in where, tokens of programs, failures to sign in). They are not of record: no entry of the ledger, no
export and no comparison of `check` has them; a backup does. What people type is kept as Argon2id, what the program drew
by lot as SHA-256.

## Words

Each enumeration is a table `word_…` that the columns refer to: a foreign word is refused. `check`, and whoever opens a
book to write, compares what they hold with the program's. They are not in the ledger.
)";

std::string table(std::string_view name,
                  std::string_view summary,
                  const std::vector<kinds::Field>& fields) {
    auto text = fmt::format(
        "\n## {}\n\n{}.\n\n| column | meaning | takes | may be empty |\n|---|---|---|---|\n",
        name,
        summary);
    for (const auto& field : fields) {
        text += fmt::format("| `{}` | {} | {} | {} |\n",
                            fmt::join(kinds::column_names(field), "`, `"),
                            field.meaning,
                            kinds::form(field),
                            field.required ? "no" : "yes");
    }
    return text;
}

std::string section(const kinds::Kind& kind) {
    auto text = table(kind.table, kind.summary, kind.fields);
    if (const auto& parts = kind.parts) {
        text += table(
            parts->table,
            fmt::format("{}, rows of one `{}` (`{}`)", parts->meaning, kind.table, parts->owner),
            parts->fields);
    }
    return text;
}

}  // namespace

std::string data_model() {
    auto text = data_model_head + section(kinds::of<schema::Clinic>());
    for (const auto& kind : kinds::of_patients()) {
        text += section(kind);
    }
    for (const auto& kind : kinds::of_clinic()) {
        text += section(kind);
    }
    text += section(kinds::of<schema::Instrument>());
    text += section(kinds::of<schema::Agreement>());
    text += section(kinds::of<schema::AgreementRating>());
    text += section(kinds::of<schema::Account>());
    text += section(kinds::of<schema::SignInDevice>());
    return text + data_model_tail;
}

}  // namespace cli
