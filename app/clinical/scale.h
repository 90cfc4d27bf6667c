#pragma once
// The published facts of one instrument, as constants beside its formula. An instrument is one
// Scale in the header of its family and one line of catalogue.cpp.
//
// A source that the project could not check against the paper itself ends in "(unverified)".

#include <optional>
#include <span>
#include <string_view>

#include "schema/records/instrument.h"
#include "schema/types/concern.h"

namespace clinical {

// A band holds from here up to the start of the next one.
struct BandStart {
    int from = 0;
    std::string_view name;
    bool assigned = true;  // false: the published table leaves this value out
};

// How far apart two raters of the same patient were found to be.
struct Noise {
    double points = 0;
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
    std::string_view source;
    std::span<const BandStart> bands{};  // ascending; empty where none are published
};

// The scale as a book keeps it: built in, its id not yet given.
schema::Instrument instrument_of(const Scale& scale);

}  // namespace clinical
