#include "app/progress/words/event_sentences.h"

#include <algorithm>
#include <tuple>

#include "app/clinical/events/event_concern.h"
#include "app/progress/summary.h"

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

Phrase said_of(const AdverseEvent& event, const SentenceWriter& out) {
    return out.for_patient() ? everyday_event_phrase(event.kind) : event_phrase(event);
}

Phrase with_severity(const AdverseEvent& event, const SentenceWriter& out) {
    Arguments values{{"event", said_of(event, out)}, {"severity", severity_phrase(event.severity)}};
    if (event.onset) {
        values.push_back({"date", out.date(*event.onset)});
    }
    return part(event.onset ? "event" : "event_undated", std::move(values));
}

Phrase with_onset(const AdverseEvent& event, const SentenceWriter& out) {
    return event.onset ? part("event_since",
                              {{"event", said_of(event, out)}, {"date", out.date(*event.onset)}})
                       : said_of(event, out);
}

template <class Write>
std::vector<Phrase> all_of(const std::vector<const AdverseEvent*>& events,
                           const SentenceWriter& out,
                           const Write& write) {
    std::vector<Phrase> list;
    for (const auto* event : events) {
        list.push_back(write(*event, out));
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
    // The first of them ends with whom to call.
    auto telephone = summary.contact.telephone;
    const auto say = [&](std::string name, Arguments values) {
        if (telephone) {
            name += "_telephone";
            values.push_back({"telephone", *telephone});
            telephone.reset();
        }
        out.say("urgent", name, std::move(values));
    };
    const std::vector<const AdverseEvent*> fresh(urgent.begin(), old);
    if (!fresh.empty()) {
        say("events_urgent", {{"list", all_of(fresh, out, &with_severity)}});
    }
    for (auto event = old; event != urgent.end(); ++event) {
        say("event_long", {{"event", with_onset(**event, out)}});
    }
    out.say("urgent", "no_session");
}

}  // namespace

std::vector<Phrase> going_on(const Summary& summary, bool urgent, const SentenceWriter& out) {
    if (urgent) {
        return all_of(open_events(summary, Urgency::call_now), out, &with_severity);
    }
    auto list = all_of(open_events(summary, Urgency::next_visit), out, &with_severity);
    for (auto& each : all_of(open_events(summary, Urgency::watch), out, &with_severity)) {
        list.push_back(std::move(each));
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
        out.say("events", "events", {{"list", list}});
    }
}

void say_other_events(const Summary& summary, SentenceWriter& out) {
    if (!out.for_patient()) {
        const auto list = going_on(summary, false, out);
        if (!list.empty()) {
            out.say("events", "events", {{"list", list}});
        }
        return;
    }
    if (is_dead(summary)) {
        return;
    }
    const auto later = open_events(summary, Urgency::next_visit);
    if (!later.empty()) {
        out.say("events", "events_next_visit", {{"list", all_of(later, out, &with_onset)}});
    }
    const auto mild = open_events(summary, Urgency::watch);
    if (!mild.empty()) {
        out.say("events",
                "events",
                {{"list", all_of(mild, out, &with_severity)},
                 {"count", static_cast<int>(mild.size())}});
    }
}

void say_departure(const Summary& summary, SentenceWriter& out) {
    if (!summary.gone) {
        return;
    }
    const bool died = summary.gone->status == schema::PatientStatus::died;
    if (summary.gone->on) {
        out.say("status", died ? "died" : "left", {{"date", out.date(*summary.gone->on)}});
    } else {
        out.say("status", died ? "died_undated" : "left_undated");
    }
}

}  // namespace progress
