#pragma once
// The five benefits that clinics name, each held against what was measured. A benefit is only as
// good as its evidence: what was not measured, or cannot be, is not enough data.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/progress/series/series.h"
#include "app/texts/phrase.h"
#include "schema/types/word.h"

namespace progress {

enum class BenefitKind { pores, topicals, marks, barrier, scars };
// not_sure: one visit alone says so, or no noise is known.
enum class BenefitVerdict { improved, unchanged, worsened, not_sure, not_enough_data };

// One series, or the reason why none counts.
struct Evidence {
    std::optional<std::string> series;  // its code
    std::optional<double> change;
    Verdict verdict = Verdict::not_enough_data;
    std::optional<bool> confirmed;  // of improved and worsened: the visit before agrees
    bool counts = false;            // in the benefit's verdict
    texts::Phrase said{};           // a sentence

    bool operator==(const Evidence&) const = default;
};

struct Benefit {
    BenefitKind kind{};
    BenefitVerdict verdict = BenefitVerdict::not_enough_data;
    std::vector<Evidence> because;  // never empty
    texts::Phrase known;            // what studies found of it, in a sentence

    bool operator==(const Benefit&) const = default;
};

// All five, in the order of BenefitKind.
//
// What counts: pores: pores. Marks: pahpi, masi, mmasi, melanin_index, erythema_index. Barrier:
// tewl, hydration. Scars: goodman_baron_grade, goodman_baron_score, ecca, scar_s. Topicals:
// nothing, because how well products were kept to or how marks did says nothing of what a product
// did. The whole counts, a region only where its instrument has no whole.
//
// The verdict: worsened if any series that counts worsened at two visits in a row; not_sure if one
// visit says that one did; else improved if any improved at two visits; else not_sure if one visit
// says so or nobody can tell; else unchanged if any was measured twice. So one series that gets
// worse is never hidden by others that get better.
std::vector<Benefit> benefits(const std::vector<Series>& all);

}  // namespace progress

template <>
struct schema::Words<progress::BenefitKind> {
    static constexpr std::array<std::string_view, 5> all{
        "pores", "topicals", "marks", "barrier", "scars"};
};

template <>
struct schema::Words<progress::BenefitVerdict> {
    static constexpr std::array<std::string_view, 5> all{
        "improved", "unchanged", "worsened", "not_sure", "not_enough_data"};
};
