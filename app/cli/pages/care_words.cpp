#include "app/cli/pages/care_words.h"

#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "app/cli/pages/plain_words.h"
#include "app/clinical/aftercare/care_profile.h"
#include "app/clinical/aftercare/hours_text.h"
#include "app/progress/words/care_phrases.h"
#include "app/texts/language.h"

namespace cli {

using schema::CareSubject;

std::string plain(CareSubject subject) {
    switch (subject) {
        case CareSubject::platelet_rich_plasma:
            return "platelet-rich plasma";
        case CareSubject::retinoid:
            return "retinoid (vitamin A)";
        case CareSubject::glycolic_acid:
            return "glycolic acid (AHA)";
        case CareSubject::salicylic_acid:
            return "salicylic acid (BHA)";
        case CareSubject::other:
            return "another product";
        case CareSubject::exercise:
            return "exercise and sweat";
        case CareSubject::alcohol_based_product:
            return "alcohol in products";
        default:
            return texts::english().text(progress::care_name(subject));
    }
}

std::string grade_words(clinical::SourceGrade grade) {
    return grade == clinical::SourceGrade::clinic_own ? "clinic's own"
                                                      : spaced(schema::word(grade));
}

std::string case_words(const clinical::CareRow& row) {
    using clinical::CareDepth;
    using clinical::CareDevice;
    using clinical::CareSkin;
    std::vector<std::string> words;
    if (row.device) {
        words.emplace_back(*row.device == CareDevice::radiofrequency ? "radiofrequency"
                                                                     : "no radiofrequency");
    }
    if (row.depth) {
        words.push_back(fmt::format(
            "{} {} mm",
            *row.depth == CareDepth::shallow ? "roller or home device up to" : "deeper than",
            clinical::shallow_mm));
    }
    if (row.skin) {
        words.emplace_back(*row.skin == CareSkin::types_I_to_III ? "types I to III"
                                                                 : "types IV to VI");
    }
    return words.empty() ? "every session" : fmt::format("{}", fmt::join(words, ", "));
}

std::string range_words(const schema::CareAdvice& advice) {
    const auto end = advice.cautious_until_hours
                         ? clinical::span_text(advice.until_hours, *advice.cautious_until_hours)
                         : clinical::hours_text(advice.until_hours);
    switch (advice.stance) {
        case schema::Stance::advised:
            return advice.from_hours == 0
                       ? "advised for " + end
                       : "advised from " + clinical::span_text(advice.from_hours,
                                                               clinical::longest_hours(advice));
        case schema::Stance::avoid:
            return "avoid for " + end;
        case schema::Stance::no_evidence:
            break;
    }
    return "offered without a trial";
}

std::string case_sentence(const clinical::Aftercare& care) {
    const auto how = care.after.device == clinical::CareDevice::radiofrequency
                         ? "radiofrequency needling"
                     : care.after.depth == clinical::CareDepth::shallow ? "shallow rolling"
                                                                        : "needling without heat";
    if (!care.skin_is_known) {
        return fmt::format(
            "What follows is for {}; no skin type is recorded, so the longer times "
            "of types IV to VI hold.",
            how);
    }
    return fmt::format(
        "What follows is for {} of skin types {}.",
        how,
        care.after.skin == clinical::CareSkin::types_I_to_III ? "I to III" : "IV to VI");
}

std::string plain(const schema::Application& product) {
    return plain(clinical::subject_of(product.active)) +
           (product.perfumed.value_or(false) ? " with perfume" : "");
}

std::string moment_text(const schema::CivilTime& at) {
    constexpr std::array<std::string_view, 7> weekdays{
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const auto some_monday = *schema::Date::of(2024, 1, 1);
    const int days = at.day().days_since(some_monday) % 7;
    auto text = fmt::format(
        "{} {}", weekdays[static_cast<std::size_t>(days < 0 ? days + 7 : days)], at.day().text());
    return at.has_clock() ? text + " " + at.text().substr(11, 5) : text;
}

std::string left_text(double hours) {
    constexpr int first_in_days = 72;
    const int whole = static_cast<int>(std::ceil(hours));
    if (hours < 1) {
        return fmt::format("{:.0f} min", std::ceil(hours * 60));
    }
    if (whole < first_in_days) {
        return fmt::format("{} h", whole);
    }
    return whole % 24 == 0 ? counted(whole / 24, "day")
                           : fmt::format("{} {} h", counted(whole / 24, "day"), whole % 24);
}

std::string after_session_text(const clinical::UsedProduct& used) {
    return fmt::format("{}{} after the session on {}",
                       used.hour_is_known ? "" : "perhaps ",
                       clinical::elapsed_text(used.hours_after),
                       used.session.at.day().text());
}

}  // namespace cli
