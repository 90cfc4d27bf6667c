#pragma once
// A number read off an instrument held to the skin.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/civil_time.h"
#include "schema/types/region.h"

namespace schema {

enum class Measure { sebum, tewl, hydration, pores, melanin_index, erythema_index };

template <>
struct Words<Measure> {
    static constexpr std::string_view table = "word_measure";
    static constexpr std::array<std::string_view, 6> all{
        "sebum", "tewl", "hydration", "pores", "melanin_index", "erythema_index"};
};

struct Reading : Kept<Reading> {
    CivilTime on;
    Measure what{};
    std::optional<Region> region;
    double value = 0;
    std::optional<std::string> device;
    std::optional<std::string> note;
    std::optional<std::string> rater;

    bool operator==(const Reading&) const = default;
};

template <>
struct Description<Reading> {
    static constexpr std::string_view noun = "reading";
    static constexpr std::string_view table = "reading";
    static constexpr std::string_view plural = "readings";
    static constexpr std::string_view summary = "a number read off an instrument held to the skin";
    static constexpr Steps steps{.scores = true};
    static constexpr Example example{
        .summary = "Record a number read off an instrument held to the skin.",
        .options = "C-001 --on 2026-01-05 --what tewl --region left_cheek --value 14.2",
        .correction = "--value 14.8",
        .headers = "id  on          what  region      value",
        .row = "3   2026-01-05  tewl  left_cheek  14.2"};
    static constexpr std::tuple fields{
        Field{"on", &Reading::on, "when it was read", {.role = Role::when}},
        Field{"what",
              &Reading::what,
              "what was measured; melanin and erythema index as lesion minus adjacent skin",
              {.identity = true}},
        Field{"region", &Reading::region, "where; empty = the face as a whole", {.identity = true}},
        Field{"value",
              &Reading::value,
              "the number, in the unit of its instrument",
              {.plausible = {.why = "by what was measured: see app/tracking/plausibility.cpp"}}},
        Field{"device", &Reading::device, "probe and serial number; compare only like with like"},
        Field{"note", &Reading::note, "free text", {.role = Role::free_text, .confidential = true}},
        Field{"rater", &Reading::rater, "who read it; empty = not recorded"},
    };
};

}  // namespace schema
