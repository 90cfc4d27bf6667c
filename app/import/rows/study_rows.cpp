#include "app/import/rows/study_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/tracking/score.h"
#include "db/records/agreements.h"
#include "db/records/instruments.h"
#include "schema/kinds/kinds.h"

namespace exchange {

void check_study(ImportRun& run,
                 StudyRow& study,
                 const std::vector<schema::Instrument>& scales,
                 const CellPlace& place) {
    const auto scale = std::find_if(
        scales.begin(), scales.end(), [&](const auto& each) { return each.code == study.code; });
    if (scale == scales.end()) {
        place.problems.push_back({place.text(),
                                  fmt::format("there is no instrument \"{}\"", study.code),
                                  "`needlebook instrument list` shows the codes"});
        return;
    }
    study.instrument = scale->id;
    if (!study.adopted || study.voided) {
        return;
    }
    if (!study.reason || (!study.sdc_same_rater && !study.sdc_other_rater)) {
        place.problems.push_back({place.text(),
                                  "is adopted without a reason or without a number",
                                  "leave adopted empty, and adopt it here"});
    }
    for (const auto& other : db::adopted_agreements(run.book)) {
        if (other.instrument == study.instrument && other.medium == study.medium) {
            place.problems.push_back(
                {place.text(),
                 fmt::format("agreement {} of this scale and medium is in force", other.id.value),
                 "leave adopted empty, and adopt the one that is to judge"});
        }
    }
}

void check_study(ImportRun& run,
                 StudyRatingRow& rating,
                 const std::vector<schema::Instrument>& scales,
                 const CellPlace& place) {
    const auto told = rating.agreement.value;
    if (run.of_directory()) {
        const auto& known = (*run.new_ids)[kinds::of<StudyRow>().noun];
        const auto found = known.find(told);
        rating.agreement.value = found == known.end() ? 0 : found->second;
    }
    const auto study = db::find_agreement(run.book, rating.agreement);
    if (!study) {
        place.problems.push_back({place.text(),
                                  fmt::format("agreement {} is not there", told),
                                  "give the id of a study of agreement"});
        return;
    }
    if (auto problem = tracking::off_scale(
            db::instrument_among(scales, study->instrument), rating.value, place.text())) {
        place.problems.push_back(std::move(*problem));
    }
}

bool is_in_force_with(const StudyRow& one, const StudyRow& other) {
    return one.adopted && other.adopted && !one.voided && !other.voided &&
           one.instrument == other.instrument && one.medium == other.medium;
}

void store_study(ImportRun& run, db::Write& write, StudyRow& study, std::int64_t exported_id) {
    study.id = db::insert_agreement(write, study);
    if (run.of_directory()) {
        (*run.new_ids)[kinds::of<StudyRow>().noun][exported_id] = study.id.value;
    }
}

void store_study(ImportRun&, db::Write& write, StudyRatingRow& rating, std::int64_t) {
    rating.id = db::insert_agreement_rating(write, rating);
}

}  // namespace exchange
