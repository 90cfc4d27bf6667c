#include "app/cli/data_model.h"

#include <fmt/format.h>

#include "schema/records/agreement.h"
#include "schema/records/any_record.h"
#include "schema/records/clinic.h"
#include "schema/records/instrument.h"
#include "schema/records/set_field.h"

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

constexpr const char* data_model_tail = R"(
## score

One value on one scale; the key `(patient_id, instrument_id, region, at, id)` makes one patient's series one contiguous
range. What there are many of is a number there, and a text wherever it is shown.

| column | takes | may be empty |
|---|---|---|
| `patient_id`, `instrument_id` | ids | no |
| `region` | the number of a region in `word_region`, or 0: the patient as a whole, or the mean over regions | no: it is part of the key |
| `at` | when, as on the observation: 87901 × days since 2000-01-01 + (0, or with a time 61 × (1 + minute of the day) + (0, or with seconds 1 + second)) | no |
| `id` | counts up over the whole table | no |
| `value` | on the scale and on one of its steps, to a millionth of a step; a mean over regions has no step | no |
| `origin`, `origin_id` | the record that it was computed from: the number of its kind in `word_score_origin`, its id | yes: entered directly, as read off a paper chart |
| `version`, `voided` | as of every record; a computed score is renewed with its record instead | no |

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
| `submission_key`, `request_hash` | what a repeated submission is recognised by, unique together; the hash is SHA-256 of the request that came with the key, as hex | yes: not every caller repeats; only a request has a hash |
| `answer` | what the caller was told, and is told again | yes |
| `changes_hash` | SHA-256 of `changes` | no |
| `previous`, `hash` | the chain: SHA-256 over `previous` and every column but `changes`, each preceded by its length; key and hash of the request as one text with a blank between | no |
| `changes` | SQLite's changeset: every row before and after | only by a lawful erasure, later |

An entry `epoch begin` holds the whole book, every row as a new one, and `epoch continue` more of it: where tables got
another shape. `check` plays the ledger from the last one on; the chain goes on through it, and what was before can be
read. Its `answer` names what differed between the ledger before it and the book.

## Words

Each enumeration is a table `word_…` that the columns refer to: a foreign word is refused. `check`, and whoever opens a
book to write, compares what they hold with the program's. They are not in the ledger.
)";

template <class Record>
std::string rows() {
    std::string text;
    schema::for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        constexpr bool names_record = std::is_same_v<Value, std::optional<schema::RecordName>>;
        text += fmt::format("| {} | {} | {} | {} |\n",
                            names_record ? fmt::format("`{0}_kind`, `{0}_id`", field.name)
                                         : fmt::format("`{}`", field.name),
                            field.meaning,
                            schema::field_form(field),
                            schema::is_required<Value> ? "no" : "yes");
    });
    return text;
}

template <class Record>
std::string table(std::string_view name, std::string_view summary) {
    return fmt::format(
        "\n## {}\n\n{}.\n\n| column | meaning | takes | may be empty |\n|---|---|---|---|\n{}",
        name,
        summary,
        rows<Record>());
}

template <class Record>
std::string section() {
    using D = schema::Description<Record>;
    auto text = table<Record>(D::table, D::summary);
    if constexpr (schema::HasParts<Record>) {
        using Part =
            typename std::decay_t<decltype(std::declval<Record>().*D::parts.member)>::value_type;
        text += table<Part>(
            D::parts.table,
            fmt::format("{}, rows of one `{}` (`{}`)", D::parts.meaning, D::table, D::parts.owner));
    }
    return text;
}

}  // namespace

std::string data_model() {
    std::string text = data_model_head;
    text += section<schema::Clinic>();
    schema::for_each_kind(
        [&](const auto& kind) { text += section<std::decay_t<decltype(kind)>>(); });
    text += section<schema::Instrument>();
    text += section<schema::Agreement>();
    text += section<schema::AgreementRating>();
    return text + data_model_tail;
}

}  // namespace cli
