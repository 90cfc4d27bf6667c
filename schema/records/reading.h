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
    static constexpr std::tuple fields{
        Field{"on", &Reading::on, "when it was read"},
        Field{"what",
              &Reading::what,
              "what was measured; melanin and erythema index as lesion minus adjacent skin"},
        Field{"region", &Reading::region, "where; empty = the face as a whole"},
        Field{"value", &Reading::value, "the number, in the unit of its instrument"},
        Field{"device", &Reading::device, "probe and serial number; compare only like with like"},
        Field{"note", &Reading::note, "free text", Range{}, confidential},
        Field{"rater", &Reading::rater, "who read it; empty = not recorded"},
    };
};

}  // namespace schema
