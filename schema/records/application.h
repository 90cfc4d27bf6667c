#pragma once
// A topical product put on the skin, at a session or at home.

#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/records/session.h"
#include "schema/types/active.h"
#include "schema/types/civil_time.h"

namespace schema {

struct Application : Kept<Application> {
    CivilTime at;
    std::optional<Id<Session>> session;
    Active active{};
    std::optional<std::string> product;
    std::optional<std::string> lot;
    std::optional<std::string> note;
    std::optional<bool> perfumed;

    bool operator==(const Application&) const = default;
};

template <>
struct Description<Application> {
    static constexpr std::string_view noun = "application";
    static constexpr std::string_view table = "application";
    static constexpr std::string_view plural = "applications";
    static constexpr std::string_view summary = "a topical product put on the skin";
    static constexpr Example example{
        .summary = "Record a topical product that was put on the skin.",
        .options =
            "C-001 --at 2026-01-05T18:00 --active niacinamide --product \"Serum 5 %\" --session 3",
        .correction = "--active peptides",
        .headers = "id  at                session  active       product",
        .row = "3   2026-01-05T18:00  3        niacinamide  Serum 5 %"};
    static constexpr std::tuple fields{
        Field{"at", &Application::at, "when it was put on", {.role = Role::when}},
        Field{"session", &Application::session, "id of the session it belongs to"},
        Field{"active", &Application::active, "the active ingredient", {.identity = true}},
        Field{"product", &Application::product, "maker and name", {.identity = true}},
        Field{"lot", &Application::lot, "lot of the product"},
        Field{"note",
              &Application::note,
              "free text",
              {.role = Role::free_text, .confidential = true}},
        Field{"perfumed", &Application::perfumed, "yes = it contains perfume"},
    };
};

}  // namespace schema
