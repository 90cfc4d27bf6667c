#include <fmt/format.h>

#include "app/clinical/aftercare/care_profile.h"

namespace clinical {

namespace {

using schema::CareAdvice;
using schema::CareSubject;
using schema::Stance;
using enum SourceGrade;

constexpr auto skinpen = "SkinPen Precision, maker's aftercare (as on nuanceaesthetics.com)";
constexpr auto morpheus = "InMode Morpheus8, manual, p. 28";
constexpr auto fractora = "InMode Fractora, manual, after the treatment";

const CareRow for_radiofrequency{.device = CareDevice::radiofrequency};
const CareRow for_shallow{.depth = CareDepth::shallow};
const CareRow for_dark_skin{.skin = CareSkin::types_IV_to_VI};

struct Hours {
    int from = 0;
    int until = 0;
    std::optional<int> cautious;
};

CareRow row(CareSubject subject,
            Stance stance,
            const Hours& hours,
            SourceGrade grade,
            std::string source,
            CareRow conditions = {}) {
    conditions.advice = {.subject = subject,
                         .stance = stance,
                         .from_hours = hours.from,
                         .until_hours = hours.until,
                         .cautious_until_hours = hours.cautious,
                         .source = std::move(source)};
    conditions.grade = grade;
    return conditions;
}

CareRow use(CareSubject subject,
            const Hours& hours,
            SourceGrade grade,
            std::string source,
            const CareRow& conditions = {}) {
    return row(subject, Stance::advised, hours, grade, std::move(source), conditions);
}

CareRow avoid(CareSubject subject,
              int until,
              std::optional<int> cautious,
              SourceGrade grade,
              std::string source,
              const CareRow& conditions = {}) {
    return row(subject, Stance::avoid, {0, until, cautious}, grade, std::move(source), conditions);
}

std::string ours(std::string_view why) {
    return fmt::format("the number is ours: {}", why);
}

// What no maker says of rollers for the home.
std::string ours_for_shallow() {
    return ours(
        "needles of 0.3 mm or less hardly pass the horny layer; clinics say hours to a day");
}

// Nothing but what comes with the device in the first day.
CareRows rows_to_use() {
    using enum CareSubject;
    const auto first_day = fmt::format(
        "{}: no cleanser, sunscreen, moisturiser or cosmetics but those supplied; sunscreen after "
        "24 hours",
        skinpen);
    const auto creams = fmt::format("{}: moisturiser and make-up 24 to 72 hours after", morpheus);
    return {
        use(cleanser, {24, 72, {}}, label, first_day + "; until when is ours"),
        use(cleanser,
            {24, 168, {}},
            expert_practice,
            ours("crusts after radiofrequency stay for a week and more (Fractora, manual)"),
            for_radiofrequency),
        use(cleanser, {12, 48, {}}, expert_practice, ours_for_shallow(), for_shallow),
        use(moisturiser, {24, 168, {}}, label, first_day + "; until when is ours"),
        use(moisturiser, {24, 336, {}}, label, creams + "; until when is ours", for_radiofrequency),
        use(moisturiser, {12, 72, {}}, expert_practice, ours_for_shallow(), for_shallow),
        use(hyaluronic_acid,
            {0, 72, {}},
            label,
            "SkinPen Precision, maker's aftercare: the gel that is supplied (Lift HG, with "
            "hyaluronic acid) in the first 24 hours; 72 hours are ours"),
        use(petrolatum,
            {24, 72, {}},
            expert_practice,
            ours("what is not supplied with the device waits a day (SkinPen), and the skin is "
                 "closed after three")),
        use(petrolatum,
            {24, 168, {}},
            expert_practice,
            ours("clinics give an ointment for three to five days after Morpheus8, until crusts "
                 "are off"),
            for_radiofrequency),
        use(sunscreen,
            {24, 672, {}},
            label,
            fmt::format(
                "{}: sunscreen again after 24 hours, no sun before; SPF {} or more, mineral, "
                "for four weeks: ours",
                skinpen,
                sunscreen_spf)),
        use(sunscreen, {12, 672, {}}, expert_practice, ours_for_shallow(), for_shallow),
    };
}

CareRows rows_of_the_sun() {
    using enum CareSubject;
    return {
        avoid(
            sun,
            72,
            336,
            label,
            fmt::format("{}: no sun for 24 hours, as little as possible for 72; Dermapen aftercare "
                        "list (as on osei22derm.com): 2 weeks",
                        skinpen)),
        avoid(sun,
              72,
              672,
              expert_practice,
              fmt::format("{}: 72 hours; 28 days are ours: types IV to VI keep dark marks more "
                          "often",
                          skinpen),
              for_dark_skin),
        avoid(sun,
              168,
              672,
              expert_practice,
              ours("clinics say 1 to 2 weeks after Morpheus8, one says 3 months; crusts stay for 1 "
                   "to 3 weeks (Fractora, manual)"),
              for_radiofrequency),
    };
}

CareRows rows_of_the_first_days() {
    using enum CareSubject;
    const auto open_skin = ours("the barrier is back after 24 to 72 hours (PMC4119956)");
    const auto no_heat = fmt::format(
        "{}: no mechanical or thermal damage in the first two days; longer is ours", fractora);
    CareRows all{
        avoid(make_up,
              24,
              48,
              label,
              fmt::format("{}: none for 24 hours; clinics say up to 48", skinpen)),
        avoid(make_up,
              24,
              72,
              label,
              fmt::format("{}: 24 to 72 hours after", morpheus),
              for_radiofrequency),
        avoid(make_up, 24, {}, expert_practice, ours_for_shallow(), for_shallow),
        avoid(sauna_and_pool,
              24,
              120,
              expert_practice,
              ours("clinics say 24 hours to 5 days (wellspringmedicalspa.com, "
                   "dermatiquelaserandskin.com)")),
        avoid(sauna_and_pool, 48, 168, label, no_heat, for_radiofrequency),
        avoid(sauna_and_pool, 24, 48, expert_practice, ours_for_shallow(), for_shallow),
    };
    for (const auto subject : {alcohol_based_product, perfume}) {
        all.push_back(avoid(subject, 24, 72, expert_practice, open_skin));
        all.push_back(avoid(subject,
                            72,
                            168,
                            expert_practice,
                            ours("as long as crusts are on"),
                            for_radiofrequency));
        all.push_back(avoid(subject, 24, {}, expert_practice, ours_for_shallow(), for_shallow));
    }
    return all;
}

CareRows rows_of_what_hurts() {
    using enum CareSubject;
    return {
        avoid(benzoyl_peroxide,
              72,
              168,
              expert_practice,
              ours("it irritates as acids do; clinics say 1 to 7 days")),
        avoid(benzoyl_peroxide, 24, 72, expert_practice, ours_for_shallow(), for_shallow),
        avoid(exercise,
              48,
              72,
              label,
              fmt::format("{}: no strenuous exercise for 72 hours; Morpheus8 clinics say 48",
                          skinpen)),
        avoid(exercise,
              48,
              120,
              label,
              fmt::format("{}: no thermal damage in the first two days; 5 days are ours", fractora),
              for_radiofrequency),
        avoid(exercise, 24, {}, expert_practice, ours_for_shallow(), for_shallow),
        avoid(
            vitamin_c,
            48,
            168,
            expert_practice,
            ours("clinics say 2 to 7 days; granulomas followed vitamin C that was needled in (doi "
                 "10.1097/dss.0000000000004450)")),
    };
}

CareRows rows_of_the_first_weeks() {
    using enum CareSubject;
    CareRows all;
    for (const auto acid : {glycolic_acid, salicylic_acid}) {
        all.push_back(
            avoid(acid, 120, 168, expert_practice, ours("clinics say 5 to 7 days (SkinPen)")));
        all.push_back(avoid(acid,
                            168,
                            336,
                            expert_practice,
                            ours("until crusts are off after radiofrequency"),
                            for_radiofrequency));
        all.push_back(avoid(acid, 48, 72, expert_practice, ours_for_shallow(), for_shallow));
    }
    all.insert(
        all.end(),
        {avoid(scrub,
               168,
               {},
               expert_practice,
               ours("clinics say not to scrub or peel off for a week")),
         avoid(scrub,
               336,
               504,
               label,
               fmt::format("{}: crusts last 1 to 3 weeks and are left to fall off; the hours are "
                           "ours",
                           fractora),
               for_radiofrequency),
         avoid(scrub, 72, {}, expert_practice, ours_for_shallow(), for_shallow),
         avoid(retinoid, 168, 240, expert_practice, ours("clinics say 5 to 10 days")),
         avoid(retinoid,
               168,
               336,
               expert_practice,
               ours("clinics say a week after Morpheus8; longer while crusts are on"),
               for_radiofrequency),
         avoid(retinoid, 72, 168, expert_practice, ours_for_shallow(), for_shallow),
         avoid(peel_or_laser,
               672,
               {},
               expert_practice,
               ours("as long as the shortest interval between two sessions that makers name, 4 "
                    "weeks"))});
    return all;
}

CareRows rows_without_evidence() {
    using enum CareSubject;
    constexpr auto none = "offered after needling; no trial of that was found";
    return {
        row(niacinamide, Stance::no_evidence, {0, 672, {}}, expert_practice, none),
        row(peptides, Stance::no_evidence, {0, 672, {}}, expert_practice, none),
    };
}

}  // namespace

CareRows own_care_rows() {
    CareRows all;
    for (const auto& part : {rows_to_use(),
                             rows_of_the_sun(),
                             rows_of_the_first_days(),
                             rows_of_what_hurts(),
                             rows_of_the_first_weeks(),
                             rows_without_evidence()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

}  // namespace clinical
