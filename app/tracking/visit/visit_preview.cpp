#include "app/tracking/visit/visit_preview.h"

#include <algorithm>
#include <utility>

#include "app/clinical/contradictions.h"
#include "app/clinical/safety/assessment.h"
#include "app/tracking/departure.h"
#include "app/tracking/possibility.h"
#include "app/tracking/questions.h"
#include "app/tracking/safety.h"
#include "app/tracking/scoring.h"
#include "db/records/records.h"

namespace tracking {

namespace {

using schema::Session;

template <class Record>
auto time_of_visit_record(const Record& record) {
    if constexpr (requires { record.at; }) {
        return record.at;
    } else {
        return record.on;
    }
}

// Where the book has it, in the place of what stood there: by time, of those without one at the
// end.
template <class Record>
void put_among(std::vector<Record>& records, const Record& record, bool taken_out) {
    std::erase_if(records,
                  [&](const Record& each) { return record.id.value != 0 && each.id == record.id; });
    if (taken_out) {
        return;
    }
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
    bool taken_out = false;

    void operator()(const schema::Condition& one) const {
        put_among(known.conditions, one, taken_out);
    }
    void operator()(const schema::OtherTreatment& one) const {
        put_among(known.treatments, one, taken_out);
    }
    void operator()(const schema::AcneStatus& one) const {
        put_among(known.statuses, one, taken_out);
    }
    void operator()(const schema::Application& one) const {
        put_among(known.applications, one, taken_out);
    }
    void operator()(const schema::AdverseEvent& one) const {
        put_among(known.events, one, taken_out);
    }
    template <class Other>
    void operator()(const Other&) const {}
};

std::vector<clinical::Finding> findings_at_visit(const db::Book& book,
                                                 const Visit& visit,
                                                 const Session& session) {
    auto known = load_situation(book, clinical::plan_of(session));
    for (const auto& each : visit.records) {
        std::visit(KnownToRules{known, each.taken_out}, each.record);
    }
    auto findings = clinical::as_kept(clinical::assess(std::move(known)));
    if (const auto before = db::find(book, session.id)) {
        findings = brought(std::move(findings), what_rules_say(book, *before));
    }
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

VisitPreview preview_visit(const db::Book& book, const Visit& given, bool judges_session) {
    const auto visit = in_order(given);
    VisitPreview preview;
    for (const auto& each : visit.records) {
        if (!each.taken_out) {
            std::visit([&](const auto& one) { preview_one(book, each, one, preview); },
                       each.record);
        }
    }
    if (const auto* session = session_of(visit); session != nullptr && judges_session) {
        preview.findings = findings_at_visit(book, visit, std::get<Session>(session->record));
    }
    return preview;
}

}  // namespace tracking
