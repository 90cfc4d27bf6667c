#include "schema/types/text_bounds.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "schema/types/folding.h"
#include "schema/types/placeholder.h"

namespace schema {

namespace {

constexpr std::array notes{"note", "reason", "text_en", "text_ar", "form_text"};
constexpr std::array names{
    "name",      "name_ar",      "guardian", "rater",   "operator",  "asked_by",  "answered_by",
    "signed_by", "withdrawn_by", "witness",  "actor",   "code",      "time_zone", "device",
    "model",     "serial",       "lot",      "product", "substance", "key",       "value"};

std::size_t longest(TextKind kind) {
    switch (kind) {
        case TextKind::chart:
            return longest_chart;
        case TextKind::name:
        case TextKind::telephone:
        case TextKind::email:
            return longest_name;
        case TextKind::line:
        case TextKind::note:
            break;
    }
    return longest_text;
}

// The character at `at`, which moves behind it; below 0 where the bytes are not UTF-8.
UChar32 next(std::string_view text, std::size_t& at) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto place = static_cast<std::int64_t>(at);
    UChar32 character = 0;
    U8_NEXT(bytes, place, static_cast<std::int64_t>(text.size()), character);
    at = static_cast<std::size_t>(place);
    return character;
}

bool is_taken(TextKind kind, UChar32 character) {
    switch (u_charType(character)) {
        case U_CONTROL_CHAR:
            return kind == TextKind::note && (character == '\n' || character == '\t');
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
            return kind == TextKind::note;
        case U_FORMAT_CHAR:
        case U_PRIVATE_USE_CHAR:
        case U_UNASSIGNED:
            return kind != TextKind::chart;
        default:
            return true;
    }
}

// A fault of a text of this kind; the remedy is what to write in its place.
Problem fault_of(TextKind kind, std::string what, std::string_view code, Arguments values = {}) {
    values.push_back({"form", told_form(kind)});
    return Problem{"", std::move(what), "give " + text_form(kind)}.as(code, std::move(values));
}

// What is wrong with a telephone number (ITU-T E.164 has at most 15 digits; ours: at least 5).
std::optional<Problem> telephone_fault(std::string_view text) {
    constexpr std::size_t fewest = 5;
    constexpr std::size_t most = 15;
    constexpr auto kind = TextKind::telephone;
    auto digits = code_identity(text);
    digits.erase(0, digits.starts_with('+') ? 1 : 0);
    if (digits.find_first_not_of("0123456789") != std::string::npos) {
        return fault_of(
            kind, "holds something else than the digits of a telephone number", "telephone");
    }
    return digits.size() < fewest || digits.size() > most
               ? std::optional(fault_of(kind,
                                        fmt::format("has {} digits", digits.size()),
                                        "digits",
                                        {{"count", static_cast<int>(digits.size())}}))
               : std::nullopt;
}

std::optional<Problem> email_fault(std::string_view text) {
    constexpr auto kind = TextKind::email;
    const auto plain = identity(text);
    if (plain.find_first_of(" \t") != std::string::npos) {
        return fault_of(kind, "holds a blank", "email_blank");
    }
    const auto count = std::count(plain.begin(), plain.end(), '@');
    if (count != 1) {
        return count == 0 ? fault_of(kind, "has no @", "email_without_at")
                          : fault_of(kind, "has more than one @", "email_with_many");
    }
    return plain.front() == '@' || plain.back() == '@'
               ? std::optional(
                     fault_of(kind, "has nothing on one side of the @", "email_one_sided"))
               : std::nullopt;
}

Problem shortened(std::string what) {
    return Problem{"", std::move(what), "format the column as text and save again"}.as("shortened");
}

bool is_blank_or_mark(UChar32 character) {
    return u_isUWhiteSpace(character) || u_charType(character) == U_FORMAT_CHAR;
}

}  // namespace

TextKind text_kind(std::string_view field) {
    if (field == "chart") {
        return TextKind::chart;
    }
    if (std::find(notes.begin(), notes.end(), field) != notes.end()) {
        return TextKind::note;
    }
    if (field == "telephone") {
        return TextKind::telephone;
    }
    if (field == "email") {
        return TextKind::email;
    }
    return std::find(names.begin(), names.end(), field) != names.end() ? TextKind::name
                                                                       : TextKind::line;
}

std::string text_form(TextKind kind) {
    switch (kind) {
        case TextKind::chart:
            return fmt::format("1 to {} printable characters, not . or ..", longest_chart);
        case TextKind::name:
        case TextKind::line:
            return fmt::format("one line of at most {} characters", longest(kind));
        case TextKind::telephone:
            return "a telephone number: 5 to 15 digits, with +, blanks, dashes, full stops or "
                   "brackets";
        case TextKind::email:
            return "an e-mail address: one @, no blanks";
        case TextKind::note:
            break;
    }
    return fmt::format("text of at most {} characters", longest_text);
}

Phrase told_form(TextKind kind) {
    const auto most = static_cast<int>(longest(kind));
    switch (kind) {
        case TextKind::chart:
            return {"error.form.chart", {{"most", most}}};
        case TextKind::name:
        case TextKind::line:
            return {"error.form.line", {{"most", most}}};
        case TextKind::telephone:
            return {"error.form.telephone"};
        case TextKind::email:
            return {"error.form.email"};
        case TextKind::note:
            break;
    }
    return {"error.form.note", {{"most", most}}};
}

std::optional<Problem> text_fault(TextKind kind, std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = next(text, at);
        ++count;
        if (character < 0) {
            return fault_of(kind,
                            fmt::format("is not UTF-8 at character {}", count),
                            "character",
                            {{"at", static_cast<int>(count)}});
        }
        if (!is_taken(kind, character)) {
            return fault_of(
                kind,
                fmt::format(
                    "holds U+{:04X} at character {}", static_cast<std::uint32_t>(character), count),
                "character",
                {{"at", static_cast<int>(count)}});
        }
    }
    if (count > longest(kind)) {
        return fault_of(kind,
                        fmt::format("has {} characters", count),
                        "length",
                        {{"count", static_cast<int>(count)}});
    }
    if (kind != TextKind::note && is_spreadsheet_error(text)) {
        return Problem{"",
                       "is an error of a spreadsheet",
                       "look up in the sheet what was meant, or leave it empty"}
            .as("spreadsheet");
    }
    if (kind == TextKind::email) {
        return email_fault(text);
    }
    if (kind == TextKind::telephone) {
        auto fault = telephone_fault(text);
        if (fault && is_shortened_number(text)) {
            fault = shortened(fault->what);
        }
        return fault;
    }
    if (kind != TextKind::chart) {
        return std::nullopt;
    }
    if (is_shortened_number(text)) {
        return shortened("is a long number that a spreadsheet has shortened: its digits are lost");
    }
    const auto same = identity(text);
    if (same.empty()) {
        return fault_of(kind, "is blank", "blank");
    }
    // In an address these lead elsewhere.
    return same == "." || same == ".." ? std::optional(fault_of(kind, "is " + same, "dots"))
                                       : std::nullopt;
}

std::string_view contact_field(std::string_view contact) {
    if (!telephone_fault(contact) || is_shortened_number(contact)) {
        return "telephone";
    }
    return email_fault(contact) ? "address" : "email";
}

std::string_view without_ends(std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size() && is_blank_or_mark(next(text, at));) {
        from = at;
    }
    std::size_t until = from;
    for (std::size_t at = from; at < text.size();) {
        if (!is_blank_or_mark(next(text, at))) {
            until = at;
        }
    }
    return text.substr(from, until - from);
}

std::string as_kept(TextKind kind, std::string_view text) {
    if (kind == TextKind::chart || kind == TextKind::telephone || kind == TextKind::email) {
        return std::string(without_ends(text));
    }
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (kind != TextKind::note || !text.substr(at).starts_with("\r\n")) {
            kept += text[at];
        }
    }
    return kept;
}

void check_text(std::string_view field,
                std::string_view text,
                std::string_view where,
                std::vector<Problem>& problems) {
    const auto kind = text_kind(field);
    if (auto fault = text_fault(kind, as_kept(kind, text))) {
        fault->where = where;
        problems.push_back(std::move(*fault));
    }
}

}  // namespace schema
