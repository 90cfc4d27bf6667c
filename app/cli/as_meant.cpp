#include "app/cli/as_meant.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <regex>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/commands/record_options.h"
#include "app/import/cell_synonyms.h"
#include "schema/kinds/value_text.h"
#include "schema/types/folding.h"

namespace cli {

namespace {

using kinds::Type;
using Match = std::match_results<std::string_view::const_iterator>;

std::optional<Match> matched(std::string_view text, const char* form) {
    Match match;
    const std::regex whole(form, std::regex::icase);
    return std::regex_match(text.begin(), text.end(), match, whole) ? std::optional(match)
                                                                    : std::nullopt;
}

std::optional<schema::Date> named_day(std::string_view text, const AsMeant::Now& now) {
    const auto name = schema::identity(text);
    if (name == "today") {
        return now().day();
    }
    if (name == "yesterday") {
        return now().day().plus_days(-1);
    }
    return name == "tomorrow" ? std::optional(now().day().plus_days(1)) : std::nullopt;
}

// The day by its name, or day first with dots, as it is written here; with slashes only where the
// first number can be no month.
std::optional<std::string> day_meant(std::string_view text, const AsMeant::Now& now) {
    if (const auto day = named_day(text, now)) {
        return day->text();
    }
    const auto parts = matched(text, R"((\d{1,2})([./-])(\d{1,2})\2(\d{4}))");
    if (!parts) {
        return std::nullopt;
    }
    const int day = std::stoi((*parts)[1]);
    const int month = std::stoi((*parts)[3]);
    constexpr int months = 12;
    if ((*parts)[2] != "." && day <= months) {
        return std::nullopt;
    }
    const auto date = schema::Date::of(std::stoi((*parts)[4]), month, day);
    return date ? std::optional(date->text()) : std::nullopt;
}

std::optional<std::string> moment_meant(std::string_view text, const AsMeant::Now& now) {
    if (schema::identity(text) == "now") {
        return now().text();
    }
    if (const auto day = day_meant(text, now)) {
        return day;
    }
    const auto parts = matched(text, R"((\S+) +(\d{1,2}):(\d{2})(:\d{2})?)");
    if (!parts) {
        return std::nullopt;
    }
    const auto typed = (*parts)[1].str();
    return fmt::format("{}T{:0>2}:{}{}",
                       day_meant(typed, now).value_or(typed),
                       (*parts)[2].str(),
                       (*parts)[3].str(),
                       (*parts)[4].str());
}

// Three figures after a comma may be thousands.
std::optional<std::string> number_meant(std::string_view text) {
    const auto parts = matched(text, R"((-?\d+),(\d{1,2}|\d{4,}))");
    return parts ? std::optional((*parts)[1].str() + "." + (*parts)[2].str()) : std::nullopt;
}

std::optional<std::string> interval_meant(std::string_view text) {
    const auto parts = matched(text, R"((\d+) *(d|w|m)(ays?|eeks?|onths?)?)");
    return parts ? std::optional(fmt::format("{}{}",
                                             (*parts)[1].str(),
                                             static_cast<char>(std::tolower(*(*parts)[2].first))))
                 : std::nullopt;
}

// Cartridges have a year and a month: good to its last day.
std::optional<std::string> expiry_meant(const kinds::Field& field, std::string_view text) {
    const auto month = field.name.ends_with("expiry") && text.size() == 7
                           ? schema::PartialDate::read(text)
                           : std::nullopt;
    return month ? std::optional(month->last_day().text()) : std::nullopt;
}

std::optional<std::string> meant(const kinds::Field& field,
                                 std::string_view typed,
                                 const AsMeant::Now& now) {
    if (kinds::read(field, typed)) {
        return std::nullopt;
    }
    switch (field.type) {
        case Type::moment:
            return moment_meant(typed, now);
        case Type::day:
        case Type::partial_day: {
            const auto expiry = expiry_meant(field, typed);
            return expiry ? expiry : day_meant(typed, now);
        }
        case Type::number:
            return number_meant(typed);
        case Type::interval:
            return interval_meant(typed);
        case Type::choice:
        case Type::yes_no:
        case Type::whole:
            return exchange::word_for(field, typed);
        case Type::text:
        case Type::answers:
        case Type::record:
        case Type::id:
        case Type::items:
            break;
    }
    return std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = std::min(text.find(at), text.size());
        parts.push_back(text.substr(0, end));
        if (end == text.size()) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::optional<schema::Date> day_as_meant(std::string_view typed, const AsMeant::Now& now) {
    return schema::Date::read(day_meant(typed, now).value_or(std::string(typed)));
}

std::optional<schema::CivilTime> moment_as_meant(std::string_view typed, const AsMeant::Now& now) {
    return schema::CivilTime::read(moment_meant(typed, now).value_or(std::string(typed)));
}

std::string AsMeant::told(std::string_view name, std::string_view typed, std::string meant) const {
    if (meant != typed) {
        told_ << fmt::format("note: --{} \"{}\" is read as {}\n", option_name(name), typed, meant);
    }
    return meant;
}

std::string AsMeant::field(const kinds::Field& field, std::string_view typed) const {
    auto read = meant(field, typed, now_).value_or(std::string(typed));
    return field.facets.confidential ? read : told(field.name, typed, std::move(read));
}

std::string AsMeant::part(const kinds::Parts& parts, std::string_view typed) const {
    const auto equals = typed.find('=');
    if (parts.written == schema::PartForm::equals && equals != std::string_view::npos) {
        const auto key = typed.substr(0, equals);
        const auto known = meant(parts.fields.front(), key, now_).value_or(std::string(key));
        return told(parts.option, typed, known + std::string(typed.substr(equals)));
    }
    auto places = split(typed, ':');
    const bool has_counts = typed.find('=') != std::string_view::npos;
    std::vector<std::string> read(places.begin(), places.end());
    const auto known = has_counts ? std::size_t{1} : std::min(places.size(), parts.fields.size());
    for (std::size_t i = 0; i < known; ++i) {
        read[i] = meant(parts.fields[i], places[i], now_).value_or(read[i]);
    }
    return told(parts.option, typed, fmt::format("{}", fmt::join(read, ":")));
}

}  // namespace cli
