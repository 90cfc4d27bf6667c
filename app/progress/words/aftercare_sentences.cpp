#include "app/progress/words/aftercare_sentences.h"

#include <algorithm>
#include <optional>

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
    const auto list = care_uses(care);
    if (!list.empty()) {
        out.say("aftercare", "aftercare_use", {{"list", list}});
    }
}

void say_avoid(const Aftercare& care, SentenceWriter& out) {
    if (auto never = never_used(care)) {
        out.add("aftercare", std::move(*never));
    }
    std::optional<Phrase> groups;
    for (const auto& [day, list] : avoided_until(care)) {
        auto group = part("avoid_group", {{"date", out.date(day)}, {"list", list}});
        groups = groups ? part("then", {{"first", *groups}, {"next", std::move(group)}})
                        : std::move(group);
    }
    if (groups) {
        out.say("aftercare", "aftercare_avoid", {{"list", *groups}});
    }
    if (const auto day = careful_with_sun_until(care)) {
        out.say("aftercare",
                "aftercare_sun",
                {{"date", out.date(*day)}, {"sunscreen", uses_sunscreen(care)}});
    }
}

}  // namespace

void say_aftercare(const Aftercare& care, SentenceWriter& out) {
    if (!out.for_patient()) {
        out.say("aftercare", "aftercare", {{"date", out.date(end_of(care))}});
        return;
    }
    if (care.on_hold) {
        out.say("aftercare", "aftercare_hold");
        return;
    }
    for (auto& phrase : first_hours(care, out)) {
        out.add("aftercare", std::move(phrase));
    }
    say_use(care, out);
    say_avoid(care, out);
}

}  // namespace progress
