#include "app/import/workbook/xlsx_text.h"

#include <charconv>

namespace exchange::workbook {

namespace {

// What _xHHHH_ at the start of the text stands for; 0 for anything that is left as it is.
char escaped_sign(std::string_view text) {
    constexpr std::size_t size = 7;
    if (text.size() < size || text[1] != 'x' || text[size - 1] != '_') {
        return '\0';
    }
    unsigned code = 0;
    const auto* const digits = text.data() + 2;
    const auto read = std::from_chars(digits, digits + 4, code, 16);
    const bool is_kept = code == '\t' || code == '\n' || code == '\r' || code == '_';
    return read.ptr == digits + 4 && is_kept ? static_cast<char>(code) : '\0';
}

}  // namespace

void unescape_text(std::string& text) {
    if (text.find("_x") == std::string::npos) {
        return;
    }
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const char sign = text[at] == '_' ? escaped_sign(std::string_view(text).substr(at)) : '\0';
        const std::size_t size = sign == '\0' ? 1 : 7;
        const bool is_half = sign == '\r' && text.compare(at + size, 1, "\n") == 0;
        plain += is_half ? "" : std::string(1, sign == '\0' ? text[at] : sign);
        at += size;
    }
    text = std::move(plain);
}

bool is_set(std::string_view value) {
    return value == "1" || value == "true" || value == "on";
}

std::size_t number_in(std::string_view text) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : 0;
}

}  // namespace exchange::workbook
