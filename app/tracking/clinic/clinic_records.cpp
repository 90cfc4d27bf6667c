#include "app/tracking/clinic/clinic_records.h"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/clinical/safety/depth_profile.h"
#include "app/clinical/safety/situation.h"
#include "app/tracking/commit.h"
#include "app/tracking/plausibility.h"
#include "app/tracking/possibility.h"
#include "app/tracking/questions.h"
#include "app/tracking/twins.h"
#include "app/tracking/wall_clock.h"
#include "db/records/clinic.h"
#include "db/records/consents.h"
#include "db/records/profile.h"
#include "db/records/records.h"
#include "schema/kinds/correction.h"
#include "schema/types/error.h"
#include "schema/types/folding.h"
#include "schema/types/text.h"

namespace tracking {

namespace {

using access_control::Right;
using schema::ClinicRecord;
using schema::ConsentForm;
using schema::Problem;
using schema::Protocol;
using schema::Stock;

template <class Record>
Right right_to_write() {
    return std::is_same_v<Record, Stock> ? Right::write_observations : Right::change_settings;
}
template <class Record>
Right right_to_void() {
    return std::is_same_v<Record, Stock> ? Right::void_others : Right::change_settings;
}

template <class Record>
std::string clinic_record_name(schema::Id<Record> id) {
    return fmt::format("{} {}", schema::Description<Record>::noun, id.value);
}

template <class Record>
Record clinic_record(const db::Book& book, schema::Id<Record> id, bool voided) {
    auto record = db::find(book, id);
    if (!record) {
        throw schema::missing(clinic_record_name(id),
                              "there is none with this id",
                              fmt::format("`needlebook {} list --voided` shows the ids",
                                          schema::Description<Record>::noun))
            .as("gone");
    }
    if (record->voided != voided) {
        throw schema::changed(clinic_record_name(id),
                              voided ? "is not voided" : "was voided",
                              voided ? "leave it: it counts"
                                     : fmt::format("bring it back: `needlebook {} restore {} "
                                                   "--reason …`",
                                                   schema::Description<Record>::noun,
                                                   id.value))
            .as(voided ? "not_voided" : "voided");
    }
    return std::move(*record);
}

void check_name(const db::Book& book, const Protocol& protocol, std::vector<Problem>& problems) {
    for (const auto& other : db::records_of<Protocol>(book, {})) {
        if (other.id != protocol.id &&
            schema::folded(other.name) == schema::folded(protocol.name)) {
            problems.push_back(schema::Problem{
                "protocol",
                fmt::format("name \"{}\" is taken by protocol {}", protocol.name, other.id.value),
                "choose another name, or correct that one"}
                                   .as("name_taken", {{"name", protocol.name}}));
        }
    }
}

void check_depths(const db::Book& book, const Protocol& protocol, std::vector<Problem>& problems) {
    const auto own = db::profile_rows<schema::DepthLimit>(book);
    for (const auto& area : protocol.areas) {
        const auto said = fmt::format(
            "{}: depth_mm {}", schema::word(area.region), schema::number_text(area.depth_mm));
        const auto reach = usual_depth(protocol.device, area.region).high;
        if (area.depth_mm > reach) {
            problems.push_back(
                schema::Problem{"protocol",
                                fmt::format("{} is deeper than device {} goes there, {} mm",
                                            said,
                                            schema::word(protocol.device),
                                            schema::number_text(reach)),
                                "correct the depth or the device"}
                    .as("depth_of_device",
                        {{"region", schema::word_name(schema::word(area.region))},
                         {"depth", schema::exact(area.depth_mm)},
                         {"most", schema::exact(reach)}}));
        }
        const schema::DepthLimit place{
            .region = area.region,
            .fitzpatrick = std::nullopt,
            .radiofrequency = clinical::is_radiofrequency(protocol.device),
            .max_mm = std::nullopt,
            .source = {}};
        for (const auto& limit : own) {
            if (limit.is_same_place(place) && limit.max_mm && area.depth_mm > *limit.max_mm) {
                problems.push_back(
                    schema::Problem{"protocol",
                                    fmt::format("{} is beyond the clinic's limit of {} mm",
                                                said,
                                                schema::number_text(*limit.max_mm)),
                                    "correct the depth, or set the limit anew"}
                        .as("depth_of_clinic",
                            {{"region", schema::word_name(schema::word(area.region))},
                             {"depth", schema::exact(area.depth_mm)},
                             {"most", schema::exact(*limit.max_mm)}}));
            }
        }
    }
}

void refuse_untrue(const db::Book& book, const Stock& stock) {
    schema::refuse_any(clinical::contradictions(stock));
    schema::refuse_any(impossible(book, stock));
}

void refuse_untrue(const db::Book& book, const Protocol& protocol) {
    schema::refuse_any(clinical::contradictions(protocol));
    std::vector<Problem> problems;
    check_name(book, protocol, problems);
    check_depths(book, protocol, problems);
    schema::refuse_any(std::move(problems));
}

void refuse_untrue(const db::Book& book, const ConsentForm& form) {
    auto problems = clinical::contradictions(form);
    for (const auto& other : db::records_of<ConsentForm>(book, {})) {
        if (other.id != form.id && schema::folded(other.name) == schema::folded(form.name) &&
            schema::folded(other.edition) == schema::folded(form.edition)) {
            problems.push_back(
                schema::Problem{"consent-form",
                                fmt::format("\"{}\" has an edition {} already: consent-form {}",
                                            form.name,
                                            form.edition,
                                            other.id.value),
                                "give the new text another edition"}
                    .as("edition_taken", {{"name", form.name}, {"edition", form.edition}}));
        }
    }
    schema::refuse_any(std::move(problems));
}

// What was signed says its words itself; that the form says others would still mislead.
void refuse_other_words(const db::Book& book, const ConsentForm& before, const ConsentForm& after) {
    const bool same = before.text_en == after.text_en && before.text_ar == after.text_ar &&
                      before.scope == after.scope && before.name == after.name &&
                      before.edition == after.edition;
    if (!same && db::was_signed(book, before)) {
        throw schema::refused("consent-form",
                              "was signed by patients, and its words stay",
                              "add a new edition of it, and void this one")
            .as("form_signed");
    }
}
void refuse_other_words(const db::Book&, const Stock&, const Stock&) {}
void refuse_other_words(const db::Book&, const Protocol&, const Protocol&) {}

template <class Record>
std::vector<Question> clinic_questions(const db::Book& book, const Record& record) {
    auto questions = implausible(book, record, today_in(db::read_clinic(book).time_zone));
    for (const auto& other : db::records_of<Record>(book, {})) {
        if (other.id != record.id && are_twins(record, other)) {
            questions.push_back(twin_question(record, other));
        }
    }
    return questions;
}

template <class Record>
schema::Id<Record> store_of_clinic(db::Write& write, const Record& record) {
    refuse_untrue(write.book(), record);
    return db::insert(write, record);
}

template <class Record>
std::string put_new(db::Write& write, Record record, const std::vector<std::string>& confirm) {
    record.id = store_of_clinic(write, record);
    ask_back(write, confirm, clinic_questions(write.book(), record));
    return std::to_string(record.id.value);
}

template <class Record>
std::string put_corrected(db::Write& write,
                          const Record& corrected,
                          const std::vector<std::string>& confirm) {
    const auto before = clinic_record(write.book(), corrected.id, false);
    if (before.version != corrected.version) {
        throw schema::changed(
            clinic_record_name(corrected.id),
            fmt::format("is of version {} now, not {}: someone corrected it meanwhile",
                        before.version,
                        corrected.version),
            "look at it again, then correct it")
            .as("changed");
    }
    if (kinds::differences(before, corrected).empty()) {
        write.leave();
        return std::to_string(corrected.id.value);
    }
    const auto asked_before = clinic_questions(write.book(), before);
    refuse_untrue(write.book(), corrected);
    refuse_other_words(write.book(), before, corrected);
    db::update(write, corrected);
    ask_back(write, confirm, brought(clinic_questions(write.book(), corrected), asked_before));
    return std::to_string(corrected.id.value);
}

template <class Record>
std::string bring_back(db::Write& write,
                       schema::Id<Record> id,
                       const std::vector<std::string>& confirm) {
    const auto record = clinic_record(write.book(), id, true);
    refuse_untrue(write.book(), record);
    db::set_voided(write, id, false);
    ask_back(write, confirm, clinic_questions(write.book(), record));
    return std::to_string(id.value);
}

}  // namespace

template <>
schema::Id<Stock> store(db::Write& write, Scorer&, Stock stock) {
    return store_of_clinic(write, stock);
}

template <>
schema::Id<Protocol> store(db::Write& write, Scorer&, Protocol protocol) {
    return store_of_clinic(write, protocol);
}

template <>
schema::Id<ConsentForm> store(db::Write& write, Scorer&, ConsentForm form) {
    return store_of_clinic(write, form);
}

db::Receipt record(db::Book& book, const db::Submission& submission, const ClinicRecord& any) {
    return std::visit(
        [&]<class Record>(const Record& one) {
            return commit(book, submission, right_to_write<Record>(), [&](db::Write& write) {
                return put_new(write, one, submission.confirm);
            });
        },
        any);
}

db::Receipt correct(db::Book& book, const db::Submission& submission, const ClinicRecord& any) {
    require_reason(submission);
    return std::visit(
        [&]<class Record>(const Record& one) {
            return commit(book, submission, right_to_write<Record>(), [&](db::Write& write) {
                return put_corrected(write, one, submission.confirm);
            });
        },
        any);
}

db::Receipt void_record(db::Book& book,
                        const db::Submission& submission,
                        const ClinicRecord& which) {
    require_reason(submission);
    return std::visit(
        [&]<class Record>(const Record& one) {
            return commit(book, submission, right_to_void<Record>(), [&](db::Write& write) {
                clinic_record(write.book(), one.id, false);
                db::set_voided(write, one.id);
                return std::to_string(one.id.value);
            });
        },
        which);
}

db::Receipt restore_record(db::Book& book,
                           const db::Submission& submission,
                           const ClinicRecord& which) {
    require_reason(submission);
    return std::visit(
        [&]<class Record>(const Record& one) {
            return commit(book, submission, right_to_void<Record>(), [&](db::Write& write) {
                return bring_back(write, one.id, submission.confirm);
            });
        },
        which);
}

}  // namespace tracking
