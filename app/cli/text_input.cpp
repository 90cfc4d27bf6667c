#include "app/cli/text_input.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "app/text/utf8.h"
#include "schema/types/error.h"

namespace cli {

namespace {

constexpr std::size_t longest_input = 1'000'000;

std::string bytes_of(std::istream& in) {
    std::string text;
    for (char c = 0; text.size() <= longest_input && in.get(c);) {
        text += c;
    }
    return text;
}

}  // namespace

std::string text_input(const std::string& file, const std::string& given_as) {
    std::string text;
    if (file == "-") {
        text = bytes_of(std::cin);
    } else {
        std::ifstream in(file, std::ios::binary);
        if (!in || std::filesystem::is_directory(file)) {
            throw schema::refused(given_as,
                                  fmt::format("\"{}\" cannot be read: {}",
                                              file,
                                              in ? "it is a folder" : std::strerror(errno)),
                                  "name a text file, or - for standard input");
        }
        text = bytes_of(in);
    }
    const auto refuse = [&](const char* what, const char* remedy) {
        throw schema::refused(given_as, fmt::format("\"{}\" {}", file, what), remedy);
    };
    if (text.size() > longest_input) {
        refuse("has more than 1 MB", "give a small text");
    }
    if (exchange::first_fault(text)) {
        refuse("is not UTF-8 text", "save it as UTF-8");
    }
    return text;
}

}  // namespace cli
