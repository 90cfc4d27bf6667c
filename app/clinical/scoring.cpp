#include "app/clinical/scoring.h"

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

}  // namespace

std::vector<Scored> scores_of(const schema::AcneStatus& seen) {
    std::vector<Scored> scores;
    add(scores, "iga", seen.iga);
    add(scores, "gags", gags(seen));
    if (const auto counts = lesion_counts(seen)) {
        add(scores, "lesions_total", std::optional(counts->total()));
        add(scores, "lesions_inflammatory", std::optional(counts->inflammatory));
        add(scores, "lesions_noninflammatory", std::optional(counts->noninflammatory));
    }
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
    return scores;
}

std::vector<Scored> scores_of(const schema::Reading& read) {
    return {{.instrument = schema::word(read.what), .region = read.region, .value = read.value}};
}

std::vector<Scored> scores_of(const schema::Questionnaire& filled) {
    std::vector<Scored> scores;
    add(scores, schema::word(filled.which), questionnaire_score(filled));
    return scores;
}

}  // namespace clinical
