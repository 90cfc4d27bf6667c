#include "app/tracking/commit.h"

#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "app/progress/cohort/aggregates.h"
#include "app/progress/cohort/cohort_member.h"
#include "app/progress/cohort/due_list.h"
#include "app/progress/cohort/load_treatments.h"
#include "app/tracking/wall_clock.h"
#include "db/records/aggregates.h"
#include "db/records/scores.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text_bounds.h"

namespace tracking {

namespace {

using PatientId = schema::Id<schema::Patient>;

class Renewal {
  public:
    explicit Renewal(db::Write& write) : write_(write) {}

    // The series with a value since that day too: how far it is from a session decides whether it
    // is judged. All of them when they are counted from another day than before.
    void treatment(PatientId patient, schema::Date since) {
        const auto history = progress::load_treatment(write_.book(), patient);
        if (!history) {
            db::remove_aggregates(write_, patient);
            return;
        }
        know(*history);
        const auto aggregate = progress::treatment_aggregate(*history);
        const auto before = db::treatment_aggregate_of(write_.book(), patient);
        if (before != aggregate) {
            db::put_aggregate(write_, aggregate);
        }
        const bool began_elsewhen = !before || before->began != aggregate.began;
        const auto first = began_elsewhen ? schema::Date() : since;
        for (const auto& key : db::series_since(write_.book(), patient, first)) {
            series(key);
        }
    }
    void series(const db::SeriesKey& key) {
        const auto& known = treatment_of(key.patient);
        if (!known || !renewed_.insert(key).second) {
            return;  // of a patient entered in error, or done
        }
        const auto aggregate = progress::load_series_aggregate(
            write_.book(), key, progress::context_of(scales(), key.instrument, *known));
        aggregate ? db::put_aggregate(write_, *aggregate) : db::remove_aggregate(write_, key);
    }
    void everything() {
        db::clear_aggregates(write_);
        progress::for_each_treatment(
            write_.book(), schema::Date::last(), [&](const progress::History& history) {
                db::put_aggregate(write_, progress::treatment_aggregate(history));
                renew_due(history);
                all_series(history.patient.id, progress::treatment_of(history));
            });
    }

  private:
    const progress::Scales& scales() {
        if (!scales_) {
            scales_ = progress::load_scales(write_.book());
        }
        return *scales_;
    }
    // Of the patient whose series come one after the other; read once.
    const std::optional<progress::Treatment>& treatment_of(PatientId patient) {
        if (patient != patient_) {
            if (const auto history = progress::load_treatment(write_.book(), patient)) {
                know(*history);
            } else {
                patient_ = patient;
                treatment_.reset();
            }
        }
        return treatment_;
    }
    // When they are due rests on the days of the values too, so that it is renewed with these.
    void know(const progress::History& history) {
        patient_ = history.patient.id;
        treatment_ = progress::treatment_of(history);
        renew_due(history);
    }
    void renew_due(const progress::History& history) {
        const auto due = progress::load_due_aggregate(write_.book(), history);
        if (db::find_due(write_.book(), history.patient.id) == due) {
            return;
        }
        if (due) {
            db::put_due(write_, *due);
        } else {
            db::remove_due(write_, history.patient.id);
        }
    }
    void all_series(PatientId patient, const progress::Treatment& treatment) {
        for (const auto& aggregate :
             progress::load_series_aggregates(write_.book(), patient, scales(), treatment)) {
            if (db::find_aggregate(write_.book(), aggregate.key) != aggregate) {
                db::put_aggregate(write_, aggregate);
            }
        }
    }

    db::Write& write_;
    std::set<db::SeriesKey> renewed_;
    std::optional<progress::Scales> scales_;
    PatientId patient_{};
    std::optional<progress::Treatment> treatment_;
};

void renew(db::Write& write, bool were_current) {
    const auto dirty = std::exchange(write.dirty, {});
    Renewal renewal(write);
    if (dirty.scales || !were_current) {
        renewal.everything();
    } else {
        for (const auto& [patient, since] : dirty.treatments) {
            renewal.treatment(patient, since);
        }
        for (const auto& key : dirty.series) {
            renewal.series(key);
        }
    }
    db::stamp_aggregates(write, progress::aggregate_method);
}

schema::Problem wrong(std::string where) {
    return {std::move(where),
            "what the results of the clinic are made from is not as computed anew",
            "restore a backup, or correct any record of the patient with a reason"};
}

access_control::Grant allowed(const db::Book& book,
                              const db::Submission& submission,
                              access_control::Right right) {
    auto grant = grant_of(book, submission);
    access_control::require(grant, right);
    return grant;
}

}  // namespace

access_control::Grant grant_of(const db::Book& book, const db::Submission& submission) {
    return submission.grant ? access_control::renewed(book, *submission.grant, moment_now())
                            : access_control::authorise_local(book, submission.actor);
}

void require(const db::Write& write, access_control::Right right) {
    if (!write.grant) {
        throw std::logic_error("a write for nobody");
    }
    access_control::require(*write.grant, right);
}

db::Receipt commit(db::Book& book,
                   const db::Submission& submission,
                   access_control::Right right,
                   const std::function<std::string(db::Write&)>& work) {
    std::vector<schema::Problem> problems;
    schema::check_text("actor", submission.actor, "actor", problems);
    schema::check_text("reason", submission.reason.value_or(""), "reason", problems);
    schema::check_text("submission", submission.key.value_or(""), "key", problems);
    schema::refuse_any(std::move(problems));
    auto granted = submission;
    granted.actor = allowed(book, submission, right).actor();
    return db::transact(book, granted, [&](db::Write& write) {
        // As it holds now that nobody else writes.
        write.grant =
            std::make_shared<const access_control::Grant>(allowed(book, submission, right));
        const bool were_current = db::aggregates_are_current(book, progress::aggregate_method);
        auto answer = work(write);
        if (!write.is_left()) {
            renew(write, were_current);
        }
        return answer;
    });
}

void require_reason(const db::Submission& submission) {
    if (kinds::is_blank(submission.reason.value_or(""))) {
        throw schema::refused(
            "reason", "is missing", "say why, for the ledger", "--reason \"misread\"")
            .as("reason_missing");
    }
}

std::vector<schema::Problem> aggregate_problems(const db::Book& book) {
    std::vector<schema::Problem> problems;
    if (!db::aggregates_are_current(book, progress::aggregate_method)) {
        return problems;
    }
    const auto scales = progress::load_scales(book);
    std::int64_t series = 0;
    std::int64_t with_a_course = 0;
    int patients = 0;
    progress::for_each_treatment(book, schema::Date::last(), [&](const progress::History& history) {
        const auto id = history.patient.id;
        const auto due = progress::load_due_aggregate(book, history);
        bool right =
            db::treatment_aggregate_of(book, id) == progress::treatment_aggregate(history) &&
            db::find_due(book, id) == due;
        with_a_course += due ? 1 : 0;
        for (const auto& each :
             progress::load_series_aggregates(book, id, scales, progress::treatment_of(history))) {
            right = right && db::find_aggregate(book, each.key) == each;
            ++series;
        }
        ++patients;
        if (!right) {
            problems.push_back(wrong(fmt::format("patient {}", id.value)));
        }
    });
    // Every due one is there; more than those would be of nobody.
    if (problems.empty() && (db::count_series_aggregates(book) != series ||
                             db::count_due_aggregates(book) != with_a_course ||
                             db::treatment_totals(book).patients != patients)) {
        problems.push_back(wrong("aggregates"));
    }
    return problems;
}

}  // namespace tracking
