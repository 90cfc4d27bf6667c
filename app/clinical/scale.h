#pragma once
// The published facts of one instrument, as constants beside its formula. An instrument is one
// Scale in a file of its own and one line of catalogue.cpp.

#include <optional>
#include <span>
#include <string_view>

#include "schema/records/instrument.h"
#include "schema/types/concern.h"

namespace clinical {

// A band holds from here up to the start of the next one.
struct BandStart {
    int from{};
    std::string_view name;  // empty: none is published from here on
    bool assigned = true;   // false: the published table leaves this value out
};

// How far two ratings of an unchanged patient differ: a change of at most this is no change.
struct Noise {
    schema::NoiseKind kind{};
    double points{};                                   // 0 where the rule is count
    std::optional<double> other_rater = std::nullopt;  // when another rater looked; none: the same
    schema::NoiseRule rule = schema::NoiseRule::points;
    std::string_view formula{};  // how the number was computed; empty: it was read
    std::string_view source;
};

// What counts as a responder; see schema::Instrument for how the parts combine.
struct ResponderRule {
    std::optional<double> from = std::nullopt;  // for a baseline of at least this
    std::optional<double> change = std::nullopt;
    std::optional<double> percent = std::nullopt;
    std::optional<double> reach = std::nullopt;
    std::string_view text;
    std::string_view source;
};

struct Scale {
    std::string_view code;
    std::string_view name;
    schema::Concern concern{};
    double low = 0;
    std::optional<double> high = std::nullopt;
    std::optional<double> step = std::nullopt;
    std::string_view unit = "{score}";
    schema::Better better = schema::Better::lower;
    std::optional<double> target = std::nullopt;  // nearer to it is better: a signed difference
    std::optional<Noise> noise = std::nullopt;
    std::string_view no_noise{};  // why there is none; for a scale with a better direction
    // A scale of change: one value is a statement against the state before treatment, and two are
    // never subtracted.
    bool states_change = false;
    std::optional<ResponderRule> responder = std::nullopt;
    std::string_view source;        // authors, journal, DOI or PMID
    std::string_view unverified{};  // what could not be checked against the paper; empty: nothing
    std::string_view formula;       // how it is rated or summed, in plain lines
    std::string_view example;       // one case worked through
    std::span<const BandStart> bands{};  // ascending; empty where none are published
    // Of a questionnaire, from number 1: a neutral label.
    std::span<const std::string_view> items{};
};

// The scale as a book keeps it: built in, its id not yet given. Its source ends in what is
// unverified and the word "(unverified)", where something is.
schema::Instrument instrument_of(const Scale& scale);

}  // namespace clinical
