#include "app/clinical/events/event_catalogue.h"

#include <algorithm>
#include <array>

namespace clinical {

namespace {

using schema::EventKind;

constexpr ExpectedOnset at_once{};
constexpr ExpectedOnset in_the_first_days{.earliest = 1, .latest = 3};

// A review gives seven days as the end of what is expected of the ordinary reactions.
constexpr int one_week = 7;

constexpr std::string_view review =
    "Chu 2021, review of 85 articles with 2805 patients, doi 10.1097/01.dss.0000790428.70373.f6";
constexpr std::string_view review_and_al_qarqaz =
    "Chu 2021, review of 85 articles with 2805 patients, doi 10.1097/01.dss.0000790428.70373.f6; "
    "Al Qarqaz, dark skin";
constexpr std::string_view fda_2025 =
    "FDA safety communication on radiofrequency microneedling, 15 October 2025";

constexpr std::array event_facts{
    EventFacts{
        .kind = EventKind::erythema,
        .onset = at_once,
        .longest_days = 3,
        .note = "nearly everyone",
        .radiofrequency = "gone within 10 hours in a trial on dark skin",
        .source = "Chu 2021, doi 10.1097/01.dss.0000790428.70373.f6; PubMed 28009691; Hong Kong "
                  "Journal of Dermatology and Venereology (hkdvb)",
    },
    EventFacts{
        .kind = EventKind::oedema,
        .onset = at_once,
        .longest_days = 1,
        .note = "common, for 3 to 6 hours",
        .radiofrequency = "12 of 40 patients in one trial",
        .source = "Hong Kong Journal of Dermatology and Venereology (hkdvb); Navyadevi 2024, J "
                  "Cutan Aesthet Surg",
    },
    EventFacts{
        .kind = EventKind::pain,
        .onset = at_once,
        .longest_days = 2,
        .note = "pain or burning, mild, hours to days",
        .source = "Vietnamese cohort (rhustr.com); Elawar and Dahan 2018, J Clin Aesthet Dermatol",
    },
    EventFacts{
        .kind = EventKind::bleeding,
        .onset = at_once,
        .longest_days = one_week,
        .note = "pinpoint bleeding is common",
        .source = review_and_al_qarqaz,
    },
    EventFacts{
        .kind = EventKind::bruising,
        .onset = at_once,
        .longest_days = one_week,
        .note = "small haematomas are common",
        .source = review_and_al_qarqaz,
    },
    EventFacts{
        .kind = EventKind::dryness,
        .onset = in_the_first_days,
        .longest_days = one_week,
        .note = "dryness and peeling are common",
        .source = review_and_al_qarqaz,
    },
    EventFacts{
        .kind = EventKind::itch,
        .onset = in_the_first_days,
        .longest_days = one_week,
        .note = "common",
        .source = review_and_al_qarqaz,
    },
    EventFacts{
        .kind = EventKind::crust,
        .onset = in_the_first_days,
        .longest_days = one_week,
        .source = review,
    },
    EventFacts{
        .kind = EventKind::lymphadenopathy,
        .note = "rare; begins after days and passes within days",
        .source = review,
    },
    EventFacts{
        .kind = EventKind::contact_dermatitis,
        .onset = in_the_first_days,
        .longest_days = one_week,
        .note = "irritant contact dermatitis, rare",
        .source = review,
    },
    EventFacts{
        .kind = EventKind::pih,
        .onset = ExpectedOnset{.earliest = 14, .latest = 42},
        .note = "5 patients in a roller trial that 36 began and 30 completed; lasts for weeks to "
                "months",
        .radiofrequency = "2 of 40 patients in one trial",
        .source = "Dogra, PubMed 25196684; Navyadevi 2024, J Cutan Aesthet Surg; Chawla 2014; "
                  "onset and duration (unverified)",
    },
    EventFacts{
        .kind = EventKind::tram_track_scarring,
        .persistent = true,
        .note = "2 patients in a roller trial that 36 began and 30 completed; begins after weeks",
        .source = "Dogra, PubMed 25196684; Chu 2021, doi 10.1097/01.dss.0000790428.70373.f6; onset "
                  "(unverified)",
    },
    EventFacts{
        .kind = EventKind::granuloma,
        .persistent = true,
        .note = "15 patients in 13 studies, begins after weeks to months; most after vitamin C was "
                "needled in",
        .source = "review of granulomatous reactions, doi 10.1097/dss.0000000000004450",
    },
    EventFacts{
        .kind = EventKind::herpes_reactivation,
        .onset = ExpectedOnset{.earliest = 2, .latest = 7},
        .longest_days = 14,
        .note = "lasts 7 to 14 days",
        .source = "Dermapen 4 manual; onset and duration (unverified)",
    },
    EventFacts{
        .kind = EventKind::infection,
        .onset = ExpectedOnset{.earliest = 1, .latest = 7},
        .source = "Dermapen 4 manual; onset (unverified)",
    },
    EventFacts{
        .kind = EventKind::acne_flare,
        .note = "begins after days and passes within days",
        .source = "general knowledge (unverified)",
    },
    EventFacts{
        .kind = EventKind::milia,
        .note = "begins after days and passes within days",
        .source = "general knowledge (unverified)",
    },
    EventFacts{
        .kind = EventKind::burn,
        .radiofrequency = "reported at any time after; may need surgery",
        .source = fda_2025,
    },
    EventFacts{
        .kind = EventKind::fat_loss,
        .radiofrequency = "reported at any time after; may need surgery",
        .source = fda_2025,
    },
    EventFacts{
        .kind = EventKind::nerve_injury,
        .radiofrequency = "reported at any time after; may need surgery",
        .source = fda_2025,
    },
    EventFacts{
        .kind = EventKind::scar,
        .radiofrequency = "reported at any time after; may need surgery",
        .source = fda_2025,
    },
    EventFacts{
        .kind = EventKind::spreading_redness,
        .note = "not expected: redness that spreads, warm or painful, can be an infection of the "
                "skin; call the clinic now",
        .source = "InMode Morpheus8 manual: contact the physician at any indication of infection "
                  "(unverified)",
    },
    EventFacts{
        .kind = EventKind::other,
        .note = "nothing is known beforehand",
        .source = "none",
    },
};

}  // namespace

std::span<const EventFacts> event_catalogue() {
    return event_facts;
}

const EventFacts& facts_of(EventKind kind) {
    return *std::find_if(event_facts.begin(), event_facts.end(), [&](const EventFacts& each) {
        return each.kind == kind;
    });
}

}  // namespace clinical
