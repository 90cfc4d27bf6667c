#include "app/cli/terminal/page_line.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "app/cli/terminal/display_text.h"

namespace cli {

namespace {

// Six bytes that are in no UTF-8 text, one for each ink.
constexpr unsigned char first_mark = 0xF8;

char mark_of(Ink ink) {
    return static_cast<char>(first_mark + static_cast<int>(ink));
}

std::string with_blanks(std::string text) {
    for (auto at = text.find(no_break); at != std::string::npos; at = text.find(no_break, at)) {
        text.replace(at, no_break.size(), " ");
    }
    return text;
}

// The line without the blanks that end it.
Line trimmed(Line line) {
    while (!line.empty()) {
        auto& text = line.back().text;
        text.erase(text.find_last_not_of(' ') + 1);
        if (!text.empty()) {
            break;
        }
        line.pop_back();
    }
    return line;
}

std::string text_of(const Line& line, bool colour) {
    std::string text;
    for (const auto& span : trimmed(line)) {
        const bool marked = colour && span.ink != Ink::plain;
        text += marked ? std::string(1, mark_of(span.ink)) : "";
        text += with_blanks(span.text);
        text += marked ? std::string(1, mark_of(Ink::plain)) : "";
    }
    return text;
}

}  // namespace

bool is_ink(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= first_mark && value <= first_mark + static_cast<int>(Ink::bar);
}

// The sixteen colours that every terminal has and its user has chosen.
std::string_view ansi(char byte) {
    switch (static_cast<Ink>(static_cast<unsigned char>(byte) - first_mark)) {
        case Ink::strong:
            return "\x1b[1m";
        case Ink::soft:
            return "\x1b[2m";
        case Ink::good:
            return "\x1b[32m";
        case Ink::bad:
            return "\x1b[31m";
        case Ink::bar:
            return "\x1b[36m";
        case Ink::plain:
            break;
    }
    return "\x1b[0m";
}

int display_width(const Line& line) {
    int width = 0;
    for (const auto& span : line) {
        width += display_width(span.text);
    }
    return width;
}

void append(Lines& lines, const Lines& more) {
    lines.insert(lines.end(), more.begin(), more.end());
}

void pad_to(Line& line, int width) {
    const int missing = width - display_width(line);
    if (missing > 0) {
        line.push_back({std::string(static_cast<std::size_t>(missing), ' ')});
    }
}

Lines paragraph(const Line& first, const std::string& text, int width, Ink ink) {
    const int indent = display_width(first);
    Lines lines;
    for (auto& piece : wrap(text, std::max(10, width - indent))) {
        Line line = lines.empty() ? first : Line{};
        pad_to(line, indent);
        line.push_back({std::move(piece), ink});
        lines.push_back(std::move(line));
    }
    return lines;
}

Lines titled(const std::string& title, const std::string& text, int width) {
    if (display_width(title) <= width / 2) {
        return paragraph({{title + "  ", Ink::strong}}, text, width, Ink::strong);
    }
    auto lines = paragraph({}, title, width, Ink::strong);
    append(lines, paragraph({{"  "}}, text, width, Ink::strong));
    return lines;
}

std::string text_of(const Lines& lines, bool colour) {
    std::string text;
    for (const auto& line : lines) {
        text += text_of(line, colour) + '\n';
    }
    return text;
}

}  // namespace cli
