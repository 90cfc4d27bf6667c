#include "app/tracking/visit/visit.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/tracking/commit.h"
#include "app/tracking/possibility.h"
#include "app/tracking/questions.h"
#include "app/tracking/safety.h"
#include "app/tracking/scoring.h"
#include "app/tracking/visit/kept_appointment.h"
#include "app/tracking/write.h"
#include "db/records/records.h"
#include "schema/kinds/correction.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace tracking {

namespace {

using schema::AnyRecord;
using schema::Problem;
using schema::Session;

// "areas[0].depth_mm" as a pointer has it: areas/0/depth_mm.
std::string pointer_of(std::string_view place) {
    std::string pointer;
    for (const char each : place) {
        if (each == '.' || each == '[') {
            pointer += '/';
        } else if (each != ']') {
            pointer += each;
        }
    }
    return pointer;
}

void refuse_what_no_visit_has(const Visit& visit) {
    std::vector<Problem> problems;
    if (visit.records.empty()) {
        problems.push_back(
            schema::Problem{"visit", "holds no record", "give at least one: {\"acne\": {…}}"}.as(
                "visit_empty"));
    }
    int sessions = 0;
    for (const auto& each : visit.records) {
        const kinds::ConstRecord one(each.record);
        if (!one.kind().is_entered_as_others() || one.kind().owner != schema::Owner::patient) {
            problems.push_back(
                {each.name, "is nothing that a visit records", "leave it out: it has its own way"});
        }
        sessions += std::holds_alternative<Session>(each.record) && !each.taken_out ? 1 : 0;
    }
    if (sessions > 1) {
        problems.push_back(
            {"session", "is given more than once", "record further sessions by themselves"});
    }
    schema::refuse_any(std::move(problems));
}

bool is_in_book(const OfVisit& each) {
    return kinds::ConstRecord(each.record).kept().id != 0;
}

class VisitRecorder {
  public:
    VisitRecorder(db::Write& write, Visit& visit) : write_(write), visit_(visit), scorer_(write) {
        for (const auto& each : visit.records) {
            if (is_in_book(each)) {
                known_.insert(each.name);
            }
        }
        const auto* session = session_of(visit);
        if (session != nullptr && is_in_book(*session)) {
            session_ = std::get<Session>(session->record).id;
            if (const auto before = db::find(write.book(), *session_)) {
                said_ = what_rules_say(write.book(), *before);
            }
        }
    }

    // What is taken out first, so that nothing is held against it.
    void store_all() {
        std::vector<Problem> problems;
        for (const bool taken_out : {true, false}) {
            for (auto& each : visit_.records) {
                if (each.taken_out == taken_out) {
                    store_noting(each, problems);
                }
            }
        }
        schema::refuse_any(std::move(problems));
        scorer_.finish();
    }
    void ask_of_all(const std::vector<std::string>& confirm) {
        std::vector<Question> questions;
        for (const auto& each : visit_.records) {
            for (auto& question : questions_now(each)) {
                question.record = each.name;
                questions.push_back(std::move(question));
            }
        }
        ask_back(write_, confirm, std::move(questions));
    }
    void ask_the_rules() {
        const auto* session = session_of(visit_);
        if (session == nullptr) {
            return;
        }
        const auto& one = std::get<Session>(session->record);
        try {
            if (said_) {
                ask_again(write_, *said_, one, visit_.overrides);
            } else {
                ask(write_, one, visit_.overrides);
            }
        } catch (const Unanswered&) {
            throw;
        } catch (const schema::Error& error) {
            std::vector<Problem> problems;
            for (const auto& problem : error.problems()) {
                problems.push_back(within_visit(*session, problem));
            }
            throw schema::Error(error.fault(), std::move(problems));
        }
    }
    bool has_changed() const { return has_changed_; }
    std::string names() const {
        std::vector<std::string> names;
        for (const auto& each : visit_.records) {
            const kinds::ConstRecord one(each.record);
            names.push_back(fmt::format("{} {}", one.kind().noun, one.kept().id));
        }
        return fmt::format("{}", fmt::join(names, ", "));
    }

  private:
    void store_noting(OfVisit& each, std::vector<Problem>& problems) {
        try {
            std::visit(
                [&](auto& one) {
                    if (each.taken_out) {
                        void_own_in(write_, scorer_, one.id);
                        has_changed_ = true;
                    } else if (one.id.value != 0) {
                        change_one(each, one);
                    } else {
                        store_one(each, one);
                        has_changed_ = true;
                    }
                },
                each.record);
        } catch (const schema::Error& error) {
            if (error.fault() != schema::Fault::refused) {
                throw;
            }
            for (const auto& problem : error.problems()) {
                problems.push_back(within_visit(each, problem));
            }
        }
    }
    template <class Record>
    void store_one(const OfVisit& each, Record& one) {
        name_rater(one, write_.grant->actor());
        if constexpr (std::is_same_v<Record, schema::Application>) {
            if (each.joins_session && session_) {
                one.session = session_;
            }
        }
        one.id = store(write_, scorer_, one);
        if constexpr (std::is_same_v<Record, Session>) {
            session_ = one.id;
        }
    }
    template <class Record>
    void change_one(const OfVisit& each, const Record& one) {
        const auto before = correct_in(write_, scorer_, one);
        if (!kinds::differences(before, one).empty()) {
            has_changed_ = true;
            before_.emplace(each.name, before);
        }
    }
    // Of what is in the book already only what its correction brings.
    std::vector<Question> questions_now(const OfVisit& each) {
        if (each.taken_out) {
            return {};
        }
        if (const auto before = before_.find(each.name); before != before_.end()) {
            return brought(questions_of(write_.book(), each.record),
                           questions_of(write_.book(), before->second));
        }
        return known_.contains(each.name) ? std::vector<Question>{}
                                          : questions_of(write_.book(), each.record);
    }

    db::Write& write_;
    Visit& visit_;
    Scorer scorer_;
    std::optional<schema::Id<Session>> session_{};
    std::optional<std::vector<clinical::Finding>> said_{};  // of the session before
    std::map<std::string, AnyRecord> before_{};             // of those that differ, by name
    std::set<std::string> known_{};                         // those that are in the book
    bool has_changed_ = false;
};

// The day on which the patient was seen: that of the session, else of what was observed or done.
// Nothing of a visit that tells of no day, as one that only notes a condition.
std::optional<schema::CivilTime> seen_at(const Visit& visit) {
    if (const auto* session = session_of(visit)) {
        return std::get<Session>(session->record).at;
    }
    std::optional<schema::CivilTime> last;
    for (const auto& each : visit.records) {
        if (!is_in_book(each) && !std::holds_alternative<schema::Appointment>(each.record)) {
            for (const auto& day : days_of(kinds::ConstRecord(each.record))) {
                const auto& facets = day.field->facets;
                if (facets.role == schema::Role::when && !facets.planned && day.first == day.last) {
                    last = std::max(last, std::optional(schema::CivilTime(day.first)));
                }
            }
        }
    }
    return last;
}

std::string written(db::Write& write, Visit& visit, const std::vector<std::string>& confirm) {
    VisitRecorder recorder(write, visit);
    recorder.store_all();
    if (!recorder.has_changed()) {
        write.leave();
        return recorder.names();
    }
    recorder.ask_of_all(confirm);
    write.concerns(visit.patient);
    recorder.ask_the_rules();
    return recorder.names();
}

}  // namespace

Visit in_order(Visit visit) {
    std::stable_sort(
        visit.records.begin(), visit.records.end(), [](const OfVisit& a, const OfVisit& b) {
            return a.record.index() < b.record.index();
        });
    for (auto& each : visit.records) {
        const kinds::Record one(each.record);
        auto kept = one.kept();
        kept.patient = visit.patient.value;
        one.set_kept(kept);
    }
    return visit;
}

const OfVisit* session_of(const Visit& visit) {
    const auto found =
        std::find_if(visit.records.begin(), visit.records.end(), [](const OfVisit& each) {
            return std::holds_alternative<Session>(each.record) && !each.taken_out;
        });
    return found == visit.records.end() ? nullptr : &*found;
}

Problem within_visit(const OfVisit& which, Problem problem) {
    constexpr std::string_view override_of = "override ";
    const auto noun = kinds::ConstRecord(which.record).kind().noun;
    auto& where = problem.where;
    if (where == noun || where.starts_with(fmt::format("{} ", noun)) || where == which.name) {
        where = which.name;
    } else if (where.starts_with(override_of)) {
        where = fmt::format("{}/overrides/{}", which.name, where.substr(override_of.size()));
    } else {
        where = fmt::format("{}/{}", which.name, pointer_of(where));
    }
    return problem;
}

db::Receipt record_visit(db::Book& book, const db::Submission& submission, Visit visit) {
    refuse_what_no_visit_has(visit);
    visit = in_order(std::move(visit));
    return commit(
        book, submission, access_control::Right::write_observations, [&](db::Write& write) {
            const auto seen = seen_at(visit);
            if (seen) {
                keep_appointment(write, visit.patient, *seen);
            }
            return written(write, visit, submission.confirm);
        });
}

db::Receipt correct_visit(db::Book& book, const db::Submission& submission, Visit visit) {
    require_reason(submission);
    refuse_what_no_visit_has(visit);
    visit = in_order(std::move(visit));
    return commit(
        book, submission, access_control::Right::write_observations, [&](db::Write& write) {
            const bool takes_out = std::any_of(visit.records.begin(),
                                               visit.records.end(),
                                               [](const OfVisit& each) { return each.taken_out; });
            if (takes_out) {
                require(write, access_control::Right::void_own);
            }
            return written(write, visit, submission.confirm);
        });
}

std::vector<schema::RecordName> written_at_visit(const std::string& answer) {
    std::vector<schema::RecordName> written;
    for (const auto piece : schema::split(answer, ',')) {
        const auto name = schema::RecordName::read(piece.substr(piece.starts_with(' ') ? 1 : 0));
        if (!name) {
            throw schema::damaged(
                "ledger", "the answer to this visit names no records", "run `needlebook check`");
        }
        written.push_back(*name);
    }
    return written;
}

}  // namespace tracking
