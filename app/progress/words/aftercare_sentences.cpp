#include "app/progress/words/aftercare_sentences.h"

#include <algorithm>

#include "app/progress/words/care_phrases.h"

namespace progress {

namespace {

using clinical::Aftercare;

schema::Date end_of(const Aftercare& care) {
    auto until = care.phase ? care.phase->until : care.at;
    for (const auto& item : care.avoid) {
        until = std::max(until, item.longest());
    }
    return last_day(until);
}

void say_use(const Aftercare& care, SentenceWriter& out) {
    std::vector<std::string> list;
    for (const auto& item : care.advised) {
        list.push_back(out.language().care_use(item.advice.subject));
    }
    if (!list.empty()) {
        out.say("aftercare", Say::you_aftercare_use, {{"list", out.joined(list)}});
    }
}

void say_avoid(const Aftercare& care, SentenceWriter& out) {
    std::string groups;
    for (const auto& [day, list] : avoided_until(care, out.language())) {
        groups += out.text(groups.empty() ? Say::you_avoid_group : Say::you_avoid_next_group,
                           {{"date", out.date(day)}, {"list", out.joined(list)}});
    }
    if (!groups.empty()) {
        out.say("aftercare", Say::you_aftercare_avoid, {{"list", groups}});
    }
    if (const auto day = careful_with_sun_until(care)) {
        out.say("aftercare", Say::you_aftercare_sun, {{"date", out.date(*day)}});
    }
}

}  // namespace

void say_aftercare(const Aftercare& care, SentenceWriter& out) {
    if (!out.for_patient()) {
        out.say("aftercare", Say::aftercare, {{"date", out.date(end_of(care))}});
        return;
    }
    if (care.on_hold) {
        out.say("aftercare", Say::you_aftercare_hold, {});
        return;
    }
    for (auto& text : first_hours(care, out)) {
        out.add("aftercare", std::move(text));
    }
    say_use(care, out);
    say_avoid(care, out);
}

}  // namespace progress
