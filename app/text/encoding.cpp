#include "app/text/encoding.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "app/text/charset.h"
#include "app/text/charset_guess.h"
#include "app/text/utf8.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};

// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr std::array<Mark, 5> marks{{
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

Mark mark_of(std::string_view bytes) {
    const auto* const found = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
        return bytes.starts_with(mark.bytes);
    });
    return found == marks.end() ? Mark{} : *found;
}

// Whether the line ends stand in pairs with a NUL, as they do in UTF-16 with its NULs on this side;
// a NUL that got into plain text has none.
bool pairs_line_ends(std::string_view bytes, std::size_t side) {
    std::size_t paired = 0;
    std::size_t alone = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const char sign = bytes[at + 1 - side];
        if (sign == '\n' || sign == '\r') {
            ++(bytes[at + side] == '\0' ? paired : alone);
        }
    }
    return paired >= alone;
}

// UTF-16 without a mark: NULs on one side of the pairs only, and at least one in eight pairs
// (separators, digits and line ends alone make that many, whatever the script).
std::optional<std::string> evident_utf16(std::string_view bytes) {
    const auto sample = bytes.substr(0, 4096);
    std::array<std::size_t, 2> nuls{};
    for (std::size_t at = 0; at < sample.size(); ++at) {
        nuls[at % 2] += sample[at] == '\0' ? 1U : 0U;
    }
    const auto enough = std::max<std::size_t>(1, sample.size() / 16);
    if (bytes.size() % 2 != 0 || (nuls[0] != 0 && nuls[1] != 0)) {
        return std::nullopt;
    }
    const std::size_t side = nuls[1] > 0 ? 1 : 0;
    if (nuls[side] < enough || !pairs_line_ends(sample, side)) {
        return std::nullopt;
    }
    return side == 1 ? "UTF-16LE" : "UTF-16BE";
}

// The told name, made one with the mark or the evidence about the order of bytes.
std::string told_encoding(const std::string& told,
                          std::string_view marked,
                          std::string_view bytes,
                          const std::string& file) {
    const auto name = charset_name(told);
    if (!name) {
        throw schema::misused(
            "--encoding",
            fmt::format("{} is not the name of an encoding", excerpt(told)),
            "give one such as utf-8, utf-16, latin1, windows-1252 or windows-1256");
    }
    if (!marked.empty() && !marked.starts_with(*name)) {  // "UTF-16" fits both orders of bytes
        throw schema::refused(
            file,
            fmt::format("it starts with the byte-order mark of {}, so it is not {}", marked, told),
            "leave --encoding out");
    }
    if (!marked.empty()) {
        return std::string(marked);
    }
    if (*name != "UTF-16" && *name != "UTF-32") {
        return *name;
    }
    const auto evident = *name == "UTF-16" ? evident_utf16(bytes) : std::nullopt;
    if (!evident) {
        throw schema::refused(
            file,
            "it has no byte-order mark, and the order of its bytes is not evident",
            fmt::format("say --encoding {0}le or --encoding {0}be", told));
    }
    return *evident;
}

// `so_far` is the text up to the place of the fault.
schema::Error unreadable(const std::string& file,
                         std::string_view so_far,
                         const std::string& what) {
    const Place place = place_of(so_far, so_far.size());
    return schema::refused(fmt::format("{}:{}", file, place.line),
                           fmt::format("character {} of the line: {}", place.character, what),
                           "say how the file is written, for example --encoding latin1 (or "
                           "windows-1252, -1256, -1250), or save it as UTF-8")
        .as("text_unreadable", {{"character", static_cast<int>(place.character)}});
}

std::string byte_fault(std::string_view bytes, std::size_t offset, std::string_view encoding) {
    std::string shown;
    for (const char c : bytes) {
        shown += fmt::format("{}0x{:02X}", shown.empty() ? "" : " ", static_cast<unsigned char>(c));
    }
    return fmt::format("{} (byte {} of the file) is not {}", shown, offset + 1, encoding);
}

void refuse_controls(std::string_view text, std::string_view encoding, const std::string& file) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool control = text[at] == '\xC2' && static_cast<unsigned char>(text[at + 1]) < 0xA0;
        if (control || text[at] == '\0') {
            throw unreadable(file,
                             text.substr(0, at),
                             fmt::format("as {} it is a control character, U+{:04X}",
                                         encoding,
                                         control ? static_cast<unsigned char>(text[at + 1]) : 0));
        }
    }
}

// Text of no told encoding that is not UTF-8 from `fault` on.
Decoded guessed(std::string_view body,
                std::size_t fault,
                std::size_t mark_size,
                const std::string& file) {
    if (body.find('\0') != std::string_view::npos) {
        const auto nul = body.find('\0');
        const auto line = 1 + line_ends(body.substr(0, nul));
        throw schema::refused(
            fmt::format("{}:{}", file, line),
            fmt::format("line {} has a zero byte (byte {} of the file), as no text has",
                        line,
                        mark_size + nul + 1),
            "take it out, or have the file written anew")
            .as("zero_byte");
    }
    auto guesses = mark_size == 0 ? guess_charset(body) : CharsetGuesses{};
    if (guesses.is_clear) {
        auto& best = guesses.fitting.front();
        return {best.charset, std::move(best.text), best.confidence};
    }
    auto error = unreadable(file,
                            body.substr(0, fault),
                            byte_fault(body.substr(fault, 1), mark_size + fault, "UTF-8 text"));
    if (guesses.fitting.empty()) {
        throw error;
    }
    auto problem = error.problems().front();
    problem.remedy = fmt::format("say which it is with --encoding, by the letters that differ: {}",
                                 differing_letters(guesses.fitting));
    throw schema::Error(schema::Fault::refused, {std::move(problem)});
}

}  // namespace

Decoded decode(std::string_view bytes,
               const std::string& file,
               const std::optional<std::string>& told) {
    const auto [mark, marked] = mark_of(bytes);
    const auto body = bytes.substr(mark.size());
    std::string encoding(marked);
    if (told) {
        encoding = told_encoding(*told, marked, bytes, file);
    } else if (marked.empty()) {
        encoding = evident_utf16(bytes).value_or("UTF-8");
    }
    if (encoding == "UTF-8") {
        if (const auto fault = first_fault(body)) {
            if (!told) {
                return guessed(body, *fault, mark.size(), file);
            }
            throw unreadable(
                file,
                body.substr(0, *fault),
                byte_fault(body.substr(*fault, 1), mark.size() + *fault, "UTF-8 text"));
        }
        return {encoding, body};
    }
    auto [text, fault] = convert(body, encoding);
    if (fault) {
        throw unreadable(
            file, text, byte_fault(fault->bytes, mark.size() + fault->offset, encoding));
    }
    refuse_controls(text, encoding, file);
    return {encoding, std::move(text)};
}

}  // namespace exchange
