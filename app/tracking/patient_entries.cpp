#include "app/tracking/patient_entries.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/tracking/commit.h"
#include "app/tracking/possibility.h"
#include "app/tracking/write.h"
#include "db/records/patient_links.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"
#include "schema/records/questionnaire.h"
#include "schema/types/text_bounds.h"

namespace tracking {

using access_control::Right;
using schema::EntryState;
using schema::PatientEntry;

namespace {

std::string entry_name(schema::Id<PatientEntry> id) {
    return fmt::format("own-entry {}", id.value);
}

bool is_empty(const PatientEntry& entry) {
    return !entry.pain && !entry.redness && !entry.days_out && !entry.dlqi && !entry.note;
}

schema::Questionnaire questionnaire_of(const PatientEntry& entry) {
    schema::Questionnaire filled;
    filled.patient = entry.patient;
    filled.on = entry.at;
    filled.which = schema::Form::dlqi;
    filled.answers = entry.dlqi;
    filled.by_patient = true;
    return filled;
}

void refuse_too_many(const db::Book& book, const PatientEntry& entry) {
    const auto all = db::records_of<PatientEntry>(book, entry.patient);
    const auto of_day = std::count_if(all.begin(), all.end(), [&](const PatientEntry& each) {
        return each.at.day() == entry.at.day();
    });
    const auto waiting = std::count_if(all.begin(), all.end(), [](const PatientEntry& each) {
        return each.state == EntryState::waiting;
    });
    if (of_day >= most_entries_a_day || waiting >= most_entries_waiting) {
        throw schema::refused("entry",
                              "there are too many of today, or too many that nobody has read yet",
                              "call the clinic")
            .as("too_many_entries");
    }
}

void refuse_untrue(const db::Book& book, const PatientEntry& entry) {
    if (is_empty(entry)) {
        throw schema::refused("entry", "says nothing", "tell at least one thing").as("empty_entry");
    }
    std::vector<schema::Problem> problems;
    if (entry.note) {
        schema::check_text("note", *entry.note, "note", problems);
    }
    schema::refuse_any(std::move(problems));
    if (entry.dlqi) {
        const auto filled = questionnaire_of(entry);
        schema::refuse_any(clinical::contradictions(filled));
        schema::refuse_any(impossible(book, filled));
    }
}

void begin_waiting(PatientEntry& entry) {
    entry.state = EntryState::waiting;
    entry.answered_by.reset();
    entry.answered_at.reset();
    if (entry.note && kinds::is_blank(*entry.note)) {
        entry.note.reset();
    }
}

// The patient's clock may be a day ahead of the clinic's.
void refuse_to_come(const PatientEntry& entry, schema::CivilTime now) {
    if (entry.at.day() > now.day().plus_days(1)) {
        throw schema::refused("at",
                              fmt::format("{} is still to come", entry.at.text()),
                              "look at the clock of the device that it was written on")
            .as("entry_to_come");
    }
}

// Whether both are what was told at one moment, whatever became of it.
bool says_the_same(const PatientEntry& one, const PatientEntry& other) {
    return one.at == other.at && one.pain == other.pain && one.redness == other.redness &&
           one.days_out == other.days_out && one.dlqi == other.dlqi && one.note == other.note;
}

PatientEntry to_answer(const db::Book& book, schema::Id<PatientEntry> id) {
    auto entry = db::find(book, id);
    if (!entry || entry->voided) {
        throw schema::missing(entry_name(id),
                              "there is none with this id",
                              "look at what waits",
                              "needlebook own-entry waiting")
            .as("gone");
    }
    if (entry->state != EntryState::waiting) {
        throw schema::changed(
            entry_name(id),
            fmt::format("was {} by \"{}\"", schema::word(entry->state), *entry->answered_by),
            "leave it, or undo that: `needlebook ledger` shows the entry")
            .as("answered_already", {{"by", *entry->answered_by}});
    }
    return std::move(*entry);
}

db::Receipt answer(db::Book& book,
                   const db::Submission& submission,
                   schema::Id<PatientEntry> id,
                   EntryState state,
                   schema::CivilTime now) {
    return commit(book, submission, Right::accept_entries, [&](db::Write& write) {
        auto entry = to_answer(write.book(), id);
        entry.state = state;
        entry.answered_by = write.grant->actor();
        entry.answered_at = now;
        db::update(write, entry);
        if (state == EntryState::accepted && entry.dlqi) {
            Scorer scorer(write);
            store(write, scorer, questionnaire_of(entry));
            scorer.finish();
        }
        write.concerns(entry.patient);
        return std::to_string(id.value);
    });
}

}  // namespace

db::Receipt send_entry(db::Book& book, const db::Submission& submission, PatientEntry entry) {
    return commit(book, submission, Right::send_own_entries, [&](db::Write& write) {
        const auto link = write.grant->link();
        if (!link) {
            throw schema::forbidden(
                "entry", "is the patient's own", "record what was seen as what it is");
        }
        entry.patient = db::find_link(write.book(), *link)->patient;
        begin_waiting(entry);
        refuse_untrue(write.book(), entry);
        refuse_too_many(write.book(), entry);
        write.concerns(entry.patient);
        return std::to_string(db::insert(write, entry).value);
    });
}

db::Receipt take_entries(db::Book& book,
                         const db::Submission& submission,
                         schema::Id<schema::Patient> patient,
                         std::vector<PatientEntry> entries,
                         schema::CivilTime now) {
    return commit(book, submission, Right::accept_entries, [&](db::Write& write) {
        auto known = db::records_of<PatientEntry>(write.book(), patient, db::Which::of_patient);
        int kept = 0;
        for (auto& entry : entries) {
            entry.patient = patient;
            begin_waiting(entry);
            refuse_untrue(write.book(), entry);
            refuse_to_come(entry, now);
            const bool is_there = std::any_of(known.begin(), known.end(), [&](const auto& each) {
                return says_the_same(each, entry);
            });
            if (!is_there) {
                db::insert(write, entry);
                known.push_back(entry);
                ++kept;
            }
        }
        if (kept == 0) {
            write.leave();
        }
        write.concerns(patient);
        return std::to_string(kept);
    });
}

db::Receipt accept_entry(db::Book& book,
                         const db::Submission& submission,
                         schema::Id<PatientEntry> id,
                         schema::CivilTime now) {
    return answer(book, submission, id, EntryState::accepted, now);
}

db::Receipt decline_entry(db::Book& book,
                          const db::Submission& submission,
                          schema::Id<PatientEntry> id,
                          schema::CivilTime now) {
    return answer(book, submission, id, EntryState::declined, now);
}

}  // namespace tracking
