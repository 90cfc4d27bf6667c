#include "app/tracking/visit.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/clinical/contradictions.h"
#include "app/clinical/safety/assessment.h"
#include "app/tracking/commit.h"
#include "app/tracking/departure.h"
#include "app/tracking/possibility.h"
#include "app/tracking/questions.h"
#include "app/tracking/safety.h"
#include "app/tracking/scoring.h"
#include "app/tracking/write.h"
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

// What a record refers to comes before it.
void put_in_order(Visit& visit) {
    std::stable_sort(
        visit.records.begin(), visit.records.end(), [](const OfVisit& a, const OfVisit& b) {
            return a.record.index() < b.record.index();
        });
    for (auto& each : visit.records) {
        kinds::Record(each.record).set_kept({.patient = visit.patient.value});
    }
}

const OfVisit* session_of(const Visit& visit) {
    const auto found =
        std::find_if(visit.records.begin(), visit.records.end(), [](const OfVisit& each) {
            return std::holds_alternative<Session>(each.record);
        });
    return found == visit.records.end() ? nullptr : &*found;
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
        if (one.kind().made_by_program || one.kind().owner != schema::Owner::patient) {
            problems.push_back(
                {each.name, "is nothing that a visit records", "leave it out: it has its own way"});
        }
        sessions += std::holds_alternative<Session>(each.record) ? 1 : 0;
    }
    if (sessions > 1) {
        problems.push_back(
            {"session", "is given more than once", "record further sessions by themselves"});
    }
    schema::refuse_any(std::move(problems));
}

class VisitRecorder {
  public:
    VisitRecorder(db::Write& write, Visit& visit) : write_(write), visit_(visit), scorer_(write) {}

    void store_all() {
        std::vector<Problem> problems;
        for (auto& each : visit_.records) {
            try {
                std::visit([&](auto& one) { store_one(each, one); }, each.record);
            } catch (const schema::Error& error) {
                if (error.fault() != schema::Fault::refused) {
                    throw;
                }
                for (const auto& problem : error.problems()) {
                    problems.push_back(within_visit(each, problem));
                }
            }
        }
        schema::refuse_any(std::move(problems));
        scorer_.finish();
    }
    void ask_of_all(const std::vector<std::string>& confirm) {
        std::vector<Question> questions;
        for (const auto& each : visit_.records) {
            for (auto& question : questions_of(write_.book(), each.record)) {
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
        try {
            ask(write_, std::get<Session>(session->record), visit_.overrides);
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
    std::string names() const {
        std::vector<std::string> names;
        for (const auto& each : visit_.records) {
            const kinds::ConstRecord one(each.record);
            names.push_back(fmt::format("{} {}", one.kind().noun, one.kept().id));
        }
        return fmt::format("{}", fmt::join(names, ", "));
    }

  private:
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

    db::Write& write_;
    Visit& visit_;
    Scorer scorer_;
    std::optional<schema::Id<Session>> session_{};
};

template <class Record>
auto time_of_visit_record(const Record& record) {
    if constexpr (requires { record.at; }) {
        return record.at;
    } else {
        return record.on;
    }
}

// Where the book has it: by time, of those without one at the end.
template <class Record>
void put_among(std::vector<Record>& records, const Record& record) {
    records.push_back(record);
    if constexpr (
        requires { record.at; } || requires { record.on; }) {
        std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
            return time_of_visit_record(a) < time_of_visit_record(b);
        });
    }
}

// What the rules look at beside the session, as if it were in the book.
struct KnownToRules {
    clinical::Situation& known;

    void operator()(const schema::Condition& one) const { put_among(known.conditions, one); }
    void operator()(const schema::OtherTreatment& one) const { put_among(known.treatments, one); }
    void operator()(const schema::AcneStatus& one) const { put_among(known.statuses, one); }
    void operator()(const schema::Application& one) const { put_among(known.applications, one); }
    void operator()(const schema::AdverseEvent& one) const { put_among(known.events, one); }
    template <class Other>
    void operator()(const Other&) const {}
};

std::vector<clinical::Finding> findings_at_visit(const db::Book& book,
                                                 const Visit& visit,
                                                 const Session& session) {
    auto known = load_situation(book, clinical::plan_of(session));
    for (const auto& each : visit.records) {
        std::visit(KnownToRules{known}, each.record);
    }
    auto findings = clinical::as_kept(clinical::assess(std::move(known)));
    for (auto& finding : findings) {
        if (finding.record && finding.record->id == 0) {
            finding.record.reset();  // not in the book yet
        }
    }
    return findings;
}

template <class Record>
void preview_one(const db::Book& book,
                 const OfVisit& each,
                 const Record& record,
                 VisitPreview& preview) {
    auto problems = clinical::contradictions(record);
    for (auto& problem : impossible(book, record)) {
        problems.push_back(std::move(problem));
    }
    for (auto& problem : after_departure(book, record)) {
        problems.push_back(std::move(problem));
    }
    if constexpr (Scored<Record>) {
        if (problems.empty()) {
            preview.scores.push_back({each.name, due_scores(Scales(book), record)});
        }
    }
    for (auto& problem : problems) {
        preview.problems.push_back(within_visit(each, std::move(problem)));
    }
}

}  // namespace

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
    put_in_order(visit);
    return commit(
        book, submission, access_control::Right::write_observations, [&](db::Write& write) {
            VisitRecorder recorder(write, visit);
            recorder.store_all();
            recorder.ask_of_all(submission.confirm);
            write.concerns(visit.patient);
            recorder.ask_the_rules();
            return recorder.names();
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

VisitPreview preview_visit(const db::Book& book, const Visit& given, bool judges_session) {
    auto visit = given;
    put_in_order(visit);
    VisitPreview preview;
    for (const auto& each : visit.records) {
        std::visit([&](const auto& one) { preview_one(book, each, one, preview); }, each.record);
    }
    if (const auto* session = session_of(visit); session != nullptr && judges_session) {
        preview.findings = findings_at_visit(book, visit, std::get<Session>(session->record));
    }
    return preview;
}

}  // namespace tracking
