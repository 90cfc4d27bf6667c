#pragma once
// The five benefits that clinics name, each held against what was measured. A benefit is only as
// good as its evidence: what was not measured, or cannot be, is not enough data.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/progress/series.h"
#include "schema/types/word.h"

namespace progress {

enum class BenefitKind { pores, topicals, marks, barrier, scars };
enum class BenefitVerdict { improved, unchanged, worsened, not_enough_data };

// One series, or the reason why none counts.
struct Evidence {
    std::optional<std::string> series;  // its code
    std::optional<double> change;
    Verdict verdict = Verdict::not_enough_data;
    bool counts = false;  // in the benefit's verdict
    std::string text;     // a sentence

    bool operator==(const Evidence&) const = default;
};

struct Benefit {
    BenefitKind kind{};
    BenefitVerdict verdict = BenefitVerdict::not_enough_data;
    std::vector<Evidence> because;  // never empty
    std::string known;              // what studies found of it, in a sentence

    bool operator==(const Benefit&) const = default;
};

// A reading of the barrier up to so many days after a session says that the skin is still open,
// which it is after 24 to 72 hours (PMC4119956, PubMed 22882208), and not how it does.
inline constexpr int open_barrier_days = 3;

// All five, in the order of BenefitKind.
//
// What counts: pores: pores. Marks: pahpi, masi, mmasi, melanin_index, erythema_index. Barrier:
// tewl, hydration. Scars: goodman_baron_grade, goodman_baron_score, ecca, scar_s. Topicals:
// nothing, because how well products were kept to or how marks did says nothing of what a product
// did. The whole counts, a region only where its instrument has no whole.
//
// The verdict: worsened if any series that counts worsened by more than its noise (any worsening
// where no noise is published); else improved if any improved so; else unchanged if any was
// measured twice. So one series that gets worse is never hidden by others that get better.
std::vector<Benefit> benefits(const std::vector<Series>& all,
                              const std::vector<schema::Session>& sessions);

}  // namespace progress

template <>
struct schema::Words<progress::BenefitKind> {
    static constexpr std::array<std::string_view, 5> all{
        "pores", "topicals", "marks", "barrier", "scars"};
};

template <>
struct schema::Words<progress::BenefitVerdict> {
    static constexpr std::array<std::string_view, 4> all{
        "improved", "unchanged", "worsened", "not_enough_data"};
};
