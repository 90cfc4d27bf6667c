#include "app/exchange/instrument_faults.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "app/exchange/utf8.h"

namespace exchange {

namespace {

using schema::Instrument;

bool is_code(const std::string& code) {
    return !code.empty() && code.front() >= 'a' && code.front() <= 'z' &&
           code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

bool same_scale(Instrument a, const Instrument& b) {
    a.id = b.id;
    a.built_in = b.built_in;
    return a == b;
}

}  // namespace

std::vector<schema::Problem> instrument_faults(const Instrument& scale,
                                               const std::vector<Instrument>& known,
                                               bool same_is_fine) {
    std::vector<schema::Problem> faults;
    if (!is_code(scale.code)) {
        faults.push_back({"",
                          fmt::format("{} is not a code", excerpt(scale.code)),
                          "use small letters, digits and _ and begin with a letter: pore_count"});
    }
    if (scale.high && *scale.high <= scale.low) {
        faults.push_back({"",
                          fmt::format("range {} to {} is empty", scale.low, *scale.high),
                          "give a highest value above the lowest, or none"});
    }
    const std::array<std::pair<const char*, std::optional<double>>, 3> above_zero{
        {{"step", scale.step},
         {"responder_change", scale.responder_change},
         {"responder_percent", scale.responder_percent}}};
    for (const auto& [name, value] : above_zero) {
        if (value && *value <= 0) {
            faults.push_back({"",
                              fmt::format("{} {} is not above 0", name, *value),
                              "give a number above 0, or none"});
        }
    }
    if (scale.noise && *scale.noise < 0) {
        faults.push_back({"", fmt::format("noise {} is below 0", *scale.noise), "give 0 or more"});
    }
    const auto other = std::find_if(
        known.begin(), known.end(), [&](const auto& each) { return each.code == scale.code; });
    if (other != known.end() && !(same_is_fine && same_scale(scale, *other))) {
        faults.push_back({"",
                          fmt::format("there is already an instrument {}", scale.code),
                          "choose another code; `needlebook instrument list` shows those taken"});
    }
    return faults;
}

}  // namespace exchange
