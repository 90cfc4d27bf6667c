#include "app/clinical/scoring.h"

#include <utility>

#include "app/clinical/extent.h"
#include "app/clinical/instruments/ecca.h"
#include "app/clinical/instruments/gags.h"
#include "app/clinical/instruments/goodman_baron_grade.h"
#include "app/clinical/instruments/goodman_baron_score.h"
#include "app/clinical/instruments/lesion_counts.h"
#include "app/clinical/instruments/masi.h"
#include "app/clinical/instruments/pahpi.h"
#include "app/clinical/instruments/questionnaire_sum.h"
#include "app/clinical/instruments/scar_s.h"
#include "app/clinical/instruments/vancouver.h"

namespace clinical {

namespace {

template <class Number>
void add(std::vector<Scored>& scores, std::string_view instrument, std::optional<Number> value) {
    if (value) {
        scores.push_back({.instrument = instrument,
                          .region = std::nullopt,
                          .value = static_cast<double>(*value)});
    }
}

// Dividing the whole number of tenths rounds once, to the double nearest to the decimal.
std::optional<double> from_tenths(std::optional<int> tenths) {
    return tenths ? std::optional(*tenths / 10.0) : std::nullopt;
}

// The sum over the places of this instrument that were looked at, in the order of its extent.
// Nothing if none of them was: a grade alone counts no lesions.
template <class Count>
void add_counts(std::vector<Scored>& scores,
                std::string_view instrument,
                const schema::AcneStatus& seen,
                Count count) {
    Scored scored{.instrument = instrument, .region = std::nullopt};
    schema::Places places{.values = {}, .rest = seen.rest == schema::Rest::clear};
    for (const auto place : regions_of(instrument)) {
        for (const auto& region : seen.regions) {
            if (region.region == place) {
                places.values.push_back({place, static_cast<double>(count(lesion_counts(region)))});
                scored.value += places.values.back().value;
            }
        }
    }
    if (places.rest || !places.values.empty()) {
        scored.places = std::move(places);
        scores.push_back(std::move(scored));
    }
}

}  // namespace

std::vector<Scored> scores_of(const schema::AcneStatus& seen) {
    std::vector<Scored> scores;
    add(scores, "iga", seen.iga);
    add(scores, "gags", gags(seen));
    const auto total = [](const LesionCounts& counts) { return counts.total(); };
    add_counts(scores, "lesions_total", seen, total);
    add_counts(scores, "lesions_inflammatory", seen, [](const LesionCounts& counts) {
        return counts.inflammatory;
    });
    add_counts(scores, "lesions_noninflammatory", seen, [](const LesionCounts& counts) {
        return counts.noninflammatory;
    });
    add_counts(scores, "trunk_lesions", seen, total);
    return scores;
}

std::vector<Scored> scores_of(const schema::ScarObservation& seen) {
    std::vector<Scored> scores;
    add(scores, "goodman_baron_grade", goodman_baron_grade(seen));
    add(scores, "goodman_baron_score", goodman_baron_score(seen));
    add(scores, "ecca", ecca(seen));
    if (seen.scar_s) {
        add(scores, "scar_s", scar_s(*seen.scar_s));
    }
    if (seen.vancouver) {
        add(scores, "vancouver", std::optional(vancouver(*seen.vancouver)));
    }
    return scores;
}

std::vector<Scored> scores_of(const schema::PigmentationObservation& seen) {
    std::vector<Scored> scores;
    add(scores, "pahpi", pahpi(seen));
    add(scores, "masi", from_tenths(masi_tenths(seen)));
    add(scores, "mmasi", from_tenths(mmasi_tenths(seen)));
    add(scores, "melanin_index", seen.melanin_index);
    add(scores, "erythema_index", seen.erythema_index);
    for (auto& score : scores) {
        score.by_device = score.instrument.ends_with("_index");
    }
    return scores;
}

std::vector<Scored> scores_of(const schema::Reading& read) {
    return {{.instrument = schema::word(read.what),
             .region = read.region,
             .value = read.value,
             .by_device = true}};
}

std::vector<Scored> scores_of(const schema::Questionnaire& filled,
                              schema::QuestionnaireScore counts) {
    std::vector<Scored> scores;
    add(scores, schema::word(filled.which), questionnaire_score(filled, counts));
    return scores;
}

}  // namespace clinical
