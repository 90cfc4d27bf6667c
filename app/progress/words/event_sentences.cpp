#include "app/progress/words/event_sentences.h"

#include <algorithm>
#include <tuple>

#include "app/clinical/events/event_concern.h"
#include "app/progress/summary.h"
#include "app/progress/words/plain_words.h"

namespace progress {

namespace {

using clinical::Urgency;
using schema::AdverseEvent;
using schema::Date;

// As it is written to its reader: the gravest first, then the newest.
std::vector<const AdverseEvent*> open_events(const Summary& summary, Urgency urgency) {
    std::vector<const AdverseEvent*> open;
    for (const auto& event : summary.events) {
        const auto day = clinical::session_before(summary.sessions, event, summary.as_of);
        if (!event.resolved && event.severity < clinical::severity_of_death &&
            clinical::urgency_of(event, day, summary.as_of) == urgency) {
            open.push_back(&event);
        }
    }
    const auto day_of = [](const AdverseEvent* event) {
        return event->onset ? event->onset->first_day() : Date();
    };
    std::stable_sort(open.begin(), open.end(), [&](const auto* a, const auto* b) {
        return std::tuple(b->severity, day_of(b)) < std::tuple(a->severity, day_of(a));
    });
    return open;
}

std::string name_of(const AdverseEvent& event, const SentenceWriter& out) {
    return out.for_patient() ? out.language().everyday_event(event.kind)
                             : out.language().event(event);
}

std::string event_text(const AdverseEvent& event, const SentenceWriter& out) {
    return out.text(event.onset ? Say::event : Say::event_undated,
                    {{"event", name_of(event, out)},
                     {"severity", out.language().severity(event.severity)},
                     {"date", event.onset ? out.date(*event.onset) : std::string()}});
}

std::string since_text(const AdverseEvent& event, const SentenceWriter& out) {
    return event.onset
               ? out.text(Say::you_event_since,
                          {{"event", name_of(event, out)}, {"date", out.date(*event.onset)}})
               : name_of(event, out);
}

template <class Write>
std::vector<std::string> texts(const std::vector<const AdverseEvent*>& events, const Write& write) {
    std::vector<std::string> list;
    for (const auto* event : events) {
        list.push_back(write(*event));
    }
    return list;
}

bool began_long_ago(const AdverseEvent& event, Date today) {
    return event.onset && today.days_since(event.onset->last_day()) > clinical::urgent_days;
}

// Nothing is said to somebody who died.
bool is_dead(const Summary& summary) {
    return summary.gone && summary.gone->status == schema::PatientStatus::died;
}

void call_now(const Summary& summary, SentenceWriter& out) {
    auto urgent = open_events(summary, Urgency::call_now);
    if (urgent.empty() || is_dead(summary)) {
        return;
    }
    const auto old = std::stable_partition(urgent.begin(), urgent.end(), [&](const auto* event) {
        return !began_long_ago(*event, summary.as_of);
    });
    auto telephone = summary.contact.telephone
                         ? out.text(Say::you_telephone, {{"telephone", *summary.contact.telephone}})
                         : std::string();
    const auto say = [&](Say what, const Values& values) {
        out.add("urgent", out.text(what, values) + std::exchange(telephone, ""));
    };
    const std::vector<const AdverseEvent*> fresh(urgent.begin(), old);
    if (!fresh.empty()) {
        say(Say::you_events_urgent, {{"list", out.joined(texts(fresh, [&](const auto& event) {
                                          return event_text(event, out);
                                      }))}});
    }
    for (auto event = old; event != urgent.end(); ++event) {
        say(Say::you_event_long, {{"event", capitalised(since_text(**event, out))}});
    }
    out.say("urgent", Say::you_no_session, {});
}

}  // namespace

std::vector<std::string> going_on(const Summary& summary, bool urgent, const SentenceWriter& out) {
    const auto write = [&](const auto& event) { return event_text(event, out); };
    if (urgent) {
        return texts(open_events(summary, Urgency::call_now), write);
    }
    auto list = texts(open_events(summary, Urgency::next_visit), write);
    for (auto& text : texts(open_events(summary, Urgency::watch), write)) {
        list.push_back(std::move(text));
    }
    return list;
}

bool is_due_for_patient(const Summary& summary) {
    return summary.due && !summary.is_stopped && open_events(summary, Urgency::call_now).empty();
}

void say_urgent_events(const Summary& summary, SentenceWriter& out) {
    if (out.for_patient()) {
        call_now(summary, out);
        return;
    }
    const auto list = going_on(summary, true, out);
    if (!list.empty()) {
        out.say("events", Say::events, {{"list", out.joined(list)}});
    }
}

void say_other_events(const Summary& summary, SentenceWriter& out) {
    if (!out.for_patient()) {
        const auto list = going_on(summary, false, out);
        if (!list.empty()) {
            out.say("events", Say::events, {{"list", out.joined(list)}});
        }
        return;
    }
    if (is_dead(summary)) {
        return;
    }
    const auto later = open_events(summary, Urgency::next_visit);
    if (!later.empty()) {
        out.say("events",
                Say::you_events_next_visit,
                {{"list", out.joined(texts(later, [&](const auto& event) {
                      return since_text(event, out);
                  }))}});
    }
    const auto mild = open_events(summary, Urgency::watch);
    if (!mild.empty()) {
        out.say(
            "events",
            Say::you_events,
            {{"list",
              out.joined(texts(mild, [&](const auto& event) { return event_text(event, out); }))}},
            static_cast<int>(mild.size()));
    }
}

void say_departure(const Summary& summary, SentenceWriter& out) {
    if (!summary.gone) {
        return;
    }
    const bool died = summary.gone->status == schema::PatientStatus::died;
    if (summary.gone->on) {
        out.say("status", died ? Say::died : Say::left, {{"date", out.date(*summary.gone->on)}});
    } else {
        out.say("status", died ? Say::died_undated : Say::left_undated, {});
    }
}

}  // namespace progress
