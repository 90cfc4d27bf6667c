#include "app/progress/series/benefits.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "app/progress/words/figures.h"
#include "app/progress/words/plain_words.h"
#include "app/progress/words/sentences_en.h"
#include "app/progress/words/series_sentences.h"

namespace progress {

namespace {

struct Measured {
    BenefitKind kind{};
    std::vector<std::string_view> series;
    std::string_view known;
};

// The wording keeps to what was found: no more, and nothing where nothing was.
const std::vector<Measured>& measured() {
    static const std::vector<Measured> all{
        {BenefitKind::pores,
         {"pores"},
         "Pores may look smaller: in one trial more than 70 % of 30 patients did better on the "
         "investigator's scale, with a radiofrequency device."},
        {BenefitKind::topicals,
         {},
         "Needling lets more of a product through for up to about 1 to 3 days; use only approved "
         "products."},
        {BenefitKind::marks,
         {"pahpi", "masi", "mmasi", "msi", "melanin_index", "erythema_index"},
         "Needling can help dark marks, and it can also cause temporary dark marks."},
        {BenefitKind::barrier,
         {"tewl", "hydration"},
         "No study was found that shows a benefit for the skin barrier; right after needling it is "
         "open."},
        {BenefitKind::scars,
         {"goodman_baron_grade",
          "goodman_baron_score",
          "ecca",
          "scar_s",
          "scar_count",
          "scar_global"},
         "Scars often improve over months; how much varies. Early needling of fresh surgical scars "
         "did "
         "better than late in one uncontrolled study of 25 patients (Claytor 2022); no controlled "
         "study was found that shows that it prevents scars."},
    };
    return all;
}

std::string why_not(const Series& series) {
    switch (series.why.value_or(Unjudged::one_visit)) {
        case Unjudged::other_places:
            return "other places were looked at";
        case Unjudged::other_device:
            return "read with another device, or one that is not named";
        case Unjudged::soon_after_session:
            return fmt::format("rated {} after a session, which hides the result",
                               counted(series.too_soon ? series.too_soon->days : 0, "day"));
        case Unjudged::one_visit:
            break;
    }
    return "no value since the baseline";
}

Evidence evidence_of(const Series& series) {
    Evidence evidence{.series = series.code(),
                      .verdict = series.verdict,
                      .confirmed = series.confirmed,
                      .counts = series.verdict != Verdict::not_enough_data};
    if (!evidence.counts) {
        evidence.text = fmt::format("{}: {}.", series.short_name(), why_not(series));
        return evidence;
    }
    evidence.change = series.change;
    const int decimals = decimals_of(series);
    const auto unit = plain_unit(series.instrument.unit);
    evidence.text = fmt::format("{}: {} to {}{}{}, {}.",
                                series.short_name(),
                                figure(series.baseline.value, decimals),
                                figure(series.latest.value, decimals),
                                unit.empty() ? "" : " ",
                                unit,
                                verdict_words(series, english()));
    return evidence;
}

Evidence nothing_measured(BenefitKind kind) {
    return {.text = kind == BenefitKind::topicals
                        ? "The book has no measurement of what a product did."
                        : "Nothing is recorded that measures it."};
}

BenefitVerdict combined(const std::vector<Evidence>& because) {
    const auto some = [&](auto holds) {
        return std::any_of(because.begin(), because.end(), [&](const Evidence& each) {
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
        std::vector<Evidence> because;
        for (const auto& series : all) {
            const bool is_of_it =
                std::find(benefit.series.begin(), benefit.series.end(), series.instrument.code) !=
                benefit.series.end();
            if (is_of_it && is_main(series, all)) {
                because.push_back(evidence_of(series));
            }
        }
        if (because.empty()) {
            because.push_back(nothing_measured(benefit.kind));
        }
        const auto verdict = combined(because);
        found.push_back({.kind = benefit.kind,
                         .verdict = verdict,
                         .because = std::move(because),
                         .known = std::string(benefit.known)});
    }
    return found;
}

}  // namespace progress
