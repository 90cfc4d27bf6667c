#include "app/tracking/merge.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/tracking/commit.h"
#include "app/tracking/given_records.h"
#include "app/tracking/possibility.h"
#include "db/ledger/changes.h"
#include "db/ledger/ledger.h"
#include "db/ledger/undo.h"
#include "db/records/patient_links.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "db/records/tags.h"
#include "schema/kinds/value_text.h"
#include "schema/types/error.h"

namespace tracking {

using access_control::Right;

namespace {

using kinds::ConstRecord;
using schema::Patient;
using PatientId = schema::Id<Patient>;

// The fields that are not the chart's own.
std::vector<const kinds::Field*> mergeable() {
    std::vector<const kinds::Field*> fields;
    for (const auto& field : kinds::of<Patient>().fields) {
        if (field.name != "chart") {
            fields.push_back(&field);
        }
    }
    return fields;
}

std::string label_field(const schema::Tag& tag) {
    return "label " + tag.key;
}

const schema::Tag* with_key(const std::vector<schema::Tag>& tags, const std::string& key) {
    const auto found = std::find_if(
        tags.begin(), tags.end(), [&](const schema::Tag& each) { return each.key == key; });
    return found == tags.end() ? nullptr : &*found;
}

}  // namespace

Merging plan_merge(const db::Book& book, const Patient& from, const Patient& into) {
    Merging merging;
    const auto compare = [&](std::string field, std::string there, std::string here) {
        if (!there.empty() && here.empty()) {
            merging.filled.push_back(std::move(field));
        } else if (!there.empty() && there != here) {
            merging.differences.push_back({std::move(field), std::move(there), std::move(here)});
        }
    };
    const ConstRecord ours(from);
    const ConstRecord theirs(into);
    for (const auto* field : mergeable()) {
        compare(std::string(field->name),
                kinds::text_of(*field, ours.get(*field)),
                kinds::text_of(*field, theirs.get(*field)));
    }
    const auto labels = db::tags_of(book, into.id);
    for (const auto& tag : db::tags_of(book, from.id)) {
        const auto* same = with_key(labels, tag.key);
        compare(label_field(tag), tag.value, same == nullptr ? "" : same->value);
    }
    merging.records = static_cast<int>(every_record_of(book, from.id).size() +
                                       db::entered_scores_of(book, from.id).size());
    return merging;
}

std::vector<Patient> merged_into(const db::Book& book, PatientId patient) {
    std::vector<std::int64_t> merges;
    const auto undone = db::undone_entries(book);
    db::for_each_entry(book, {}, [&](const db::LedgerEntry& entry) {
        if (entry.action == merges_patients && entry.answer == std::to_string(patient.value) &&
            !undone.contains(entry.seq)) {
            merges.push_back(entry.seq);
        }
    });
    std::vector<Patient> merged;
    const db::ChangesReader reader(book);
    for (const auto seq : merges) {
        db::for_each_entry(book, {.after = seq - 1, .most = 1}, [&](const db::LedgerEntry& entry) {
            for (const auto& row :
                 reader.read(entry, std::size_t(-1)).value_or(std::vector<db::RowChange>())) {
                const bool is_other =
                    row.table == "patient" && row.key != fmt::format("id {}", patient.value);
                const auto other = is_other
                                       ? db::find(book, PatientId(std::stoll(row.key.substr(3))))
                                       : std::nullopt;
                if (other && other->voided) {
                    merged.push_back(*other);
                }
            }
        });
    }
    return merged;
}

namespace {

// `into` with the values that it shall have.
Patient merged(const db::Book& book,
               const Patient& from,
               const Patient& into,
               const std::set<std::string>& take) {
    const auto differences = plan_merge(book, from, into).differences;
    for (const auto& name : take) {
        if (std::none_of(differences.begin(), differences.end(), [&](const auto& each) {
                return each.field == name;
            })) {
            throw schema::refused(
                "take",
                fmt::format("\"{}\" is no field of which the two charts say something else", name),
                "leave it out")
                .as("gone");
        }
    }
    auto result = into;
    const ConstRecord ours(from);
    const kinds::Record theirs(result);
    for (const auto* field : mergeable()) {
        auto value = ours.get(*field);
        if (!value.is_absent() &&
            (theirs.get(*field).is_absent() || take.contains(std::string(field->name)))) {
            theirs.set(*field, std::move(value));
        }
    }
    return result;
}

// One that differs and is not taken stays where it is.
void merge_labels(db::Write& write,
                  PatientId from,
                  PatientId into,
                  const std::set<std::string>& take) {
    const auto labels = db::tags_of(write.book(), into);
    for (auto tag : db::tags_of(write.book(), from)) {
        const auto* same = with_key(labels, tag.key);
        if (same != nullptr && same->value != tag.value && !take.contains(label_field(tag))) {
            continue;
        }
        db::remove_tag(write, from, tag.key);
        tag.patient = into;
        db::set_tag(write, tag);
    }
}

}  // namespace

db::Receipt merge_patients(db::Book& book,
                           const db::Submission& submission,
                           const Patient& from,
                           const Patient& into,
                           const std::set<std::string>& take) {
    require_reason(submission);
    refuse_same(from.id, into.id);
    return commit(book, submission, Right::void_others, [&](db::Write& write) {
        const auto source = patient_in_force(write.book(), from.id);
        const auto target = patient_in_force(write.book(), into.id);
        const auto result = merged(write.book(), source, target, take);
        schema::refuse_any(clinical::contradictions(result));
        auto records = every_record_of(write.book(), source.id);
        give(write, records, target.id);
        for (const auto& score : db::entered_scores_of(write.book(), source.id)) {
            db::give_score_to(write, score, target.id);
        }
        merge_labels(write, source.id, target.id, take);
        db::withdraw_link(write, source.id);
        db::set_voided(write, source.id);
        db::update(write, result);
        schema::refuse_any(impossible(write.book(), result));
        refuse_impossible(write.book(), records);
        return std::to_string(target.id.value);
    });
}

}  // namespace tracking
