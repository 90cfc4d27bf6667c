#pragma once
// A scale: what its numbers can be, which way is better, and how much of a change is more than
// noise.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/types/concern.h"
#include "schema/types/id.h"
#include "schema/types/word.h"

namespace schema {

enum class Better { lower, higher, neither };

template <>
struct Words<Better> {
    static constexpr std::array<std::string_view, 3> all{"lower", "higher", "neither"};
};

struct Instrument {
    Id<Instrument> id{};

    std::string code;
    std::string name;
    std::optional<Concern> concern;
    double low = 0;
    std::optional<double> high;  // none: no upper end (a count)
    std::optional<double> step;  // none: any value between
    std::string unit;            // UCUM
    Better better{};
    // A change of at most this much is within rater noise.
    std::optional<double> noise;
    std::optional<std::string> noise_source;
    // A responder: every part of the rule that is given holds for the change from baseline, in the
    // better direction.
    std::optional<double> responder_change;   // moved by at least this much
    std::optional<double> responder_percent;  // moved by at least this percentage of the baseline
    std::optional<double> responder_reach;    // and has come to this value or better
    std::optional<std::string> responder_text;
    std::optional<std::string> responder_source;
    std::optional<std::string> source;  // of the scale itself
    bool built_in = false;              // of the program's catalogue, not the clinic's own

    bool operator==(const Instrument&) const = default;
};

template <>
struct Description<Instrument> {
    static constexpr std::string_view noun = "instrument";
    static constexpr std::string_view table = "instrument";
    static constexpr std::string_view plural = "instruments";
    static constexpr std::string_view summary = "a scale";
    static constexpr std::tuple fields{
        Field{"code", &Instrument::code, "short name, lower case: lesions_total"},
        Field{"name", &Instrument::name, "full name"},
        Field{"concern", &Instrument::concern, "what it is about"},
        Field{"low", &Instrument::low, "lowest value"},
        Field{"high", &Instrument::high, "highest value; empty = no upper end"},
        Field{"step", &Instrument::step, "smallest difference; empty = any value between"},
        Field{"unit", &Instrument::unit, "unit in UCUM: {score}, {lesions}, mm"},
        Field{"better", &Instrument::better, "which way is better"},
        Field{"noise", &Instrument::noise, "a change of at most this is within rater noise"},
        Field{"noise_source", &Instrument::noise_source, "where that is published"},
        Field{"responder_change",
              &Instrument::responder_change,
              "a responder moved by at least this"},
        Field{"responder_percent",
              &Instrument::responder_percent,
              "a responder moved by at least this percentage of the baseline"},
        Field{"responder_reach", &Instrument::responder_reach, "and came to this value or better"},
        Field{"responder_text", &Instrument::responder_text, "the rule in words"},
        Field{"responder_source", &Instrument::responder_source, "where it is published"},
        Field{"source", &Instrument::source, "where the scale is published"},
        Field{"built_in", &Instrument::built_in, "yes = of the program's own catalogue"},
    };
};

}  // namespace schema
