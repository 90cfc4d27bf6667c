#include "app/import/workbook/ods_value.h"

#include <array>

#include "app/import/workbook/number_text.h"
#include "app/text/utf8.h"

namespace exchange::workbook {

namespace {

// "14:30:05" of PT14H30M05S; as it is written where it is something else.
std::string time_of_duration(std::string_view duration) {
    auto rest = duration;
    if (!rest.starts_with("PT")) {
        return std::string(duration);
    }
    rest.remove_prefix(2);
    long long seconds = 0;
    constexpr long long most = 1'000'000;
    while (!rest.empty()) {
        long long number = 0;
        std::size_t at = 0;
        for (; at < rest.size() && is_digit(rest[at]) && number < most; ++at) {
            number = number * 10 + (rest[at] - '0');
        }
        if (at < rest.size() && (rest[at] == '.' || rest[at] == ',')) {  // parts of a second
            number += at + 1 < rest.size() && rest[at + 1] >= '5' ? 1 : 0;
            at = rest.find('S', at);
        }
        const char unit = at < rest.size() ? rest[at] : '\0';
        if (at == 0 || (unit != 'H' && unit != 'M' && unit != 'S')) {
            return std::string(duration);
        }
        seconds += number * (unit == 'H' ? 3600 : unit == 'M' ? 60 : 1);
        rest.remove_prefix(at + 1);
    }
    return clock_text(seconds);
}

// Without parts of a second, and without the midnight that a day does not need.
std::string moment_of(std::string_view date) {
    const auto whole = date.substr(0, date.find('.'));
    constexpr std::string_view midnight = "T00:00:00";
    return std::string(whole.ends_with(midnight) ? whole.substr(0, whole.size() - midnight.size())
                                                 : whole);
}

}  // namespace

const std::string& OdsValue::shown(const std::string& paragraphs) const {
    const bool has_zeros = type == "float" && paragraphs.starts_with('0') &&
                           paragraphs.find_first_not_of("0123456789") == std::string::npos &&
                           paragraphs.ends_with(text);
    return has_zeros || type == "error" || (type == "string" && text.empty()) ? paragraphs : text;
}

OdsValue ods_value(const XmlAttributes& cell) {
    static const auto plain = NumberFormat::built_in(0);
    static const auto per_cent = NumberFormat::built_in(9);
    OdsValue value;
    value.type = cell.get("office:value-type");
    value.is_formula = cell.has("table:formula");
    if (cell.get("calcext:value-type") == "error") {
        value.type = "error";
    } else if (const auto formula = cell.get("table:formula");
               formula == "of:=TRUE()" || formula == "of:=FALSE()") {  // as booleans are kept
        value.text = formula == "of:=TRUE()" ? "true" : "false";
    } else if (value.type == "float" || value.type == "currency") {
        value.text = number_text(cell.get("office:value"), plain, DateSystem::from_1900);
    } else if (value.type == "percentage") {
        value.text = number_text(cell.get("office:value"), per_cent, DateSystem::from_1900);
    } else if (value.type == "date") {
        value.text = moment_of(cell.get("office:date-value"));
    } else if (value.type == "time") {
        value.text = time_of_duration(cell.get("office:time-value"));
    } else if (value.type == "boolean") {
        value.text = cell.get("office:boolean-value");
    } else if (value.type == "string") {
        value.text = cell.get("office:string-value");
    }
    return value;
}

}  // namespace exchange::workbook
