#include "app/cli/page_line.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "app/cli/display_text.h"

namespace cli {

namespace {

// The sixteen colours that every terminal has and its user has chosen.
std::string_view ansi(Ink ink) {
    switch (ink) {
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
    return "";
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
        const auto start = colour ? ansi(span.ink) : "";
        text += std::string(start) + with_blanks(span.text) + (start.empty() ? "" : "\x1b[0m");
    }
    return text;
}

}  // namespace

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

std::string text_of(const Lines& lines, bool colour) {
    std::string text;
    for (const auto& line : lines) {
        text += text_of(line, colour) + '\n';
    }
    return text;
}

}  // namespace cli
