#include "app/progress/series/benefits.h"

#include <algorithm>
#include <string_view>

#include "app/progress/words/figures.h"
#include "app/progress/words/named.h"

namespace progress {

namespace {

struct Measured {
    BenefitKind kind{};
    std::vector<std::string_view> series;
};

// What studies found of each keeps to what was found: no more, and nothing where nothing was
// (benefit.known.… of app/texts).
const std::vector<Measured>& measured() {
    static const std::vector<Measured> all{
        {BenefitKind::pores, {"pores"}},
        {BenefitKind::topicals, {}},
        {BenefitKind::marks, {"pahpi", "masi", "mmasi", "msi", "melanin_index", "erythema_index"}},
        {BenefitKind::barrier, {"tewl", "hydration"}},
        {BenefitKind::scars,
         {"goodman_baron_grade",
          "goodman_baron_score",
          "ecca",
          "scar_s",
          "scar_count",
          "scar_global"}},
    };
    return all;
}

texts::Phrase because(std::string_view name, texts::Arguments values = {}) {
    return {"benefit.because." + std::string(name), std::move(values)};
}

Evidence evidence_of(const Series& series) {
    Evidence evidence{.series = series.code(),
                      .verdict = series.verdict,
                      .confirmed = series.confirmed,
                      .counts = series.verdict != Verdict::not_enough_data};
    if (!evidence.counts) {
        evidence.said = because(schema::word(series.why.value_or(Unjudged::one_visit)),
                                {{"measure", name_of(series)}});
        if (series.why == Unjudged::soon_after_session) {
            evidence.said.values.push_back({"days", series.too_soon ? series.too_soon->days : 0});
        }
        return evidence;
    }
    evidence.change = series.change;
    const int decimals = decimals_of(series);
    evidence.said = because(
        "measured",
        {{"measure", name_of(series)},
         {"before", texts::Number{series.baseline.value, decimals}},
         {"after", texts::Number{series.latest.value, decimals, false, series.instrument.unit}},
         {"verdict", verdict_phrase(series)}});
    return evidence;
}

Evidence nothing_measured(BenefitKind kind) {
    return {.said = because(kind == BenefitKind::topicals ? "no_product_measured"
                                                          : "nothing_measured")};
}

BenefitVerdict combined(const std::vector<Evidence>& evidence) {
    const auto some = [&](auto holds) {
        return std::any_of(evidence.begin(), evidence.end(), [&](const Evidence& each) {
            return each.counts && holds(each);
        });
    };
    const auto is_sure_of = [](Verdict verdict) {
        return [verdict](const Evidence& each) {
            return each.verdict == verdict && each.confirmed.value_or(false);
        };
    };
    if (some(is_sure_of(Verdict::worsened))) {
        return BenefitVerdict::worsened;
    }
    if (some([](const Evidence& each) { return each.verdict == Verdict::worsened; })) {
        return BenefitVerdict::not_sure;
    }
    if (some(is_sure_of(Verdict::improved))) {
        return BenefitVerdict::improved;
    }
    if (some([](const Evidence& each) {
            return has_direction(each.verdict) || each.verdict == Verdict::not_sure;
        })) {
        return BenefitVerdict::not_sure;
    }
    return some([](const Evidence&) { return true; }) ? BenefitVerdict::unchanged
                                                      : BenefitVerdict::not_enough_data;
}

}  // namespace

std::vector<Benefit> benefits(const std::vector<Series>& all) {
    std::vector<Benefit> found;
    for (const auto& benefit : measured()) {
        std::vector<Evidence> evidence;
        for (const auto& series : all) {
            const bool is_of_it =
                std::find(benefit.series.begin(), benefit.series.end(), series.instrument.code) !=
                benefit.series.end();
            if (is_of_it && is_main(series, all)) {
                evidence.push_back(evidence_of(series));
            }
        }
        if (evidence.empty()) {
            evidence.push_back(nothing_measured(benefit.kind));
        }
        const auto verdict = combined(evidence);
        found.push_back({.kind = benefit.kind,
                         .verdict = verdict,
                         .because = std::move(evidence),
                         .known = {"benefit.known." + std::string(schema::word(benefit.kind))}});
    }
    return found;
}

}  // namespace progress
