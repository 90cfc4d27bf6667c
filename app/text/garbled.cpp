#include "app/text/garbled.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/utf8.h>

namespace exchange {

namespace {

// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte that was read as this character; 0 for a character that no byte from 0x80 on reads as.
unsigned byte_of(char32_t character) {
    if (character >= 0x80 && character <= 0xFF) {
        return character;
    }
    const auto* const found = std::find(windows_1252.begin(), windows_1252.end(), character);
    return character == 0 || found == windows_1252.end()
               ? 0
               : 0x80U + static_cast<unsigned>(found - windows_1252.begin());
}

bool is_continuation(unsigned byte) {
    return byte >= 0x80 && byte <= 0xBF;
}

// What ends or interrupts a word after a capital letter: no-break space, quotes, dashes, ….
bool is_punctuation(unsigned byte) {
    constexpr std::array<unsigned, 12> all{
        0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xA0, 0xAB, 0xBB};
    return std::find(all.begin(), all.end(), byte) != all.end();
}

// Reads characters as the bytes that they were.
class Bytes {
  public:
    Bytes(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    // 0 at the end and for any character that was no byte.
    unsigned next() {
        if (at_ >= text_.size()) {
            return 0;
        }
        const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
        std::size_t at = at_;
        UChar32 character = 0;
        U8_NEXT(bytes, at, text_.size(), character);
        const auto byte = character < 0 ? 0 : byte_of(static_cast<char32_t>(character));
        at_ = byte == 0 ? at_ : at;
        return byte;
    }

  private:
    std::string_view text_;
    std::size_t at_;
};

struct Found {
    std::size_t end = 0;     // after the characters of one; 0: there is none
    bool is_certain = true;  // alone; else only with another one after it
};

// One character in the garbled form of two to four.
Found garbled_at(std::string_view text, std::size_t at) {
    Bytes bytes(text, at);
    const auto lead = bytes.next();
    const int more = lead >= 0xC2 && lead <= 0xDF   ? 1
                     : lead >= 0xE0 && lead <= 0xEF ? 2
                     : lead >= 0xF0 && lead <= 0xF4 ? 3
                                                    : 0;
    unsigned last = 0;
    for (int i = 0; i < more; ++i) {
        last = bytes.next();
        if (!is_continuation(last)) {
            return {};
        }
    }
    // Latin, Greek, Cyrillic and Arabic letters; × is a sign before ½, and the others are capitals.
    const bool is_usual = more > 1 || lead <= 0xC5 || lead == 0xCE || lead == 0xCF ||
                          lead == 0xD0 || lead == 0xD1 || (lead >= 0xD8 && lead <= 0xDB);
    return {more == 0 ? 0 : bytes.at(), more > 1 || (is_usual && !is_punctuation(last))};
}

}  // namespace

std::optional<std::string_view> find_garbled(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (static_cast<unsigned char>(text[at]) < 0xC2) {
            continue;  // ASCII, or the inside of a character
        }
        const auto first = garbled_at(text, at);
        std::size_t end = first.end;
        bool is_certain = first.is_certain;
        for (auto next = first; end > 0 && (next = garbled_at(text, end)).end > 0;) {
            end = next.end;
            is_certain = true;
        }
        if (end > 0 && is_certain) {
            return text.substr(at, end - at);
        }
    }
    return std::nullopt;
}

}  // namespace exchange
