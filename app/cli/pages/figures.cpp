#include "app/cli/pages/figures.h"

#include <cmath>

#include <fmt/format.h>

namespace cli {

namespace {

constexpr double too_long_to_write_out = 1e7;

std::string in_powers_of_ten(double value) {
    return (value < 0 ? "−" : "") + fmt::format("{:.3g}", std::abs(value));
}

}  // namespace

std::string figure(double value, int decimals) {
    return std::abs(value) < too_long_to_write_out ? progress::figure(value, decimals)
                                                   : in_powers_of_ten(value);
}

std::string signed_figure(double value, int decimals) {
    if (std::abs(value) < too_long_to_write_out) {
        return progress::signed_figure(value, decimals);
    }
    return (value > 0 ? "+" : "") + in_powers_of_ten(value);
}

std::string scale_figure(double value, int decimals) {
    return figure(value, texts::is_whole(value) ? 0 : decimals);
}

}  // namespace cli
