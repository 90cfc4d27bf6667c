#include "app/tracking/twins.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "schema/kinds/record_text.h"
#include "schema/records/course.h"
#include "schema/records/session.h"
#include "schema/types/folding.h"

namespace tracking {

namespace {

using kinds::ConstRecord;
using schema::Role;

constexpr double minutes_of_one_visit = 10;
constexpr double minutes_in_day = 24 * 60;

template <class Record>
const Record* in(const ConstRecord& record) {
    return &record.kind() == &kinds::of<Record>() ? static_cast<const Record*>(record.at())
                                                  : nullptr;
}

// Texts fold, everything else is equal or not.
bool is_same(const kinds::Field& field, const ConstRecord& a, const ConstRecord& b) {
    const auto one = a.get(field);
    const auto other = b.get(field);
    if (field.type != kinds::Type::text || one.is_absent() || other.is_absent()) {
        return one == other;
    }
    return schema::folded(one.as<std::string>()) == schema::folded(other.as<std::string>());
}

bool is_measure(const kinds::Field& field) {
    const auto& facets = field.facets;
    return facets.role == Role::value && !facets.identity && field.type != kinds::Type::text &&
           field.type != kinds::Type::id;
}

// What was looked at: the places of the parts, and the other values that were given.
std::set<std::string> measures(const ConstRecord& record) {
    std::set<std::string> found;
    for (const auto& field : record.kind().fields) {
        if (is_measure(field) && !record.get(field).is_absent()) {
            found.emplace(field.name);
        }
    }
    const auto& parts = *record.kind().parts;
    const auto& key = parts.fields.front();
    for (std::size_t i = 0; i < parts.count(record.at()); ++i) {
        found.insert(":" + kinds::text_of(key, key.get(parts.at(record.at(), i))));
    }
    return found;
}

bool share_a_measure(const ConstRecord& a, const ConstRecord& b) {
    const auto one = measures(a);
    const auto other = measures(b);
    return std::any_of(
        one.begin(), one.end(), [&](const auto& each) { return other.contains(each); });
}

bool are_one_visit(const schema::CivilTime& a, const schema::CivilTime& b) {
    if (!a.has_clock() || !b.has_clock()) {
        return a.day() == b.day();
    }
    return std::abs(a.days_since(b)) * minutes_in_day <= minutes_of_one_visit;
}

bool are_one_course(const schema::Course& a, const schema::Course& b) {
    return !a.ended && !b.ended && a.concern == b.concern && a.side == b.side;
}

// The words of a name in one order: "Adel, Mona" is "Mona Adel".
std::set<std::string> words_of(const std::optional<std::string>& name) {
    std::set<std::string> words;
    std::string word;
    for (const char c : schema::folded(name.value_or("")) + ' ') {
        if (c != ' ' && c != ',' && c != '-') {
            word += c;
        } else if (!word.empty()) {
            words.insert(std::exchange(word, {}));
        }
    }
    return words;
}

// One for each name that the patient has.
std::set<std::string> name_keys(const schema::Patient& patient) {
    std::set<std::string> keys;
    for (const auto* name : {&patient.name, &patient.name_ar}) {
        if (const auto words = words_of(*name); !words.empty()) {
            keys.insert(fmt::format("{}", fmt::join(words, " ")));
        }
    }
    return keys;
}

bool have_one_name(const schema::Patient& a, const schema::Patient& b) {
    const auto one = name_keys(a);
    const auto other = name_keys(b);
    return std::any_of(
        one.begin(), one.end(), [&](const auto& key) { return other.contains(key); });
}

// Who comes from a file has no id yet.
Question of_patient(std::string_view field,
                    const schema::Patient& other,
                    std::string_view what,
                    std::string_view code) {
    const bool in_book = other.id.value != 0;
    return {schema::Fault::duplicate,
            std::string(field),
            fmt::format("patient \"{}\"{} has {}",
                        other.chart,
                        in_book ? fmt::format(" (id {})", other.id.value) : "",
                        what),
            in_book ? std::optional(schema::RecordName{"patient", other.id.value}) : std::nullopt,
            {"error." + std::string(code), {{"chart", other.chart}}}};
}

schema::Phrase there_already(std::string_view noun, const std::optional<schema::Date>& on) {
    const schema::Argument what{"what", schema::noun_name(noun)};
    return on ? schema::Phrase("error.there_already_on", {what, {"day", *on}})
              : schema::Phrase("error.there_already", {what});
}

using Patients = std::vector<schema::Patient>;

std::vector<Question> twins_among(const schema::Patient& patient,
                                  const Patients& alike,
                                  const Patients& with_telephone) {
    std::vector<Question> questions;
    for (const auto& other : alike) {
        if (other.chart != patient.chart && have_one_name(patient, other) && patient.born &&
            other.born && patient.born->may_be(*other.born)) {
            const bool is_equal = patient.born == other.born;
            questions.push_back(
                of_patient("name",
                           other,
                           is_equal ? "the same name and date of birth"
                                    : "the same name, and may have the same date of birth",
                           is_equal ? "same_person" : "may_be_same_person"));
        }
    }
    for (const auto& other : with_telephone) {
        if (other.chart != patient.chart) {
            questions.push_back(
                of_patient("telephone", other, "the same telephone", "same_telephone"));
        }
    }
    return questions;
}

std::vector<Question> twins_of(const db::Book& book, const schema::Patient& patient) {
    return twins_among(
        patient,
        patient.born ? db::patients_born(book, *patient.born) : Patients(),
        patient.telephone ? db::patients_with_telephone(book, *patient.telephone) : Patients());
}

}  // namespace

bool are_twins(const ConstRecord& a, const ConstRecord& b) {
    if (a.kind().made_by_program || a.kind().field(Role::when) == nullptr) {
        return false;
    }
    if (const auto* session = in<schema::Session>(a)) {
        return are_one_visit(session->at, in<schema::Session>(b)->at);
    }
    if (const auto* course = in<schema::Course>(a)) {
        return are_one_course(*course, *in<schema::Course>(b));
    }
    const auto& kind = a.kind();
    const bool same = std::all_of(kind.fields.begin(), kind.fields.end(), [&](const auto& field) {
        const bool tells =
            field.facets.identity || field.facets.role == Role::when || field.name == "rater";
        return !tells || is_same(field, a, b);
    });
    return same && (!kind.parts || share_a_measure(a, b));
}

Question twin_question(const ConstRecord& record, const ConstRecord& other) {
    const auto& kind = record.kind();
    const auto* when = kind.field(Role::when);
    const auto said = kinds::text_of(*when, other.get(*when));
    return {schema::Fault::duplicate,
            std::string(when->name),
            fmt::format("{} {}{} is there already",
                        kind.noun,
                        other.kept().id,
                        said.empty() ? "" : fmt::format(" ({} {})", when->name, said)),
            schema::RecordName{std::string(kind.noun), other.kept().id},
            there_already(kind.noun, schema::Date::read(said.substr(0, 10)))};
}

std::vector<Question> twins(const db::Book& book, const ConstRecord& record) {
    const auto& kind = record.kind();
    if (const auto* patient = in<schema::Patient>(record)) {
        return twins_of(book, *patient);
    }
    std::vector<Question> questions;
    const auto kept = record.kept();
    for (const auto& other : db::records_of(
             book, kind, db::Which::in_force, schema::Id<schema::Patient>(kept.patient))) {
        if (ConstRecord(other).kept().id != kept.id && are_twins(record, other)) {
            questions.push_back(twin_question(record, other));
        }
    }
    return questions;
}

PatientTwins::PatientTwins(const db::Book& book) {
    db::for_each_record<schema::Patient>(book, [&](const schema::Patient& patient) {
        if (!patient.voided) {
            add(patient);
        }
    });
}

void PatientTwins::add(const schema::Patient& patient) {
    if (patient.born) {
        for (const auto& key : name_keys(patient)) {
            by_name_[key].push_back(patient);
        }
    }
    if (patient.telephone) {
        by_telephone_[schema::telephone_identity(*patient.telephone)].push_back(patient);
    }
}

std::vector<Question> PatientTwins::of(const schema::Patient& patient) const {
    const auto among = [](const Alike& all, const std::string& key) {
        const auto found = all.find(key);
        return found == all.end() || key.empty() ? Patients() : found->second;
    };
    Patients alike;
    for (const auto& key : name_keys(patient)) {
        for (auto& other : among(by_name_, key)) {
            const bool is_new = std::none_of(alike.begin(), alike.end(), [&](const auto& each) {
                return each.chart == other.chart;
            });
            if (is_new) {
                alike.push_back(std::move(other));
            }
        }
    }
    return twins_among(
        patient,
        alike,
        among(by_telephone_, schema::telephone_identity(patient.telephone.value_or(""))));
}

std::vector<Question> twins(const db::Book& book, const schema::Score& score) {
    std::vector<Question> questions;
    for (const auto& other : db::series_of(book, {score.patient, score.instrument, score.region})) {
        const bool same = !other.origin && other.id != score.id && other.at == score.at &&
                          other.rater == score.rater && !schema::differ(other.labels, score.labels);
        if (same) {
            questions.push_back({schema::Fault::duplicate,
                                 "at",
                                 fmt::format("score {} is there already", other.id.value),
                                 schema::RecordName{"score", other.id.value},
                                 there_already("score", other.at.day())});
        }
    }
    return questions;
}

}  // namespace tracking
