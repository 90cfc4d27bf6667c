#include "app/progress/sentences.h"

#include <algorithm>
#include <set>

#include "app/progress/figures.h"
#include "app/progress/plain_words.h"
#include "app/progress/responder.h"
#include "app/progress/summary.h"
#include "schema/types/text.h"

namespace progress {

namespace {

constexpr std::size_t most_gaps = 3;
constexpr std::size_t most_series = 8;
constexpr std::size_t most_darker = 3;  // the latest
constexpr std::size_t most_series_for_patient = 3;

// The sentences of one list as they are written.
class Writer {
  public:
    Writer(const Language& language, std::vector<Sentence>& list)
        : language_(language), list_(list) {}

    void say(std::string about, Say say, const Values& values, int count = 0) {
        list_.push_back({text(say, values, count), std::move(about)});
    }
    void add(std::string about, std::string text) {
        list_.push_back({std::move(text), std::move(about)});
    }
    std::string text(Say say, const Values& values, int count = 0) const {
        return filled(language_.pattern(say, language_.plural(count)), values);
    }
    std::string joined(const std::vector<std::string>& all) const {
        std::string list;
        for (const auto& each : all) {
            list += (list.empty() ? "" : std::string(language_.list_comma)) + each;
        }
        return list;
    }
    // The name that a clinician knows the scale by, or the everyday one.
    std::string measure(const Series& series, bool for_patient) const {
        const auto everyday = language_.measure(series.instrument.code);
        if (!for_patient || everyday.empty()) {
            return series.short_name();
        }
        if (!series.region) {
            return std::string(everyday);
        }
        return text(
            Say::measure_at,
            {{"measure", std::string(everyday)}, {"region", language_.region(*series.region)}});
    }
    const Language& language() const { return language_; }

  private:
    const Language& language_;
    std::vector<Sentence>& list_;
};

std::vector<const Series*> main_series(const Summary& summary) {
    std::vector<const Series*> main;
    for (const auto& series : summary.series) {
        if (is_main(series, summary.series)) {
            main.push_back(&series);
        }
    }
    const auto rank = [&](const Series* series) {
        const bool is_of_course =
            summary.course && series->instrument.concern == summary.course->course.concern;
        return std::pair(!is_of_course, series->verdict != Verdict::worsened);
    };
    std::stable_sort(
        main.begin(), main.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
    return main;
}

void gaps_for_clinic(const Summary& summary, Writer& out) {
    const auto shown = std::min(most_gaps, summary.gaps.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& gap = summary.gaps[i];
        const auto series =
            std::find_if(summary.series.begin(), summary.series.end(), [&](const Series& each) {
                return gap.series == each.code();
            });
        const auto name =
            series == summary.series.end() ? gap.series.value_or("") : out.measure(*series, false);
        out.add("gaps",
                filled(out.language().gap(gap.kind, gap.series.has_value()), {{"measure", name}}));
    }
    if (const auto more = static_cast<int>(summary.gaps.size() - shown); more > 0) {
        out.say("gaps", Say::more_gaps, {{"count", std::to_string(more)}}, more);
    }
}

void gaps_for_patient(const Summary& summary, Writer& out) {
    const auto has_moved = [](const Series& series) {
        return series.verdict != Verdict::not_enough_data;
    };
    if (summary.series.empty()) {
        out.say("gaps", Say::you_know_nothing, {});
    } else if (std::none_of(summary.series.begin(), summary.series.end(), has_moved)) {
        out.say("gaps", Say::you_need_visits, {});
    } else if (!summary.gaps.empty()) {
        out.say("gaps", Say::you_have_gaps, {});
    }
}

void course(const Summary& summary, bool for_patient, Writer& out) {
    const auto say = [&](Say clinic, Say patient, const Values& values, int count) {
        out.say("course", for_patient ? patient : clinic, values, count);
    };
    if (!summary.course) {
        const auto done = static_cast<int>(summary.sessions.size());
        if (done > 0) {
            say(Say::sessions_only, Say::you_sessions_only, {{"done", std::to_string(done)}}, done);
        } else if (!for_patient) {
            out.say("course", Say::no_session, {});
        }
        return;
    }
    const auto& progress = *summary.course;
    const int planned = progress.course.sessions;
    Values values{{"done", std::to_string(progress.done)}, {"planned", std::to_string(planned)}};
    if (progress.course.ended) {
        values.push_back({"date", progress.course.ended->text()});
        say(Say::course_ended, Say::you_course_ended, values, planned);
    } else if (progress.is_complete()) {
        say(Say::course_complete, Say::you_course_complete, values, planned);
    } else {
        say(Say::course_under_way, Say::you_course_under_way, values, planned);
    }
}

void due(const Summary& summary, bool for_patient, Writer& out) {
    if (!summary.due) {
        return;
    }
    const int days = summary.due->overdue_days;
    const Values values{{"date", summary.due->next_on.text()}, {"days", std::to_string(days)}};
    if (days > 0) {
        out.say("due", for_patient ? Say::you_overdue : Say::overdue, values, days);
    } else {
        out.say("due", for_patient ? Say::you_due : Say::due, values);
    }
}

Say about_change(const Series& series, bool for_patient) {
    const bool has_noise = series.instrument.noise.has_value();
    switch (series.verdict) {
        case Verdict::improved:
            if (for_patient && series.responder.value_or(false)) {
                return Say::you_better_responder;
            }
            return has_noise ? (for_patient ? Say::you_better_than_noise : Say::better_than_noise)
                             : (for_patient ? Say::you_better : Say::better);
        case Verdict::worsened:
            return has_noise ? (for_patient ? Say::you_worse_than_noise : Say::worse_than_noise)
                             : (for_patient ? Say::you_worse : Say::worse);
        case Verdict::within_noise:
            return for_patient ? Say::you_within_noise : Say::within_noise;
        case Verdict::unchanged:
            return for_patient ? Say::you_unchanged : Say::unchanged;
        case Verdict::changed:
            return for_patient ? Say::you_changed : Say::changed;
        case Verdict::not_enough_data:
            break;
    }
    return for_patient ? Say::you_not_enough : Say::not_enough;
}

bool is_of_two_devices(const Series& series, const Summary& summary) {
    return std::any_of(summary.gaps.begin(), summary.gaps.end(), [&](const Gap& gap) {
        return gap.kind == GapKind::other_device && gap.series == series.instrument.code;
    });
}

bool is_of_open_skin(const Series& series, const Summary& summary) {
    return std::any_of(
        summary.benefits.begin(), summary.benefits.end(), [&](const Benefit& benefit) {
            return std::any_of(
                benefit.because.begin(), benefit.because.end(), [&](const Evidence& each) {
                    return each.series == series.code() && each.change && !each.counts;
                });
        });
}

// What to say of a series: its change, unless that is one of the device or of an open skin.
Say about(const Series& series, const Summary& summary, bool for_patient) {
    if (series.verdict != Verdict::not_enough_data) {
        if (is_of_open_skin(series, summary)) {
            return for_patient ? Say::you_open_skin : Say::open_skin;
        }
        if (is_of_two_devices(series, summary)) {
            return for_patient ? Say::you_other_device : Say::other_device;
        }
    }
    return about_change(series, for_patient);
}

void series_sentence(const Series& series, const Summary& summary, bool for_patient, Writer& out) {
    const int decimals = decimals_of(series);
    const auto name = out.measure(series, for_patient);
    const auto unit = plain_unit(series.instrument.unit);
    const auto change = signed_figure(series.change, decimals);
    const auto noise = schema::number_text(series.instrument.noise.value_or(0));
    out.say(series.code(),
            about(series, summary, for_patient),
            {{"measure", name},
             {"before", figure(series.baseline.value, decimals)},
             {"after", figure(series.latest.value, decimals)},
             {"change", unit.empty() ? change : change + " " + unit},
             {"noise", unit.empty() ? noise : noise + " " + unit},
             {"date", series.latest.at.day().text()}});
    if (!for_patient && series.responder) {
        out.say(series.code(),
                *series.responder ? Say::responder : Say::no_responder,
                {{"measure", name}, {"rule", responder_rule_text(series.instrument)}});
    }
}

void series_for_clinic(const Summary& summary, Writer& out) {
    auto main = main_series(summary);
    main.resize(std::min(main.size(), most_series));
    for (const auto* series : main) {
        series_sentence(*series, summary, false, out);
    }
}

void series_for_patient(const Summary& summary, Writer& out) {
    std::set<std::optional<schema::Concern>> said;
    for (const auto* series : main_series(summary)) {
        const bool is_news =
            series->verdict != Verdict::not_enough_data && series->instrument.concern.has_value();
        if (is_news && said.size() < most_series_for_patient &&
            said.insert(series->instrument.concern).second) {
            series_sentence(*series, summary, true, out);
        }
    }
}

void darker(const Summary& summary, Writer& out) {
    const auto hidden = summary.pih_watch.size() - std::min(summary.pih_watch.size(), most_darker);
    if (hidden > 0) {
        const auto count = static_cast<int>(hidden);
        out.say("pih_watch", Say::more_darker, {{"count", std::to_string(count)}}, count);
    }
    for (auto i = hidden; i < summary.pih_watch.size(); ++i) {
        const auto& watch = summary.pih_watch[i];
        const auto series =
            std::find_if(summary.series.begin(), summary.series.end(), [&](const Series& each) {
                return each.code() == watch.series;
            });
        const int decimals = series == summary.series.end() ? 2 : decimals_of(*series);
        out.say("pih_watch",
                Say::darker,
                {{"measure", watch.name},
                 {"before", figure(watch.before.value, decimals)},
                 {"after", figure(watch.after.value, decimals)},
                 {"date", watch.at.day().text()},
                 {"days", std::to_string(watch.days_after)}},
                watch.days_after);
    }
}

void events(const Summary& summary, bool for_patient, Writer& out) {
    std::vector<std::string> going_on;
    for (const auto& event : summary.events) {
        if (event.resolved) {
            continue;
        }
        const auto& language = out.language();
        going_on.push_back(out.text(event.onset ? Say::event : Say::event_undated,
                                    {{"event", language.event(event.kind)},
                                     {"severity", language.severity(event.severity)},
                                     {"date", event.onset ? event.onset->text() : std::string()}}));
    }
    if (!going_on.empty()) {
        out.say("events",
                for_patient ? Say::you_events : Say::events,
                {{"list", out.joined(going_on)}},
                static_cast<int>(going_on.size()));
    }
}

void aftercare(const Summary& summary, bool for_patient, Writer& out) {
    if (!summary.aftercare) {
        return;
    }
    const auto& care = *summary.aftercare;
    std::vector<std::string> use;
    std::vector<std::string> avoid;
    auto until = care.phase ? care.phase->until : care.at;
    for (const auto& item : care.advised) {
        use.push_back(out.language().care(item.advice.subject));
    }
    for (const auto& item : care.avoid) {
        avoid.push_back(out.language().care(item.advice.subject));
        until = std::max(until, item.longest());
    }
    const auto say = !for_patient ? Say::aftercare
                     : avoid.empty()
                         ? (use.empty() ? Say::you_aftercare_until : Say::you_aftercare_use)
                     : use.empty() ? Say::you_aftercare_avoid
                                   : Say::you_aftercare;
    out.say("aftercare",
            say,
            {{"date", until.day().text()}, {"use", out.joined(use)}, {"avoid", out.joined(avoid)}});
}

}  // namespace

Sentences sentences_of(const Summary& summary, const Language& language) {
    Sentences sentences;
    Writer clinic(language, sentences.clinic);
    gaps_for_clinic(summary, clinic);
    course(summary, false, clinic);
    due(summary, false, clinic);
    series_for_clinic(summary, clinic);
    darker(summary, clinic);
    events(summary, false, clinic);
    aftercare(summary, false, clinic);

    Writer patient(language, sentences.patient);
    gaps_for_patient(summary, patient);
    course(summary, true, patient);
    due(summary, true, patient);
    series_for_patient(summary, patient);
    events(summary, true, patient);
    aftercare(summary, true, patient);
    return sentences;
}

}  // namespace progress
