#pragma once
// A line of a terminal page: pieces of text, each in its own ink.

#include <string>
#include <vector>

namespace cli {

enum class Ink { plain, strong, soft, good, bad, bar };

struct Span {
    std::string text;
    Ink ink = Ink::plain;
};

using Line = std::vector<Span>;
using Lines = std::vector<Line>;

int display_width(const Line& line);

void append(Lines& lines, const Lines& more);

// Adds blanks up to `width`.
void pad_to(Line& line, int width);

// The text wrapped to `width`, the first line after `first`, the others indented as far as it.
Lines paragraph(const Line& first, const std::string& text, int width, Ink ink = Ink::plain);

// The lines as text, each ended by a newline and none by blanks; with ANSI colours, or none at all.
std::string text_of(const Lines& lines, bool colour);

}  // namespace cli
