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
    static constexpr std::string_view table = "word_better";
    static constexpr std::array<std::string_view, 3> all{"lower", "higher", "neither"};
};

// Where the noise of a scale is from: a paper gives the number; computed from a published
// reliability; our own convention.
enum class NoiseKind { published, derived, ours };

template <>
struct Words<NoiseKind> {
    static constexpr std::string_view table = "word_noise_kind";
    static constexpr std::array<std::string_view, 3> all{"published", "derived", "ours"};
};

// points: so many points of the scale. count: of two counts a and b, 1.96·√(a + b + 1 + c(a² +
// b²)).
enum class NoiseRule { points, count };

template <>
struct Words<NoiseRule> {
    static constexpr std::string_view table = "word_noise_rule";
    static constexpr std::array<std::string_view, 2> all{"points", "count"};
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
    // A change of at most this much is within noise: what two ratings of an unchanged patient
    // differ by.
    std::optional<double> noise;
    std::optional<std::string> noise_source;  // without a noise: why there is none
    // A responder: every part of the rule that is given holds for the change from baseline, in the
    // better direction.
    std::optional<double> responder_change;   // moved by at least this much
    std::optional<double> responder_percent;  // moved by at least this percentage of the baseline
    std::optional<double> responder_reach;    // and has come to this value or better
    std::optional<std::string> responder_text;
    std::optional<std::string> responder_source;
    std::optional<std::string> source;    // of the scale itself
    bool built_in = false;                // of the program's catalogue, not the clinic's own
    std::optional<NoiseRule> noise_rule;  // none: no noise is known
    std::optional<NoiseKind> noise_kind;
    std::optional<double> noise_other_rater;   // when another rater looked; none: `noise` holds too
    std::optional<std::string> noise_formula;  // how it was computed
    // The best value; nearer to it is better (a signed difference: 0).
    std::optional<double> target;
    std::optional<double> responder_from;  // the rule is for a baseline of at least this

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
        Field{"noise", &Instrument::noise, "a change of at most this is within noise"},
        Field{"noise_source",
              &Instrument::noise_source,
              "where that is from; without a noise, why there is none"},
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
        Field{"built_in",
              &Instrument::built_in,
              "yes = of the program's own catalogue",
              {.by_program = true}},
        Field{"noise_rule",
              &Instrument::noise_rule,
              "points = noise is in points of the scale, count = computed from the two counts"},
        Field{"noise_kind",
              &Instrument::noise_kind,
              "published, derived from a published reliability, or ours"},
        Field{"noise_other_rater",
              &Instrument::noise_other_rater,
              "noise when another rater looked; empty = the same"},
        Field{"noise_formula", &Instrument::noise_formula, "how the noise was computed"},
        Field{"target",
              &Instrument::target,
              "the best value, nearer to it is better; empty = better says it"},
        Field{"responder_from",
              &Instrument::responder_from,
              "the responder rule is for a baseline of at least this"},
    };
};

}  // namespace schema
