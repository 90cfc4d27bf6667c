#include "app/tracking/move.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/tracking/commit.h"
#include "app/tracking/given_records.h"
#include "app/tracking/open_course.h"
#include "app/tracking/questions.h"
#include "app/tracking/safety.h"
#include "app/tracking/twins.h"
#include "db/records/records.h"
#include "db/records/scores.h"

namespace tracking {

using access_control::Right;

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
    for (auto& record : every_record_of(book, PatientId(ConstRecord(first).kept().patient))) {
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
    }
    return !stays.empty();
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

AnyRecord stored(const db::Book& book, const AnyRecord& which) {
    const ConstRecord named(which);
    auto record = db::find(book, named.kind(), named.kept().id);
    if (!record) {
        throw schema::missing(
            name_in_book(named),
            "there is none with this id",
            fmt::format("`needlebook {} list CHART` shows the ids", named.kind().noun))
            .as("gone");
    }
    if (is_voided(*record)) {
        throw schema::changed(name_in_book(named), "was voided", "restore it first, then move it")
            .as("voided");
    }
    return std::move(*record);
}

}  // namespace

db::Receipt move_record(db::Book& book,
                        const db::Submission& submission,
                        const AnyRecord& which,
                        PatientId to) {
    require_reason(submission);
    return commit(book, submission, Right::void_others, [&](db::Write& write) {
        const auto first = stored(write.book(), which);
        const PatientId from(ConstRecord(first).kept().patient);
        refuse_same(from, to);
        patient_in_force(write.book(), from);
        patient_in_force(write.book(), to);
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
    return commit(book, submission, Right::void_others, [&](db::Write& write) {
        const auto name = fmt::format("score {}", id.value);
        auto score = db::find_score(write.book(), id);
        if (!score || score->origin) {
            throw schema::missing(
                name,
                score ? "was computed from a record: move that" : "there is none with this id",
                "`needlebook score list CHART` shows the ids")
                .as("gone");
        }
        if (score->voided) {
            throw schema::changed(name, "was voided", "restore it first, then move it")
                .as("voided");
        }
        refuse_same(score->patient, to);
        patient_in_force(write.book(), score->patient);
        patient_in_force(write.book(), to);
        db::give_score_to(write, *score, to);
        score->patient = to;
        ask_back(write, submission.confirm, twins(write.book(), *score));
        return std::to_string(id.value);
    });
}

}  // namespace tracking
