#include "app/tracking/write.h"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/tracking/commit.h"
#include "app/tracking/departure.h"
#include "app/tracking/open_course.h"
#include "app/tracking/people/recorder.h"
#include "app/tracking/possibility.h"
#include "app/tracking/questions.h"
#include "app/tracking/safety.h"
#include "app/tracking/visit/kept_appointment.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "schema/kinds/correction.h"
#include "schema/types/error.h"

namespace tracking {

using access_control::Right;

namespace {

template <class Record>
constexpr bool is_patient = std::is_same_v<Record, schema::Patient>;

template <class Record>
std::string name_of(schema::Id<Record> id) {
    return fmt::format("{} {}", schema::Description<Record>::noun, id.value);
}

void refuse_taken_chart(const db::Book& book, const schema::Patient& patient) {
    if (db::holder_of_chart(book, patient)) {
        throw schema::changed(
            "patient",
            fmt::format("chart \"{}\" is taken", patient.chart),
            fmt::format("choose another chart number, or correct the patient: `needlebook patient "
                        "correct {}`",
                        patient.chart))
            .as("chart_taken", {{"chart", patient.chart}});
    }
}

template <class Record>
Record stored(const db::Book& book, schema::Id<Record> id) {
    auto record = db::find(book, id);
    if (!record) {
        throw schema::missing(name_of(id),
                              "there is none with this id",
                              fmt::format("`needlebook {} list CHART` shows the ids",
                                          schema::Description<Record>::noun))
            .as("gone");
    }
    if (record->voided) {
        throw schema::changed(name_of(id),
                              "was voided",
                              fmt::format("bring it back: `needlebook {} restore {} --reason …`",
                                          schema::Description<Record>::noun,
                                          id.value))
            .as("voided");
    }
    if constexpr (!is_patient<Record>) {
        if (const auto owner = db::find(book, record->patient); owner && owner->voided) {
            throw schema::changed(name_of(id),
                                  "is of a patient who was entered in error",
                                  "record it for the right patient")
                .as("patient_voided");
        }
    }
    return std::move(*record);
}

template <class Record>
void void_one(db::Write& write, Scorer& scorer, Record record) {
    db::set_voided(write, record.id);
    if constexpr (std::is_same_v<Record, schema::Session>) {
        void_findings(write, record);
    }
    record.voided = true;
    scorer.renew(record);
}

}  // namespace

template <class Record>
schema::Id<Record> store(db::Write& write, Scorer& scorer, Record record) {
    schema::refuse_any(clinical::contradictions(record));
    schema::refuse_any(after_departure(write.book(), record));
    schema::refuse_any(impossible(write.book(), record));
    if constexpr (std::is_same_v<Record, schema::Session>) {
        join_open_course(write.book(), record);
    }
    record.id = db::insert(write, record);
    refuse_departure_before(write.book(), record);
    scorer.store(record);
    return record.id;
}

namespace {

// The scores are left to the caller.
template <class Record>
void put_in_place(db::Write& write, const Record& before, const Record& corrected) {
    schema::refuse_any(clinical::contradictions(corrected));
    schema::refuse_any(
        brought(impossible(write.book(), corrected), impossible(write.book(), before)));
    if constexpr (is_patient<Record>) {
        if (corrected.chart != before.chart) {
            refuse_taken_chart(write.book(), corrected);
        }
    }
    db::update(write, corrected);
    schema::refuse_any(after_departure(write.book(), corrected));
    refuse_departure_before(write.book(), corrected);
}

}  // namespace

template <class Record>
Record correct_in(db::Write& write, Scorer& scorer, const Record& corrected) {
    auto before = stored(write.book(), corrected.id);
    if (before.version != corrected.version) {
        throw schema::changed(
            name_of(corrected.id),
            fmt::format("is of version {} now, not {}: someone corrected it meanwhile",
                        before.version,
                        corrected.version),
            "look at it again, then correct it")
            .as("changed");
    }
    if (!kinds::differences(before, corrected).empty()) {
        put_in_place(write, before, corrected);
        scorer.renew(before);  // a mean over regions at the time it had before
        scorer.renew(corrected);
    }
    return before;
}

namespace {

template <class Record>
Record replace(db::Write& write, const Record& corrected) {
    Scorer scorer(write);
    auto before = correct_in(write, scorer, corrected);
    if (kinds::differences(before, corrected).empty()) {
        write.leave();
        return before;
    }
    write.concerns(schema::owner_of(before));
    scorer.finish();
    return before;
}

using Findings = std::vector<clinical::Finding>;

// Stored before anything is asked, so that what cannot be true is refused first; a refusal undoes
// it all.
template <class Record>
Findings record_one(db::Write& write,
                    Record& record,
                    const std::vector<std::string>& confirm,
                    const Overrides& overrides) {
    if constexpr (is_patient<Record>) {
        refuse_taken_chart(write.book(), record);
    }
    Scorer scorer(write);
    record.id = store(write, scorer, record);
    scorer.finish();
    ask_back(write, confirm, questions_of(write.book(), record));
    write.concerns(schema::owner_of(record));
    if constexpr (std::is_same_v<Record, schema::Session>) {
        return ask(write, record, overrides);
    }
    return {};
}

template <class Record>
Findings correct_one(db::Write& write,
                     const Record& corrected,
                     const std::vector<std::string>& confirm,
                     const Overrides& overrides) {
    const auto before = replace(write, corrected);
    if (!write.is_left()) {
        ask_back(
            write,
            confirm,
            brought(questions_of(write.book(), corrected), questions_of(write.book(), before)));
    }
    if constexpr (std::is_same_v<Record, schema::Session>) {
        return ask_again(write, before, corrected, overrides);
    }
    return {};
}

}  // namespace

db::Receipt record(db::Book& book, const db::Submission& submission, const schema::AnyRecord& any) {
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        return std::visit(
            [&](auto one) {
                name_rater(one, write.grant->actor());
                record_one(write, one, submission.confirm, {});
                return std::to_string(one.id.value);
            },
            any);
    });
}

RecordedSession record_session(db::Book& book,
                               const db::Submission& submission,
                               const schema::Session& session,
                               const Overrides& overrides) {
    RecordedSession recorded;
    recorded.receipt = commit(book, submission, Right::write_observations, [&](db::Write& write) {
        auto one = session;
        keep_appointment(write, one.patient, one.at);
        recorded.findings = record_one(write, one, submission.confirm, overrides);
        return std::to_string(one.id.value);
    });
    return recorded;
}

db::Receipt correct(db::Book& book,
                    const db::Submission& submission,
                    const schema::AnyRecord& any) {
    require_reason(submission);
    return end(book, submission, any);
}

db::Receipt end(db::Book& book, const db::Submission& submission, const schema::AnyRecord& any) {
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        return std::visit(
            [&](const auto& one) {
                correct_one(write, one, submission.confirm, {});
                return std::to_string(one.id.value);
            },
            any);
    });
}

RecordedSession correct_session(db::Book& book,
                                const db::Submission& submission,
                                const schema::Session& corrected,
                                const Overrides& overrides) {
    require_reason(submission);
    RecordedSession recorded;
    recorded.receipt = commit(book, submission, Right::write_observations, [&](db::Write& write) {
        recorded.findings = correct_one(write, corrected, submission.confirm, overrides);
        return std::to_string(corrected.id.value);
    });
    return recorded;
}

template <class Record>
void void_own_in(db::Write& write, Scorer& scorer, schema::Id<Record> id) {
    const auto record = stored(write.book(), id);
    require_own_row(write, kinds::of<Record>().table, id.value, schema::owner_of(record));
    void_one(write, scorer, record);
}

db::Receipt void_record(db::Book& book,
                        const db::Submission& submission,
                        const schema::AnyRecord& which) {
    require_reason(submission);
    return commit(book, submission, Right::void_own, [&](db::Write& write) {
        return std::visit(
            [&](const auto& one) {
                const auto record = stored(write.book(), one.id);
                Scorer scorer(write);
                void_own_in(write, scorer, one.id);
                scorer.finish();
                write.concerns(schema::owner_of(record));
                return std::to_string(one.id.value);
            },
            which);
    });
}

void correct_in(db::Write& write, const schema::Patient& corrected) {
    put_in_place(write, stored(write.book(), corrected.id), corrected);
}

void void_in(db::Write& write, Scorer& scorer, const schema::AnyRecord& which) {
    std::visit([&](const auto& one) { void_one(write, scorer, one); }, which);
}

// One for every kind of record.
template <class... Record>
constexpr auto stores(std::variant<Record...>*) {
    return std::tuple{&store<Record>..., &correct_in<Record>..., &void_own_in<Record>...};
}

// Kept by the compiler although not all are called here: imports and visits do.
[[gnu::used]] const auto every_kind = stores(static_cast<schema::AnyRecord*>(nullptr));

}  // namespace tracking
