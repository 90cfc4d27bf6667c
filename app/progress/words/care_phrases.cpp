#include "app/progress/words/care_phrases.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "app/clinical/aftercare/care_profile.h"

namespace progress {

namespace {

using clinical::Aftercare;
using clinical::CareItem;
using schema::CareSubject;
using schema::CivilTime;
using schema::Date;

bool names(const std::vector<const CareItem*>& items, CareSubject subject) {
    return std::any_of(items.begin(), items.end(), [&](const auto* item) {
        return item->advice.subject == subject;
    });
}

Phrase first_hours_until(const CivilTime& until,
                         const std::vector<const CareItem*>& items,
                         const SentenceWriter& out) {
    Value::List list;
    for (const auto* item : items) {
        list.push_back(care_name(item->advice.subject));
    }
    const auto has = [&](CareSubject subject) { return names(items, subject) ? "yes" : "no"; };
    return {"care.card.first",
            {{"date", long_moment(until, out)},
             {"shade", has(CareSubject::sunscreen)},
             {"water", has(CareSubject::cleanser)},
             {"list", list}}};
}

// Whether a record says so, since the session.
std::string was_put_on(const Aftercare& care, schema::Active active) {
    return std::any_of(care.used.begin(),
                       care.used.end(),
                       [&](const auto& used) { return used.application.active == active; })
               ? "yes"
               : "no";
}

Phrase of_subject(std::string_view list, CareSubject subject) {
    return {std::string(list) + std::string(schema::word(subject))};
}

}  // namespace

Phrase care_name(CareSubject subject) {
    return of_subject("care.name.", subject);
}

Phrase care_use(CareSubject subject, const Aftercare& care) {
    auto phrase = of_subject("care.use.", subject);
    if (subject == CareSubject::sunscreen) {
        phrase.values = {{"spf", clinical::sunscreen_spf}};
    } else if (subject == CareSubject::hyaluronic_acid) {
        phrase.values = {{"given", was_put_on(care, schema::Active::hyaluronic_acid)}};
    }
    return phrase;
}

std::optional<Phrase> care_again(CareSubject subject, const Aftercare& care) {
    if (subject == CareSubject::hyaluronic_acid || subject == CareSubject::petrolatum) {
        return std::nullopt;
    }
    auto phrase = of_subject("care.again.", subject);
    if (subject == CareSubject::sun) {
        phrase.values = {{"sunscreen", uses_sunscreen(care)}};
    }
    return phrase;
}

std::optional<Phrase> never_used(const Aftercare& care) {
    if (care.allergens.empty()) {
        return std::nullopt;
    }
    Value::List list;
    for (const auto& allergen : care.allergens) {
        list.push_back(care_name(allergen.subject));
    }
    return Phrase{"care.card.never", {{"list", list}}};
}

std::string uses_sunscreen(const Aftercare& care) {
    return care.is_allergic_to(CareSubject::sunscreen) ? "no" : "yes";
}

std::vector<Phrase> care_uses(const Aftercare& care) {
    std::vector<Phrase> uses;
    for (const auto& item : care.advised) {
        uses.push_back(care_use(item.advice.subject, care));
    }
    return uses;
}

Date last_day(const CivilTime& end) {
    return end.text().ends_with("T00:00") ? end.plus_hours(-schema::hours_in_day).day() : end.day();
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

AvoidedUntil avoided_until(const Aftercare& care) {
    std::map<Date, std::vector<Phrase>> by_day;
    for (const auto* items : {&care.over_today, &care.avoid}) {
        for (const auto& item : *items) {
            const auto last = last_day(end_of_avoiding(item));
            if (last >= care.at.day()) {
                auto& list = by_day[last];
                list.insert(has_second_step(item.advice.subject) ? list.begin() : list.end(),
                            care_name(item.advice.subject));
            }
        }
    }
    return {by_day.begin(), by_day.end()};
}

std::vector<Phrase> first_hours(const Aftercare& care, const SentenceWriter& out) {
    std::vector<Phrase> phrases;
    for (std::size_t i = 0; i < care.not_yet.size();) {
        const auto& until = care.not_yet[i].from;
        std::vector<const CareItem*> items;
        while (i < care.not_yet.size() && care.not_yet[i].from == until) {
            items.push_back(&care.not_yet[i++]);
        }
        phrases.push_back(first_hours_until(until, items, out));
    }
    return phrases;
}

std::optional<Date> careful_with_sun_until(const Aftercare& care) {
    for (const auto& item : care.avoid) {
        if (has_second_step(item.advice.subject) && last_day(item.until) < care.at.day()) {
            return last_day(item.longest());
        }
    }
    return std::nullopt;
}

Value long_moment(const CivilTime& at, const SentenceWriter& out) {
    constexpr std::size_t clock_at = 11;
    const auto clock = at.has_clock() ? at.text().substr(clock_at, 5) : "00:00";
    return out.long_date(at.day(), clock == "00:00" ? "" : clock);
}

}  // namespace progress
