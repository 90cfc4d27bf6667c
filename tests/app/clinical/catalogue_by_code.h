#pragma once

// The catalogue as a map, for the tests that ask for one instrument after another.

#include <map>
#include <string>

#include "app/clinical/catalogue.h"

namespace clinical {

inline std::map<std::string, schema::Instrument> by_code() {
    std::map<std::string, schema::Instrument> instruments;
    for (const auto& instrument : catalogue()) {
        instruments.emplace(instrument.code, instrument);
    }
    return instruments;
}

}  // namespace clinical
