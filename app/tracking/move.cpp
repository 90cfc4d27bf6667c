#include "app/tracking/move.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/tracking/commit.h"
#include "app/tracking/departure.h"
#include "app/tracking/open_course.h"
#include "app/tracking/possibility.h"
#include "app/tracking/questions.h"
#include "app/tracking/safety.h"
#include "app/tracking/scoring.h"
#include "app/tracking/twins.h"
#include "db/records/patient_links.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "db/records/tags.h"
#include "schema/kinds/record_text.h"

namespace tracking {

namespace {

using kinds::ConstRecord;
using kinds::Kind;
using schema::AnyRecord;
using schema::Patient;
using PatientId = schema::Id<Patient>;
using Records = std::vector<AnyRecord>;

std::string name_in_book(const ConstRecord& record) {
    return fmt::format("{} {}", record.kind().noun, record.kept().id);
}

bool is_voided(const AnyRecord& record) {
    return ConstRecord(record).kept().voided;
}

bool is_in(const Records& records, std::string_view noun, std::int64_t id) {
    return std::any_of(records.begin(), records.end(), [&](const AnyRecord& each) {
        const ConstRecord one(each);
        return one.kind().noun == noun && one.kept().id == id;
    });
}

// Every record of the patient, voided ones too; what is referred to comes first.
Records all_of(const db::Book& book, PatientId patient) {
    Records all;
    for (const auto& kind : kinds::of_patients()) {
        if (kind.owner == schema::Owner::patient) {
            for (auto& record : db::records_of(book, kind, db::Which::of_patient, patient)) {
                all.push_back(std::move(record));
            }
        }
    }
    return all;
}

// The ids of records that it holds, of each its field and the noun of their kind.
template <class Visit>
void for_each_reference(const ConstRecord& record, Visit&& visit) {
    for (const auto& field : record.kind().fields) {
        const auto value = record.get(field);
        if (value.is_absent()) {
            continue;
        }
        if (field.type == kinds::Type::id &&
            kinds::named(field.refers_to).owner == schema::Owner::patient) {
            visit(field, field.refers_to, value.as<kinds::Reference>().id);
        } else if (field.type == kinds::Type::record) {
            const auto& name = value.as<schema::RecordName>();
            visit(field, std::string_view(name.kind), name.id);
        }
    }
}

// The record and all that refers to it, directly or not.
Records with_what_refers(const db::Book& book, const AnyRecord& first) {
    Records group{first};
    for (auto& record : all_of(book, PatientId(ConstRecord(first).kept().patient))) {
        const ConstRecord one(record);
        bool refers = false;
        for_each_reference(
            one, [&](const kinds::Field& field, std::string_view noun, std::int64_t id) {
                refers = refers || (field.type == kinds::Type::id && is_in(group, noun, id));
            });
        if (refers && !is_in(group, one.kind().noun, one.kept().id)) {
            group.push_back(std::move(record));
        }
    }
    return group;
}

// Leaves out what it refers to and does not go with it; whether anything was.
bool forget_what_stays(const Records& group, AnyRecord& record) {
    bool forgot = false;
    const ConstRecord before(record);
    std::vector<const kinds::Field*> stays;
    for_each_reference(before,
                       [&](const kinds::Field& field, std::string_view noun, std::int64_t id) {
                           if (!field.required && !is_in(group, noun, id)) {
                               stays.push_back(&field);
                           }
                       });
    for (const auto* field : stays) {
        kinds::Record(record).set(*field, {});
        forgot = true;
    }
    return forgot;
}

// Gives all of them to the patient, with their scores.
void give(db::Write& write, Records& group, PatientId to) {
    Scorer scorer(write);
    for (const auto& record : group) {
        std::visit(
            [&](auto one) {
                if (!std::exchange(one.voided, true)) {
                    scorer.renew(one);  // takes them out
                }
            },
            record);
    }
    db::give_to(write, group, to);
    for (auto& record : group) {
        auto kept = ConstRecord(record).kept();
        kept.patient = to.value;
        kinds::Record(record).set_kept(kept);
        if (!kept.voided) {
            std::visit([&](const auto& one) { scorer.store(one); }, record);
        }
    }
    scorer.finish();
}

// Where sessions stand now: in the course that is open there, and judged by its rules.
void settle_sessions(db::Write& write, Records& group) {
    SessionsByPatient judged;
    for (auto& record : group) {
        auto* session = std::get_if<schema::Session>(&record);
        if (session == nullptr || session->voided) {
            continue;
        }
        if (!session->course) {
            join_open_course(write.book(), *session);
            if (session->course) {
                db::update(write, *session);
            }
        }
        judged[session->patient].insert(session->id);
    }
    judge_afterwards(write, judged);
}

Patient one_in_force(const db::Book& book, PatientId id) {
    auto patient = db::find(book, id);
    if (!patient || patient->voided) {
        throw schema::changed("patient", "was entered in error", "restore the patient first");
    }
    return std::move(*patient);
}

void refuse_same(PatientId from, PatientId to) {
    if (from == to) {
        throw schema::refused("to", "is the patient whose it is already", "name the other chart");
    }
}

void refuse_impossible(const db::Book& book, const Records& records) {
    for (const auto& record : records) {
        std::visit(
            [&](const auto& one) {
                if (!one.voided) {
                    schema::refuse_any(impossible(book, one));
                    schema::refuse_any(after_departure(book, one));
                    refuse_departure_before(book, one);
                }
            },
            record);
    }
}

AnyRecord stored(const db::Book& book, const AnyRecord& which) {
    const ConstRecord named(which);
    auto record = db::find(book, named.kind(), named.kept().id);
    if (!record) {
        throw schema::missing(
            name_in_book(named),
            "there is none with this id",
            fmt::format("`needlebook {} list CHART` shows the ids", named.kind().noun));
    }
    if (is_voided(*record)) {
        throw schema::changed(name_in_book(named), "was voided", "restore it first, then move it");
    }
    return std::move(*record);
}

}  // namespace

db::Receipt move_record(db::Book& book,
                        const db::Submission& submission,
                        const AnyRecord& which,
                        PatientId to) {
    require_reason(submission);
    return commit(book, submission, [&](db::Write& write) {
        const auto first = stored(write.book(), which);
        const PatientId from(ConstRecord(first).kept().patient);
        refuse_same(from, to);
        one_in_force(write.book(), from);
        one_in_force(write.book(), to);
        auto group = with_what_refers(write.book(), first);
        for (auto& record : group) {
            if (const auto* session = std::get_if<schema::Session>(&record);
                session && !session->voided) {
                void_findings(write, *session);
            }
        }
        for (auto& record : group) {
            record =
                *db::find(write.book(), ConstRecord(record).kind(), ConstRecord(record).kept().id);
            if (forget_what_stays(group, record)) {
                db::update(write, ConstRecord(record));
            }
        }
        give(write, group, to);
        settle_sessions(write, group);
        refuse_impossible(write.book(), group);
        std::vector<Question> questions;
        for (const auto& record : group) {
            if (!is_voided(record)) {
                for (auto& twin : twins(write.book(), ConstRecord(record))) {
                    questions.push_back(std::move(twin));
                }
            }
        }
        ask_back(write, submission.confirm, std::move(questions));
        return std::to_string(ConstRecord(first).kept().id);
    });
}

db::Receipt move_score(db::Book& book,
                       const db::Submission& submission,
                       schema::Id<schema::Score> id,
                       PatientId to) {
    require_reason(submission);
    return commit(book, submission, [&](db::Write& write) {
        const auto name = fmt::format("score {}", id.value);
        auto score = db::find_score(write.book(), id);
        if (!score || score->origin) {
            throw schema::missing(
                name,
                score ? "was computed from a record: move that" : "there is none with this id",
                "`needlebook score list CHART` shows the ids");
        }
        if (score->voided) {
            throw schema::changed(name, "was voided", "restore it first, then move it");
        }
        refuse_same(score->patient, to);
        one_in_force(write.book(), score->patient);
        one_in_force(write.book(), to);
        db::give_score_to(write, *score, to);
        score->patient = to;
        ask_back(write, submission.confirm, twins(write.book(), *score));
        return std::to_string(id.value);
    });
}

namespace {

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

}  // namespace

Merging plan_merge(const db::Book& book, const Patient& from, const Patient& into) {
    Merging merging;
    const ConstRecord ours(from);
    const ConstRecord theirs(into);
    for (const auto* field : mergeable()) {
        auto there = kinds::text_of(*field, ours.get(*field));
        auto here = kinds::text_of(*field, theirs.get(*field));
        if (!there.empty() && !here.empty() && there != here) {
            merging.differences.push_back(
                {std::string(field->name), std::move(there), std::move(here)});
        }
    }
    merging.records = static_cast<int>(all_of(book, from.id).size() +
                                       db::entered_scores_of(book, from.id).size());
    return merging;
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
                "leave it out");
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

void merge_labels(db::Write& write, PatientId from, PatientId into) {
    const auto have = db::tags_of(write.book(), into);
    for (auto tag : db::tags_of(write.book(), from)) {
        const bool known = std::any_of(
            have.begin(), have.end(), [&](const auto& each) { return each.key == tag.key; });
        db::remove_tag(write, from, tag.key);
        if (!known) {
            tag.patient = into;
            db::set_tag(write, tag);
        }
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
    return commit(book, submission, [&](db::Write& write) {
        const auto source = one_in_force(write.book(), from.id);
        const auto target = one_in_force(write.book(), into.id);
        const auto result = merged(write.book(), source, target, take);
        schema::refuse_any(clinical::contradictions(result));
        auto records = all_of(write.book(), source.id);
        give(write, records, target.id);
        for (const auto& score : db::entered_scores_of(write.book(), source.id)) {
            db::give_score_to(write, score, target.id);
        }
        merge_labels(write, source.id, target.id);
        db::withdraw_link(write, source.id);
        db::set_voided(write, source.id);
        db::update(write, result);
        schema::refuse_any(impossible(write.book(), result));
        refuse_impossible(write.book(), records);
        return std::to_string(target.id.value);
    });
}

}  // namespace tracking
