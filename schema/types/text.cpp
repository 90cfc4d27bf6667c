#include "schema/types/text.h"

#include <array>
#include <cmath>

namespace schema {

std::string number_text(double value) {
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::optional<double> read_number(std::string_view text) {
    return read_plain(text, [](std::string_view plain) -> std::optional<double> {
        double value = 0;
        const auto* const end = plain.data() + plain.size();
        const auto result = std::from_chars(plain.data(), end, value);
        const bool whole = result.ec == std::errc() && result.ptr == end;
        // "-0" is 0.
        return whole && std::isfinite(value) ? std::optional(value + 0.0) : std::nullopt;
    });
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    for (;;) {
        const auto at = text.find(separator);
        pieces.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return pieces;
        }
        text.remove_prefix(at + 1);
    }
}

}  // namespace schema
