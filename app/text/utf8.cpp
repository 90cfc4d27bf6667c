#include "app/text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace exchange {

namespace {

constexpr std::string_view no_break_space = "\u00A0";

// Eight bytes at once, as nearly every byte of nearly every table is ASCII: none NUL, none above
// 0x7F.
bool eight_plain(const char* at) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t tops = 0x8080808080808080;
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return (((word - ones) | word) & tops) == 0;
}

struct Lead {
    std::size_t length = 0;
    unsigned char second_from = 0x80;
    unsigned char second_to = 0xBF;
};

// The ranges of the second byte are what keeps out overlong forms, surrogates and points above
// U+10FFFF.
Lead lead_of(unsigned char byte) {
    if (byte < 0xC2 || byte > 0xF4) {
        return {};
    }
    if (byte < 0xE0) {
        return {.length = 2};
    }
    if (byte < 0xF0) {
        return {.length = 3,
                .second_from = byte == 0xE0 ? static_cast<unsigned char>(0xA0)
                                            : static_cast<unsigned char>(0x80),
                .second_to = byte == 0xED ? static_cast<unsigned char>(0x9F)
                                          : static_cast<unsigned char>(0xBF)};
    }
    return {.length = 4,
            .second_from =
                byte == 0xF0 ? static_cast<unsigned char>(0x90) : static_cast<unsigned char>(0x80),
            .second_to =
                byte == 0xF4 ? static_cast<unsigned char>(0x8F) : static_cast<unsigned char>(0xBF)};
}

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The length of the character that starts at `at`; 0 when none does.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        return first == 0 ? 0 : 1;
    }
    const Lead lead = lead_of(first);
    if (lead.length == 0 || text.size() - at < lead.length) {
        return 0;
    }
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (second < lead.second_from || second > lead.second_to) {
        return 0;
    }
    for (std::size_t i = 2; i < lead.length; ++i) {
        if (!is_continuation(text[at + i])) {
            return 0;
        }
    }
    return lead.length;
}

bool starts_blank(std::string_view text) {
    return text.starts_with(' ') || text.starts_with('\t');
}

bool ends_blank(std::string_view text) {
    return text.ends_with(' ') || text.ends_with('\t');
}

}  // namespace

std::optional<std::size_t> first_fault(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (text.size() - at >= 8 && eight_plain(text.data() + at)) {
            at += 8;
            continue;
        }
        const std::size_t length = character_length(text, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

std::size_t line_ends(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos;
         at = text.find_first_of("\r\n", at)) {
        ++count;
        at += text.substr(at).starts_with("\r\n") ? 2 : 1;
    }
    return count;
}

Place place_of(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, offset);
    const auto last_end = before.find_last_of("\r\n");
    const auto line = last_end == std::string_view::npos ? before : before.substr(last_end + 1);
    const auto characters =
        std::count_if(line.begin(), line.end(), [](char c) { return !is_continuation(c); });
    return {.line = 1 + line_ends(before), .character = 1 + static_cast<std::size_t>(characters)};
}

std::string excerpt(std::string_view text) {
    constexpr std::size_t limit = 40;
    std::size_t size = std::min(text.size(), limit);
    while (size > 0 && size < text.size() && is_continuation(text[size])) {
        --size;
    }
    std::string shown = "\"";
    for (const char c : text.substr(0, size)) {
        // A control character would break the message's line, or drive the terminal.
        shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    shown += size < text.size() ? "…\"" : "\"";
    return shown;
}

std::string_view trimmed(std::string_view text) {
    for (;;) {
        if (starts_blank(text)) {
            text.remove_prefix(1);
        } else if (ends_blank(text)) {
            text.remove_suffix(1);
        } else if (text.starts_with(no_break_space)) {
            text.remove_prefix(no_break_space.size());
        } else if (text.ends_with(no_break_space)) {
            text.remove_suffix(no_break_space.size());
        } else {
            return text;
        }
    }
}

}  // namespace exchange
