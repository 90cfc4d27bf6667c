#include "app/progress/care_phrases.h"

#include <algorithm>
#include <map>

namespace progress {

namespace {

using clinical::Aftercare;
using clinical::CareItem;
using schema::CareSubject;
using schema::CivilTime;
using schema::Date;

constexpr int hours_of_day = 24;
constexpr int week_days = 7;

bool names(const std::vector<const CareItem*>& items, CareSubject subject) {
    return std::any_of(items.begin(), items.end(), [&](const auto* item) {
        return item->advice.subject == subject;
    });
}

std::string first_hours_text(const CivilTime& until,
                             const std::vector<const CareItem*>& items,
                             const SentenceWriter& out) {
    std::vector<std::string> list;
    for (const auto* item : items) {
        list.push_back(out.language().care(item->advice.subject));
    }
    std::string what;
    if (names(items, CareSubject::sunscreen)) {
        what += out.text(Say::care_shade);
    }
    if (names(items, CareSubject::cleanser)) {
        what += out.text(Say::care_water);
    }
    return out.text(
        Say::care_first,
        {{"date", long_moment(until, out)}, {"what", what}, {"list", out.joined(list)}});
}

}  // namespace

Date last_day(const CivilTime& end) {
    return end.text().ends_with("T00:00") ? end.plus_hours(-hours_of_day).day() : end.day();
}

bool has_second_step(CareSubject subject) {
    return subject == CareSubject::sun;
}

bool is_used_by_some(CareSubject subject) {
    switch (subject) {
        case CareSubject::cleanser:
        case CareSubject::moisturiser:
        case CareSubject::sunscreen:
        case CareSubject::hyaluronic_acid:
        case CareSubject::petrolatum:
        case CareSubject::make_up:
        case CareSubject::exercise:
        case CareSubject::sauna_and_pool:
        case CareSubject::peel_or_laser:
        case CareSubject::sun:
            return false;
        default:
            return true;
    }
}

const CivilTime& end_of_avoiding(const CareItem& item) {
    return has_second_step(item.advice.subject) ? item.until : item.longest();
}

AvoidedUntil avoided_until(const Aftercare& care, const Language& language) {
    std::map<Date, std::vector<std::string>> by_day;
    for (const auto* items : {&care.over_today, &care.avoid}) {
        for (const auto& item : *items) {
            const auto last = last_day(end_of_avoiding(item));
            if (last >= care.at.day()) {
                auto& list = by_day[last];
                list.insert(has_second_step(item.advice.subject) ? list.begin() : list.end(),
                            language.care(item.advice.subject));
            }
        }
    }
    return {by_day.begin(), by_day.end()};
}

std::vector<std::string> first_hours(const Aftercare& care, const SentenceWriter& out) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < care.not_yet.size();) {
        const auto& until = care.not_yet[i].from;
        std::vector<const CareItem*> items;
        while (i < care.not_yet.size() && care.not_yet[i].from == until) {
            items.push_back(&care.not_yet[i++]);
        }
        texts.push_back(first_hours_text(until, items, out));
    }
    return texts;
}

std::optional<Date> careful_with_sun_until(const Aftercare& care) {
    for (const auto& item : care.avoid) {
        if (has_second_step(item.advice.subject) && last_day(item.until) < care.at.day()) {
            return last_day(item.longest());
        }
    }
    return std::nullopt;
}

std::string long_date(Date day, const SentenceWriter& out) {
    static const auto some_monday = *Date::of(2024, 1, 1);
    const int days = day.days_since(some_monday) % week_days;
    return std::string(out.language().weekday((days + week_days) % week_days)) + " " +
           out.date(day);
}

std::string long_moment(const CivilTime& at, const SentenceWriter& out) {
    constexpr std::size_t clock_at = 11;
    const auto clock = at.text().substr(clock_at, 5);
    return long_date(at.day(), out) + (clock == "00:00" ? "" : ", " + clock);
}

}  // namespace progress
