#include "app/report/markup.h"

#include <algorithm>
#include <array>

#include "app/text/utf8.h"

namespace exchange {

namespace {

constexpr std::string_view replacement = "\uFFFD";

constexpr std::array<std::string_view, 13> harmful{"\u061C",
                                                   "\u200E",
                                                   "\u200F",
                                                   "\u202A",
                                                   "\u202B",
                                                   "\u202C",
                                                   "\u202D",
                                                   "\u202E",
                                                   "\u2028",
                                                   "\u2066",
                                                   "\u2067",
                                                   "\u2068",
                                                   "\u2069"};

bool is_control(char byte) {
    return (byte >= 0 && byte < ' ') || byte == '\x7f';
}

std::string sound(std::string_view text) {
    std::string all;
    while (const auto fault = first_fault(text)) {
        all += text.substr(0, *fault);
        all += replacement;
        text.remove_prefix(*fault + 1);
    }
    return all += text;
}

}  // namespace

std::string harmless(std::string_view text) {
    const auto whole = sound(text);
    std::string safe;
    for (std::string_view rest = whole; !rest.empty();) {
        const auto found = std::find_if(harmful.begin(), harmful.end(), [&](std::string_view each) {
            return rest.starts_with(each);
        });
        if (found != harmful.end()) {
            safe += replacement;
            rest.remove_prefix(found->size());
            continue;
        }
        safe += is_control(rest[0]) ? replacement : rest.substr(0, 1);
        rest.remove_prefix(1);
    }
    return safe;
}

std::string html_text(std::string_view text) {
    std::string html;
    for (const char each : harmless(text)) {
        switch (each) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\'':
                html += "&#39;";
                break;
            default:
                html += each;
        }
    }
    return html;
}

std::string markdown_text(std::string_view text) {
    std::string markdown;
    for (const char each : harmless(text)) {
        if (each == '<') {
            markdown += "&lt;";
            continue;
        }
        if (std::string_view("\\`*_{}[]>|#~&").find(each) != std::string_view::npos) {
            markdown += '\\';
        }
        markdown += each;
    }
    return markdown;
}

}  // namespace exchange
