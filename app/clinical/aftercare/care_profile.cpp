#include "app/clinical/aftercare/care_profile.h"

#include <algorithm>

#include <fmt/format.h>

namespace clinical {

namespace {

using schema::CareAdvice;
using schema::CareSubject;
using schema::Stance;

constexpr auto handouts =
    "clinic handouts (commercial): Dr Pen, Facially Conscious, Fifth Element Esthetics, Moon "
    "Aesthetics";
constexpr auto unnamed_handouts =
    "clinic handouts (commercial), not noted which of them (unverified)";

std::vector<CareAdvice> advised_rows() {
    return {
        {.subject = CareSubject::cleanser,
         .stance = Stance::advised,
         .until_hours = 72,
         .source = handouts},
        {.subject = CareSubject::moisturiser,
         .stance = Stance::advised,
         .until_hours = 168,
         .source = handouts},
        {.subject = CareSubject::hyaluronic_acid,
         .stance = Stance::advised,
         .until_hours = 72,
         .source = "clinic handouts (commercial): Dr Pen, Facially Conscious"},
        {.subject = CareSubject::petrolatum,
         .stance = Stance::advised,
         .until_hours = 72,
         .source = unnamed_handouts},
        {.subject = CareSubject::sunscreen,
         .stance = Stance::advised,
         .until_hours = 672,
         .source = fmt::format("clinic handouts (commercial): sunscreen and shade at once; Fifth "
                               "Element Esthetics: SPF "
                               "{} or more and mineral after the first day",
                               sunscreen_spf)},
    };
}

std::vector<CareAdvice> rows_of_the_first_days() {
    return {
        {.subject = CareSubject::sun,
         .stance = Stance::avoid,
         .until_hours = 24,
         .source = unnamed_handouts},
        {.subject = CareSubject::make_up,
         .stance = Stance::avoid,
         .until_hours = 24,
         .cautious_until_hours = 48,
         .source = "clinic handouts (commercial): Dr Pen, Fifth Element Esthetics"},
        {.subject = CareSubject::sauna_and_pool,
         .stance = Stance::avoid,
         .until_hours = 24,
         .source = handouts},
        {.subject = CareSubject::alcohol_based_product,
         .stance = Stance::avoid,
         .until_hours = 24,
         .source = handouts},
        {.subject = CareSubject::perfume,
         .stance = Stance::avoid,
         .until_hours = 24,
         .source = handouts},
        {.subject = CareSubject::benzoyl_peroxide,
         .stance = Stance::avoid,
         .until_hours = 24,
         .source = handouts},
        {.subject = CareSubject::exercise,
         .stance = Stance::avoid,
         .until_hours = 48,
         .cautious_until_hours = 72,
         .source = "clinic handouts (commercial): Fifth Element Esthetics, Esthetik MTL"},
        {.subject = CareSubject::vitamin_c,
         .stance = Stance::avoid,
         .until_hours = 48,
         .cautious_until_hours = 168,
         .source = "clinic handouts (commercial): Dr Pen, Facially Conscious, Fifth Element "
                   "Esthetics; Your Best Selves says it goes well with nano-needling"},
    };
}

std::vector<CareAdvice> rows_of_the_first_weeks() {
    constexpr auto active_acids = "clinic handout (commercial): Fifth Element Esthetics";
    return {
        {.subject = CareSubject::glycolic_acid,
         .stance = Stance::avoid,
         .until_hours = 120,
         .cautious_until_hours = 168,
         .source = active_acids},
        {.subject = CareSubject::salicylic_acid,
         .stance = Stance::avoid,
         .until_hours = 120,
         .cautious_until_hours = 168,
         .source = active_acids},
        {.subject = CareSubject::scrub,
         .stance = Stance::avoid,
         .until_hours = 168,
         .source = unnamed_handouts},
        {.subject = CareSubject::retinoid,
         .stance = Stance::avoid,
         .until_hours = 168,
         .cautious_until_hours = 240,
         .source = "clinic page (commercial): Your Best Selves"},
        {.subject = CareSubject::peel_or_laser,
         .stance = Stance::avoid,
         .until_hours = 672,
         .source = unnamed_handouts},
    };
}

std::vector<CareAdvice> rows_without_evidence() {
    constexpr auto claim = "claimed in one article; no trial after needling found (unverified)";
    return {
        {.subject = CareSubject::niacinamide,
         .stance = Stance::no_evidence,
         .until_hours = 672,
         .source = claim},
        {.subject = CareSubject::peptides,
         .stance = Stance::no_evidence,
         .until_hours = 672,
         .source = claim},
    };
}

}  // namespace

std::vector<CareAdvice> own_care_profile() {
    std::vector<CareAdvice> all;
    for (const auto& part : {advised_rows(),
                             rows_of_the_first_days(),
                             rows_of_the_first_weeks(),
                             rows_without_evidence()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

std::vector<CareAdvice> care_profile(const std::vector<CareAdvice>& of_the_clinic) {
    auto all = own_care_profile();
    for (const auto& row : of_the_clinic) {
        const auto same = std::find_if(
            all.begin(), all.end(), [&](const auto& other) { return other.is_same_place(row); });
        if (same == all.end()) {
            all.push_back(row);
        } else {
            *same = row;
        }
    }
    return all;
}

std::optional<CareAdvice> advice_for(const std::vector<CareAdvice>& profile, CareSubject subject) {
    const auto found = std::find_if(
        profile.begin(), profile.end(), [&](const auto& row) { return row.subject == subject; });
    return found == profile.end() ? std::nullopt : std::optional(*found);
}

CareSubject subject_of(schema::Active active) {
    return *schema::read_word<CareSubject>(schema::word(active));
}

int longest_hours(const CareAdvice& advice) {
    return advice.cautious_until_hours.value_or(advice.until_hours);
}

}  // namespace clinical
