#pragma once
// What to use and what to avoid at a moment after needling, until when, and what was used since.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/clinical/aftercare/care_facts.h"
#include "app/clinical/aftercare/phase.h"
#include "app/clinical/aftercare/used_product.h"

namespace clinical {

// A phase with its ends on the clinic's clock.
struct TimedPhase {
    CarePhase phase;
    schema::CivilTime from;
    schema::CivilTime until;
};

struct CareItem {
    schema::CareAdvice advice;
    SourceGrade grade{};
    schema::CivilTime from;
    schema::CivilTime until;                          // by the shortest source
    std::optional<schema::CivilTime> cautious_until;  // by the longest, where sources differ
    double hours_left{};  // to `until`; 0 when only the longest source still holds

    const schema::CivilTime& longest() const { return cautious_until ? *cautious_until : until; }
};

// ends_for_some: by the shortest source it is over. ends: by every source. begins: from then on.
enum class CareTurn { begins, ends_for_some, ends };

struct CareChange {
    schema::CivilTime at;
    CareTurn turn{};
    schema::CareAdvice advice;
};

enum class CareWarningKind { vitamin_c, perfume, metal, too_early };

struct CareWarning {
    CareWarningKind kind{};
    texts::Phrase text;  // a whole sentence
    std::string source;
    std::string_view record;  // its noun: application, session, condition
    std::int64_t record_id{};
};

// A row of the profile that the patient is allergic to.
struct CareAllergen {
    schema::CareSubject subject{};
    schema::Id<schema::Condition> condition{};
};

struct Aftercare {
    schema::CivilTime at;
    std::optional<schema::Session> session;  // the last one before `at`
    schema::CivilTime began;                 // what its hours count from (see care_time.h)
    double hours_since{};                    // never less than 0
    CareCase after;                          // how and whom it needled
    bool skin_is_known = false;
    // A side effect that needs a call today was going on: then nothing is advised and nothing comes
    // next, because no product is for burnt or infected skin.
    bool on_hold = false;
    std::optional<TimedPhase> phase;  // none once all are over
    std::optional<TimedPhase> next_phase;
    std::vector<CareItem> advised;  // now; each list by its end, the soonest first
    std::vector<CareItem> avoid;    // now, by the longest source
    std::vector<CareItem> not_yet;  // advised later; by its beginning, the soonest first
    // What was to be avoided until some hour of this day: a patient who was told a day keeps to it.
    std::vector<CareItem> over_today;
    std::vector<CareItem> no_evidence;
    // In none of the lists above, nor in `next`: it is never to be used.
    std::vector<CareAllergen> allergens;
    std::vector<CareChange> next;   // in the order of time
    std::vector<UsedProduct> used;  // since the session, up to `at`
    std::vector<CareWarning> warnings;

    bool is_allergic_to(schema::CareSubject subject) const;
    // Some phase is going on, or something is still to be avoided.
    bool is_open() const { return phase.has_value() || !avoid.empty(); }
};

// `at` may be a whole day: then what holds at its beginning counts, or at the end of a session on
// that day. Without a session up to `at` there is nothing but `at`.
Aftercare aftercare(const CareFacts& facts, const schema::CivilTime& at);

}  // namespace clinical

template <>
struct schema::Words<clinical::CareTurn> {
    static constexpr std::array<std::string_view, 3> all{"begins", "ends_for_some", "ends"};
};

template <>
struct schema::Words<clinical::CareWarningKind> {
    static constexpr std::array<std::string_view, 4> all{
        "vitamin_c", "perfume", "metal", "too_early"};
};
