#include "app/clinical/comparing/instructions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace clinical::instructions {

namespace {

using schema::Number;

Phrase by_degrees(const std::string& id, double degrees) {
    const auto whole = std::max(1, static_cast<int>(std::lround(std::abs(degrees))));
    return Phrase("comparing." + id, {{"degrees", Number{.value = static_cast<double>(whole)}}});
}

// "half a stop", "one stop", "1.5 stops".
Phrase stops_text(double stops) {
    const auto tenths = std::max(1L, std::lround(std::abs(stops) * 10));
    if (tenths == 5) {
        return Phrase("comparing.stops.half");
    }
    if (tenths == 10) {
        return Phrase("comparing.stops.one");
    }
    return Phrase("comparing.stops.many",
                  {{"stops", Number{.value = static_cast<double>(tenths) / 10, .decimals = 1}}});
}

// "a fifth", and in percent what is near to no such part.
Phrase part_text(double percent) {
    struct Part {
        double percent;
        const char* name;
    };
    constexpr std::array<Part, 5> parts{
        {{10, "tenth"}, {20, "fifth"}, {25, "quarter"}, {100.0 / 3, "third"}, {50, "half"}}};
    constexpr double near = 2.5;
    for (const auto& part : parts) {
        if (std::abs(percent - part.percent) < near) {
            return Phrase(std::string("comparing.by.") + part.name);
        }
    }
    return Phrase("comparing.by.percent", {{"percent", Number{.value = std::round(percent)}}});
}

}  // namespace

Phrase turn(double degrees) {
    return by_degrees(degrees > 0 ? "yaw.right" : "yaw.left", degrees);
}

Phrase nod(double degrees) {
    return by_degrees(degrees > 0 ? "pitch.down" : "pitch.up", degrees);
}

Phrase tilt(double degrees) {
    return by_degrees(degrees > 0 ? "roll.right" : "roll.left", degrees);
}

Phrase approach(double percent, bool is_smaller) {
    // To make it larger by a fourth, the distance becomes a fifth less.
    const double by = is_smaller ? 100 * percent / (100 + percent) : percent;
    return Phrase(is_smaller ? "comparing.distance.nearer" : "comparing.distance.further",
                  {{"part", part_text(by)}});
}

Phrase move(double right_percent, double down_percent) {
    const bool is_sideways = std::abs(right_percent) >= std::abs(down_percent);
    const auto* way =
        is_sideways ? (right_percent > 0 ? "left" : "right") : (down_percent > 0 ? "up" : "down");
    const double percent = is_sideways ? std::abs(right_percent) : std::abs(down_percent);
    return Phrase(std::string("comparing.place.") + way,
                  {{"part", part_text(std::max(1.0, percent))}});
}

Phrase expose(double stops) {
    return Phrase(stops > 0 ? "comparing.light.darker" : "comparing.light.brighter",
                  {{"stops", stops_text(stops)}});
}

Phrase balance(double red_stops, double blue_stops) {
    const bool is_red = std::abs(red_stops) >= std::abs(blue_stops);
    const double stops = is_red ? red_stops : blue_stops;
    const auto* way =
        is_red ? (stops > 0 ? "less_red" : "more_red") : (stops > 0 ? "less_blue" : "more_blue");
    return Phrase(std::string("comparing.colour.") + way, {{"stops", stops_text(stops)}});
}

Phrase focus(double octaves) {
    return Phrase(octaves > 0 ? "comparing.sharpness.first" : "comparing.sharpness.second");
}

Phrase keep_drawing(const schema::PhotoFigures& worse, bool is_second) {
    const bool is_bright = worse.clipped_bright >= worse.clipped_dark;
    const double percent = is_bright ? worse.clipped_bright : worse.clipped_dark;
    return Phrase(std::string("comparing.clipping.") + (is_second ? "second_" : "first_") +
                      (is_bright ? "bright" : "dark"),
                  {{"percent", Number{.value = std::round(percent)}}});
}

}  // namespace clinical::instructions
