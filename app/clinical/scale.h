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
    std::string_view name;
    bool assigned = true;  // false: the published table leaves this value out
};

// How far apart two raters of the same patient were found to be.
struct Noise {
    double points{};
    std::string_view source;
};

// What counts as a responder; see schema::Instrument for how the parts combine.
struct ResponderRule {
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
    std::optional<Noise> noise = std::nullopt;
    std::optional<ResponderRule> responder = std::nullopt;
    std::string_view source;        // authors, journal, DOI or PMID
    std::string_view unverified{};  // what could not be checked against the paper; empty: nothing
    std::string_view formula;       // how it is rated or summed, in plain lines
    std::string_view example;       // one case worked through
    std::span<const BandStart> bands{};  // ascending; empty where none are published
    std::span<const std::string_view>
        items{};  // of a questionnaire, from number 1: a neutral label
};

// The scale as a book keeps it: built in, its id not yet given. Its source ends in what is
// unverified and the word "(unverified)", where something is.
schema::Instrument instrument_of(const Scale& scale);

}  // namespace clinical
