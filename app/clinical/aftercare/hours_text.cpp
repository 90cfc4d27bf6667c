#include "app/clinical/aftercare/hours_text.h"

#include "app/texts/language.h"
#include "schema/types/civil_time.h"

namespace clinical {

namespace {

constexpr int first_in_days = 4 * schema::hours_in_day;

texts::Phrase counted(const char* id, int count) {
    return {id, {{"count", count}}};
}

bool is_in_days(int hours) {
    return hours % schema::hours_in_day == 0 && hours >= first_in_days;
}

}  // namespace

texts::Phrase hours_said(int hours) {
    return is_in_days(hours) ? counted("care.hours.days", hours / schema::hours_in_day)
                             : counted("care.hours.hours", hours);
}

texts::Phrase span_said(int from, int until) {
    const bool is_same_unit = is_in_days(from) == is_in_days(until) && (from == 1) == (until == 1);
    const auto first = is_same_unit
                           ? texts::Value(is_in_days(from) ? from / schema::hours_in_day : from)
                           : texts::Value(hours_said(from));
    return {"care.hours.span", {{"from", first}, {"until", hours_said(until)}}};
}

texts::Phrase elapsed_said(double hours) {
    const int whole = static_cast<int>(hours);
    if (whole < 1) {
        return {"care.hours.less"};
    }
    return whole < first_in_days ? counted("care.hours.hours", whole)
                                 : counted("care.hours.days", whole / schema::hours_in_day);
}

std::string hours_text(int hours) {
    return texts::english().text(hours_said(hours));
}

std::string span_text(int from, int until) {
    return texts::english().text(span_said(from, until));
}

std::string elapsed_text(double hours) {
    return texts::english().text(elapsed_said(hours));
}

}  // namespace clinical
