#include "app/progress/agreement/load_study.h"

#include <algorithm>
#include <map>
#include <utility>

#include "db/records/instruments.h"
#include "db/records/records.h"

namespace progress {

namespace {

using schema::CivilTime;
using PatientId = schema::Id<schema::Patient>;

// Photographs stay as they were; a face does not.
std::set<PatientId> treated_between(const db::Book& book,
                                    const schema::Agreement& study,
                                    const std::vector<schema::AgreementRating>& ratings) {
    std::set<PatientId> treated;
    if (study.medium == schema::Medium::photo) {
        return treated;
    }
    std::map<PatientId, std::pair<CivilTime, CivilTime>> spans;
    for (const auto& each : ratings) {  // earlier first
        spans.try_emplace(each.patient, each.at, each.at).first->second.second = each.at;
    }
    for (const auto& [patient, span] : spans) {
        for (const auto& session : db::records_of<schema::Session>(book, patient)) {
            if (is_between(session.at, span.first, span.second)) {
                treated.insert(patient);
            }
        }
    }
    return treated;
}

// With a clock on both, whether `a` is earlier; else what is said for the day.
bool is_earlier_that_day(const CivilTime& a, const CivilTime& b, bool without_clock) {
    return a.has_clock() && b.has_clock() ? a.second_of_day() < b.second_of_day() : without_clock;
}

}  // namespace

bool is_between(const CivilTime& session, const CivilTime& first, const CivilTime& last) {
    if (session.day() < first.day() || last.day() < session.day()) {
        return false;
    }
    const bool after_first = first.day() < session.day() ||
                             is_earlier_that_day(first, session, first.day() < last.day());
    const bool before_last =
        session.day() < last.day() || is_earlier_that_day(session, last, false);
    return after_first && before_last;
}

StudyView load_study(const db::Book& book, const schema::Agreement& study) {
    StudyView view{.study = study};
    view.instrument = db::instrument_among(db::all_instruments(book), study.instrument);
    for (auto& other : db::adopted_agreements(book)) {
        if (other.id != study.id && other.instrument == study.instrument &&
            other.medium == study.medium) {
            view.in_force = std::move(other);
        }
    }
    StudyRatings ratings{.instrument = view.instrument, .ratings = db::ratings_of(book, study.id)};
    ratings.treated_between = treated_between(book, study, ratings.ratings);
    view.result = study_result(ratings);
    view.adoption = adoption_of(view.result);
    view.summary = study_summary(study, view.result, view.adoption);
    return view;
}

}  // namespace progress
