#pragma once
// Text of the book put into other languages' files, where it can only be text.

#include <string>
#include <string_view>

namespace exchange {

// The text without what could turn a line around or end it: controls, line ends, bidirectional
// overrides and broken UTF-8 each become U+FFFD.
std::string harmless(std::string_view text);

// For HTML and SVG, in elements and in quoted attributes.
std::string html_text(std::string_view text);

// For Markdown, in a line or a table's cell: nothing in it is markup.
std::string markdown_text(std::string_view text);

}  // namespace exchange
