#pragma once
// Something that went wrong, or a side effect that was seen.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/records/session.h"
#include "schema/types/date.h"

namespace schema {

enum class EventKind {
    erythema,
    oedema,
    pain,
    bleeding,
    bruising,
    dryness,
    itch,
    crust,
    lymphadenopathy,
    contact_dermatitis,
    pih,
    tram_track_scarring,
    granuloma,
    herpes_reactivation,
    infection,
    acne_flare,
    milia,
    burn,
    fat_loss,
    nerve_injury,
    scar,
    spreading_redness,
    other,
};

template <>
struct Words<EventKind> {
    static constexpr std::string_view table = "word_event_kind";
    static constexpr std::array<std::string_view, 23> all{"erythema",
                                                          "oedema",
                                                          "pain",
                                                          "bleeding",
                                                          "bruising",
                                                          "dryness",
                                                          "itch",
                                                          "crust",
                                                          "lymphadenopathy",
                                                          "contact_dermatitis",
                                                          "pih",
                                                          "tram_track_scarring",
                                                          "granuloma",
                                                          "herpes_reactivation",
                                                          "infection",
                                                          "acne_flare",
                                                          "milia",
                                                          "burn",
                                                          "fat_loss",
                                                          "nerve_injury",
                                                          "scar",
                                                          "spreading_redness",
                                                          "other"};
};

// How sure it is that the treatment caused it, as trials ask it; related: certain, or not told how
// sure.
enum class Relatedness { unrelated, unlikely, possible, probable, related };

template <>
struct Words<Relatedness> {
    static constexpr std::string_view table = "word_relatedness";
    static constexpr std::array<std::string_view, 5> all{
        "unrelated", "unlikely", "possible", "probable", "related"};
};

struct AdverseEvent : Kept<AdverseEvent> {
    std::optional<Id<Session>> session;
    EventKind kind{};
    std::optional<PartialDate> onset;
    int severity = 0;
    std::optional<PartialDate> resolved;
    std::optional<std::string> note;
    std::optional<bool> serious;
    std::optional<Relatedness> related;

    bool operator==(const AdverseEvent&) const = default;
};

template <>
struct Description<AdverseEvent> {
    static constexpr std::string_view noun = "event";
    static constexpr std::string_view table = "adverse_event";
    static constexpr std::string_view plural = "events";
    static constexpr std::string_view summary = "a side effect or harm that was seen";
    static constexpr Example example{
        .summary = "Record a side effect or harm.",
        .options =
            "C-001 --session 3 --kind erythema --onset 2026-01-05 --severity 1 --resolved "
            "2026-01-07",
        .correction = "--severity 2",
        .headers = "id  session  kind      onset       severity  resolved",
        .row = "3   3        erythema  2026-01-05  1         2026-01-07"};
    static constexpr Steps steps{.feeds_aggregates = true};
    static constexpr std::tuple fields{
        Field{"session", &AdverseEvent::session, "id of the session it followed"},
        Field{"kind", &AdverseEvent::kind, "what it was", {.identity = true}},
        Field{
            "onset", &AdverseEvent::onset, "when it began, as far as known", {.role = Role::when}},
        Field{"severity",
              &AdverseEvent::severity,
              "1 mild, 2 moderate, 3 severe, 4 life-threatening, 5 death",
              {.range = {1, 5}, .plausible = every_grade}},
        Field{"resolved",
              &AdverseEvent::resolved,
              "when it was over; empty = going on or unknown",
              {.role = Role::until}},
        Field{"note",
              &AdverseEvent::note,
              "free text",
              {.role = Role::free_text, .confidential = true}},
        // ICH E2A (1994), II.B
        Field{"serious",
              &AdverseEvent::serious,
              "yes = death, danger to life, a stay in hospital, lasting disability or a birth "
              "defect; severity alone is not it"},
        Field{
            "related",
            &AdverseEvent::related,
            "how sure it is that the treatment caused it; related = certain, or not told how sure"},
    };
};

}  // namespace schema
