#include "app/progress/benefits.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "app/progress/figures.h"
#include "app/progress/plain_words.h"

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
         {"pahpi", "masi", "mmasi", "melanin_index", "erythema_index"},
         "Needling can help dark marks, and it can also cause temporary dark marks."},
        {BenefitKind::barrier,
         {"tewl", "hydration"},
         "No study was found that shows a benefit for the skin barrier; right after needling it is "
         "open."},
        {BenefitKind::scars,
         {"goodman_baron_grade", "goodman_baron_score", "ecca", "scar_s"},
         "Scars often improve over months; how much varies. No study was found that shows that "
         "early needling prevents scars."},
    };
    return all;
}

std::string_view verdict_words(const Series& series) {
    switch (series.verdict) {
        case Verdict::improved:
            return series.instrument.noise ? "better by more than raters differ by"
                                           : "better; what raters differ by is not published";
        case Verdict::worsened:
            return series.instrument.noise ? "worse by more than raters differ by"
                                           : "worse; what raters differ by is not published";
        case Verdict::within_noise:
            return "within what raters differ by";
        case Verdict::unchanged:
            return "unchanged";
        case Verdict::changed:
            return "changed, and neither way is better";
        case Verdict::not_enough_data:
            break;
    }
    return "no value since the baseline";
}

// Days from the last session to the latest value, when that is within open_barrier_days.
std::optional<int> days_since_needling(const Series& series,
                                       const std::vector<schema::Session>& sessions) {
    std::optional<int> fewest;
    for (const auto& session : sessions) {
        const int days = series.latest.at.day().days_since(session.at.day());
        if (!not_after(series.latest.at, session.at) && days <= open_barrier_days) {
            fewest = std::min(fewest.value_or(days), days);
        }
    }
    return fewest;
}

Evidence evidence_of(const Series& series,
                     BenefitKind kind,
                     const std::vector<schema::Session>& sessions) {
    const bool has_moved = series.verdict != Verdict::not_enough_data;
    const auto open =
        kind == BenefitKind::barrier ? days_since_needling(series, sessions) : std::nullopt;
    Evidence evidence{.series = series.code(), .verdict = series.verdict, .counts = has_moved};
    if (has_moved) {
        evidence.change = series.change;
    }
    if (has_moved && open) {
        evidence.counts = false;
        evidence.text = fmt::format(
            "{}: read {} after a session, while the skin is still open; it does not count.",
            series.short_name(),
            *open == 0 ? std::string("hours") : counted(*open, "day"));
        return evidence;
    }
    const int decimals = decimals_of(series);
    const auto unit = plain_unit(series.instrument.unit);
    evidence.text = has_moved ? fmt::format("{}: {} to {}{}{}, {}.",
                                            series.short_name(),
                                            figure(series.baseline.value, decimals),
                                            figure(series.latest.value, decimals),
                                            unit.empty() ? "" : " ",
                                            unit,
                                            verdict_words(series))
                              : fmt::format("{}: {}.", series.short_name(), verdict_words(series));
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
            return each.counts && holds(each.verdict);
        });
    };
    if (some([](Verdict verdict) { return verdict == Verdict::worsened; })) {
        return BenefitVerdict::worsened;
    }
    if (some([](Verdict verdict) { return verdict == Verdict::improved; })) {
        return BenefitVerdict::improved;
    }
    return some([](Verdict) { return true; }) ? BenefitVerdict::unchanged
                                              : BenefitVerdict::not_enough_data;
}

}  // namespace

std::vector<Benefit> benefits(const std::vector<Series>& all,
                              const std::vector<schema::Session>& sessions) {
    std::vector<Benefit> found;
    for (const auto& benefit : measured()) {
        std::vector<Evidence> because;
        for (const auto& series : all) {
            const bool is_of_it =
                std::find(benefit.series.begin(), benefit.series.end(), series.instrument.code) !=
                benefit.series.end();
            if (is_of_it && is_main(series, all)) {
                because.push_back(evidence_of(series, benefit.kind, sessions));
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
