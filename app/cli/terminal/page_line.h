#pragma once
// A line of a terminal page: pieces of text, each in its own ink.

#include <string>
#include <string_view>
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

// A title and, after two blanks, what belongs to it; a wide title has lines for itself.
Lines titled(const std::string& title, const std::string& text, int width);

// The lines as text, each ended by a newline and none by blanks; with inks, or none at all. An ink
// is a byte that is in no UTF-8 text, so that a page can hold no command of a terminal: only the
// way out (clean_output.h) makes colours of them.
std::string text_of(const Lines& lines, bool colour);
bool is_ink(char byte);
// What sets a terminal to the ink.
std::string_view ansi(char byte);

}  // namespace cli
