#pragma once
// A small text that somebody names: a file, or "-" for standard input.

#include <string>

namespace cli {

// Throws schema::Error (refused) where it cannot be read, is not UTF-8 or has more than 1 MB;
// `given_as` says by which option or argument.
std::string text_input(const std::string& file, const std::string& given_as);

}  // namespace cli
