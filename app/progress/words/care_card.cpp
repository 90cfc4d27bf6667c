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
    std::string when;  // "Tuesday 13 January"
    Date day;
    std::string what;  // "your normal cleanser again"
    schema::CareSubject subject{};
    bool is_of_some = false;  // comes back to those who used it before

    // Beside others it could be read as one of a list that begins with "no".
    bool stands_alone() const {
        return has_second_step(subject) || subject == schema::CareSubject::peel_or_laser;
    }
};

// What was avoided comes back on the morning after its last day.
Turn turn_on_day(Date day,
                 std::string what,
                 schema::CareSubject subject,
                 const SentenceWriter& out) {
    return {long_date(day, out), day, std::move(what), subject, is_used_by_some(subject)};
}

Date day_after(const CivilTime& end) {
    return CivilTime(last_day(end)).plus_hours(schema::hours_in_day).day();
}

std::optional<Turn> turn_of(const CareChange& change, const SentenceWriter& out) {
    const auto& language = out.language();
    const auto subject = change.advice.subject;
    const bool is_avoided = change.advice.stance == Stance::avoid;
    switch (change.turn) {
        case CareTurn::begins:
            return Turn{long_moment(change.at, out),
                        change.at.day(),
                        is_avoided ? out.text(Say::care_not, {{"what", language.care(subject)}})
                                   : language.care_use(subject),
                        subject};
        case CareTurn::ends_for_some:
            return has_second_step(subject)
                       ? std::optional(turn_on_day(
                             day_after(change.at), out.text(Say::care_in_sun), subject, out))
                       : std::nullopt;
        case CareTurn::ends:
            break;
    }
    auto again = language.care_again(subject);
    return again.empty()
               ? std::nullopt
               : std::optional(turn_on_day(is_avoided ? day_after(change.at) : change.at.day(),
                                           std::move(again),
                                           subject,
                                           out));
}

std::vector<Turn> turns_of(const Aftercare& care, const SentenceWriter& out) {
    std::vector<Turn> turns;
    for (const auto& change : care.next) {
        if (auto turn = turn_of(change, out)) {
            turns.push_back(std::move(*turn));
        }
    }
    std::stable_sort(turns.begin(), turns.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.day, a.when, a.stands_alone()) <
               std::tuple(b.day, b.when, b.stands_alone());
    });
    return turns;
}

// What everybody goes back to, then what only some do.
std::string list_of(const std::vector<Turn>& turns, const SentenceWriter& out) {
    std::vector<std::string> all;
    std::vector<std::string> of_some;
    for (const auto& turn : turns) {
        (turn.is_of_some ? of_some : all).push_back(turn.what);
    }
    if (of_some.empty()) {
        return out.joined(all);
    }
    const auto before = out.text(Say::care_used_before, {{"list", out.joined(of_some)}});
    return all.empty() ? before
                       : out.text(Say::care_both, {{"list", out.joined(all)}, {"what", before}});
}

std::string next_line(const std::vector<Turn>& turns,
                      const Aftercare& care,
                      const SentenceWriter& out) {
    const auto& first = turns.front();
    const int number = first.day.days_since(care.session->at.day()) + 1;
    return out.text(
        Say::care_from,
        {{"date", first.when}, {"day", std::to_string(number)}, {"list", list_of(turns, out)}});
}

std::vector<std::string> next_lines(const Aftercare& care, const SentenceWriter& out) {
    std::vector<std::string> lines;
    std::vector<Turn> together;
    for (auto& turn : turns_of(care, out)) {
        if (!together.empty() && (turn.when != together.front().when || turn.stands_alone())) {
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
    for (const auto& [day, list] : avoided_until(care, out.language())) {
        lines.push_back(
            {out.text(Say::care_until, {{"date", long_date(day, out)}, {"list", out.joined(list)}}),
             CivilTime(day).plus_hours(schema::hours_in_day)});
    }
    if (const auto day = careful_with_sun_until(care)) {
        lines.push_back(
            {out.text(Say::care_until,
                      {{"date", long_date(*day, out)}, {"list", out.text(Say::care_sun)}}),
             CivilTime(*day).plus_hours(schema::hours_in_day)});
    }
    std::stable_sort(
        lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.until < b.until; });
    return lines;
}

std::vector<std::string> contact_lines(const CareContact& contact,
                                       const std::optional<Due>& due,
                                       const SentenceWriter& out) {
    std::vector<std::string> lines{
        contact.telephone
            ? out.text(Say::care_clinic_telephone,
                       {{"clinic", contact.clinic}, {"telephone", *contact.telephone}})
            : out.text(Say::care_clinic, {{"clinic", contact.clinic}})};
    if (due) {
        lines.push_back(out.text(due->overdue_days > 0 ? Say::care_next_was : Say::care_next,
                                 {{"date", long_date(due->next_on, out)}}));
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
    return {clinic.name, clinic.telephone};
}

CareCard care_card(const Aftercare& care,
                   const CareContact& contact,
                   const std::optional<Due>& due,
                   const Language& language) {
    std::vector<Sentence> unused;
    const SentenceWriter out(language, true, care.at.day(), unused);
    CareCard card;
    card.contact = contact_lines(contact, care.on_hold ? std::nullopt : due, out);
    if (!care.session || !care.is_open()) {
        return card;
    }
    if (care.on_hold) {
        card.first = {out.text(Say::care_call_now), out.text(Say::you_aftercare_hold)};
        return card;
    }
    card.first = first_hours(care, out);
    for (const auto& item : care.advised) {
        card.use.push_back(language.care_use(item.advice.subject));
    }
    card.avoid = avoid_lines(care, out);
    card.next = next_lines(care, out);
    card.expect = {out.text(care.after.device == clinical::CareDevice::radiofrequency
                                ? Say::care_expect_radiofrequency
                                : Say::care_expect),
                   out.text(Say::care_call)};
    return card;
}

CareCard care_card(const History& history, const Aftercare& care, const Language& language) {
    return care_card(
        care, care_contact(history.clinic), next_session(history, care.at.day()), language);
}

}  // namespace progress
