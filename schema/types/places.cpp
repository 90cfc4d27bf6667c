#include "schema/types/places.h"

#include <algorithm>

namespace schema {

namespace {

constexpr std::string_view rest_word = "rest";

}  // namespace

std::optional<double> Places::at(Region region) const {
    const auto found = std::find_if(values.begin(), values.end(), [&](const PlaceValue& each) {
        return each.region == region;
    });
    if (found != values.end()) {
        return found->value;
    }
    return rest ? std::optional(0.0) : std::nullopt;
}

std::optional<Places> Places::read(std::string_view text) {
    Places places;
    for (const auto piece : split(text, ',')) {
        const auto equals = piece.find('=');
        if (equals == std::string_view::npos) {
            if (piece != rest_word || places.rest) {
                return std::nullopt;
            }
            places.rest = true;
            continue;
        }
        const auto region = read_word<Region>(piece.substr(0, equals));
        const auto value = read_number(piece.substr(equals + 1));
        const auto is_twice = [&](const PlaceValue& each) { return each.region == region; };
        if (!region || !value ||
            std::any_of(places.values.begin(), places.values.end(), is_twice)) {
            return std::nullopt;
        }
        places.values.push_back({*region, *value});
    }
    return places;
}

std::string Places::text() const {
    std::string text;
    for (const auto& [region, value] : values) {
        text += (text.empty() ? "" : ",") + std::string(word(region)) + "=" + number_text(value);
    }
    if (rest) {
        text += text.empty() ? rest_word : "," + std::string(rest_word);
    }
    return text;
}

}  // namespace schema
