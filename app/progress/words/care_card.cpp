#include "app/progress/words/care_card.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/clinical/departure.h"
#include "app/progress/course_progress.h"
#include "app/progress/history_until.h"
#include "app/progress/standing_findings.h"
#include "app/progress/words/care_phrases.h"

namespace progress {

namespace {

using clinical::Aftercare;
using clinical::CareChange;
using clinical::CareTurn;
using schema::CivilTime;
using schema::Date;
using schema::Stance;

struct Turn {
    CivilTime at;
    Phrase what;  // "your normal cleanser again"
    schema::CareSubject subject{};
    bool is_of_some = false;  // comes back to those who used it before

    // Beside others it could be read as one of a list that begins with "no".
    bool stands_alone() const {
        return has_second_step(subject) || subject == schema::CareSubject::peel_or_laser;
    }
};

// To the minute; midnight is the day.
CivilTime to_minute(const CivilTime& at) {
    constexpr int seconds = 60;
    const int minute = at.second_of_day() / seconds;
    return minute > 0 ? CivilTime::at_minute(at.day(), minute) : CivilTime(at.day());
}

// What was avoided comes back on the morning after its last day.
Turn turn_on_day(Date day, Phrase what, schema::CareSubject subject) {
    return {CivilTime(day), std::move(what), subject, is_used_by_some(subject)};
}

Date day_after(const CivilTime& end) {
    return CivilTime(last_day(end)).plus_hours(schema::hours_in_day).day();
}

Phrase with_sunscreen(const char* id, const Aftercare& care) {
    return {id, {{"sunscreen", uses_sunscreen(care)}}};
}

// The last moment that the card speaks of.
CivilTime last_moment(const Aftercare& care) {
    auto end = care.phase ? care.phase->until : care.at;
    for (const auto& item : care.avoid) {
        end = std::max(end, item.longest());
    }
    for (const auto& change : care.next) {
        end = std::max(end, change.at);
    }
    return CivilTime(end.day()).plus_hours(schema::hours_in_day);
}

std::optional<Turn> turn_of(const CareChange& change, const Aftercare& care) {
    const auto subject = change.advice.subject;
    const bool is_avoided = change.advice.stance == Stance::avoid;
    switch (change.turn) {
        case CareTurn::begins:
            return Turn{to_minute(change.at),
                        is_avoided ? Phrase{"care.card.not", {{"what", care_name(subject)}}}
                                   : care_use(subject, care),
                        subject};
        case CareTurn::ends_for_some:
            return has_second_step(subject)
                       ? std::optional(turn_on_day(day_after(change.at),
                                                   with_sunscreen("care.card.in_sun", care),
                                                   subject))
                       : std::nullopt;
        case CareTurn::ends:
            break;
    }
    auto again = care_again(subject, care);
    return again ? std::optional(turn_on_day(is_avoided ? day_after(change.at) : change.at.day(),
                                             std::move(*again),
                                             subject))
                 : std::nullopt;
}

std::vector<Turn> turns_of(const Aftercare& care) {
    std::vector<Turn> turns;
    for (const auto& change : care.next) {
        if (auto turn = turn_of(change, care)) {
            turns.push_back(std::move(*turn));
        }
    }
    std::stable_sort(turns.begin(), turns.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.at, a.stands_alone()) < std::tuple(b.at, b.stands_alone());
    });
    return turns;
}

// What everybody goes back to, then what only some do.
Value list_of(const std::vector<Turn>& turns) {
    Value::List all;
    Value::List of_some;
    for (const auto& turn : turns) {
        (turn.is_of_some ? of_some : all).push_back(turn.what);
    }
    if (of_some.empty()) {
        return all;
    }
    Phrase before{"care.card.used_before", {{"list", of_some}}};
    return all.empty() ? before : Phrase{"care.card.both", {{"list", all}, {"what", before}}};
}

Phrase next_line(const std::vector<Turn>& turns, const Aftercare& care, const SentenceWriter& out) {
    const auto& at = turns.front().at;
    return {"care.card.from",
            {{"date", long_moment(at, out)},
             {"day", at.day().days_since(care.session->at.day()) + 1},
             {"list", list_of(turns)}}};
}

std::vector<Phrase> next_lines(const Aftercare& care, const SentenceWriter& out) {
    std::vector<Phrase> lines;
    std::vector<Turn> together;
    for (auto& turn : turns_of(care)) {
        if (!together.empty() && (turn.at != together.front().at || turn.stands_alone())) {
            lines.push_back(next_line(together, care, out));
            together.clear();
        }
        together.push_back(std::move(turn));
    }
    if (!together.empty()) {
        lines.push_back(next_line(together, care, out));
    }
    return lines;
}

std::vector<CareAvoid> avoid_lines(const Aftercare& care, const SentenceWriter& out) {
    std::vector<CareAvoid> lines;
    const auto add = [&](Date day, Value list) {
        lines.push_back(
            {{"care.card.until", {{"date", out.long_date(day)}, {"list", std::move(list)}}},
             CivilTime(day).plus_hours(schema::hours_in_day)});
    };
    for (const auto& [day, list] : avoided_until(care)) {
        add(day, list);
    }
    if (const auto day = careful_with_sun_until(care)) {
        add(*day, with_sunscreen("care.card.sun", care));
    }
    std::stable_sort(
        lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.until < b.until; });
    if (auto never = never_used(care)) {
        lines.insert(lines.begin(), CareAvoid{std::move(*never), last_moment(care)});
    }
    return lines;
}

std::vector<Phrase> contact_lines(const CareContact& contact,
                                  const std::optional<Due>& due,
                                  const SentenceWriter& out) {
    std::vector<Phrase> lines{
        contact.telephone ? Phrase{"care.card.clinic_telephone",
                                   {{"clinic", contact.clinic}, {"telephone", *contact.telephone}}}
                          : Phrase{"care.card.clinic", {{"clinic", contact.clinic}}}};
    if (due) {
        lines.push_back({due->overdue_days > 0 ? "care.card.next_was" : "care.card.next",
                         {{"date", out.long_date(due->next_on)}}});
    }
    return lines;
}

std::optional<Due> next_session(const History& history, Date day) {
    const auto known = history_until(history, day);
    const auto course = course_progress(known);
    if (!course || clinical::departure(known.patient, known.events, known.sessions)) {
        return std::nullopt;
    }
    const auto next = due(*course, day);
    return next && has_standing_stop(known, std::max(day, next->next_on)) ? std::nullopt : next;
}

}  // namespace

CareContact care_contact(const schema::Clinic& clinic) {
    return {clinic.name, clinic.telephone, clinic.digits, clinic.umm_al_qura};
}

CareCard care_card(const Aftercare& care,
                   const CareContact& contact,
                   const std::optional<Due>& due) {
    std::vector<Sentence> unused;
    const SentenceWriter out(true, care.at.day(), unused);
    CareCard card;
    card.contact = contact_lines(contact, care.on_hold ? std::nullopt : due, out);
    if (!care.session || !care.is_open()) {
        return card;
    }
    if (care.on_hold) {
        card.first = {{"care.card.call_now"}, out.said("aftercare_hold")};
        return card;
    }
    card.first = first_hours(care, out);
    card.use = care_uses(care);
    card.avoid = avoid_lines(care, out);
    card.next = next_lines(care, out);
    card.expect = {{care.after.device == clinical::CareDevice::radiofrequency
                        ? "care.card.expect_radiofrequency"
                        : "care.card.expect"},
                   {"care.card.call"}};
    return card;
}

CareCard care_card(const History& history, const Aftercare& care) {
    return care_card(care, care_contact(history.clinic), next_session(history, care.at.day()));
}

}  // namespace progress
