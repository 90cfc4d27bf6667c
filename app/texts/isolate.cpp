#include "app/texts/isolate.h"

namespace texts {

namespace {

constexpr std::string_view left_to_right = "\u2066";
constexpr std::string_view first_strong = "\u2068";
constexpr std::string_view end_of_isolate = "\u2069";

bool begins_isolate(std::string_view text) {
    return text.starts_with(left_to_right) || text.starts_with("\u2067") ||
           text.starts_with(first_strong);
}

struct Depth {
    int open = 0;         // isolates that do not end
    int missing = 0;      // ends of none
    bool is_one = false;  // from the first character to the last
};

Depth depth_of(std::string_view text) {
    Depth depth;
    depth.is_one = begins_isolate(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = text.substr(at);
        if (begins_isolate(rest)) {
            ++depth.open;
        } else if (rest.starts_with(end_of_isolate)) {
            depth.open > 0 ? --depth.open : ++depth.missing;
            depth.is_one = depth.is_one && (depth.open > 0 || rest == end_of_isolate);
        }
    }
    depth.is_one = depth.is_one && depth.open == 0 && depth.missing == 0;
    return depth;
}

std::string repeated(std::string_view mark, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += mark;
    }
    return text;
}

std::string within(std::string_view begin, std::string_view text, const Depth& depth) {
    return std::string(begin) + repeated(first_strong, depth.missing) + std::string(text) +
           repeated(end_of_isolate, depth.open) + std::string(end_of_isolate);
}

}  // namespace

std::string isolated(std::string_view text) {
    const auto depth = depth_of(text);
    return text.empty() || depth.is_one ? std::string(text) : within(first_strong, text, depth);
}

std::string isolated_left_to_right(std::string_view text) {
    return text.empty() ? std::string() : within(left_to_right, text, depth_of(text));
}

}  // namespace texts
