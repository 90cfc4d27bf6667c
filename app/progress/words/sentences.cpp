#include "app/progress/words/sentences.h"

#include <algorithm>
#include <set>

#include "app/clinical/witness.h"
#include "app/progress/series/disagreement.h"
#include "app/progress/summary.h"
#include "app/progress/words/aftercare_sentences.h"
#include "app/progress/words/event_sentences.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/sentence_writer.h"
#include "app/progress/words/series_sentences.h"
#include "app/progress/words/split_sentences.h"

namespace progress {

namespace {

constexpr std::size_t most_gaps = 3;
constexpr std::size_t most_series = 8;
constexpr std::size_t most_darker = 3;  // the latest
constexpr std::size_t most_concerns_for_patient = 4;

// What is said first, so that a list that is cut short hides nothing bad.
int gravity(const Series& series) {
    switch (series.verdict) {
        case Verdict::worsened:
            return 0;
        case Verdict::improved:
            return 1;
        case Verdict::not_sure:
            return 2;
        case Verdict::not_enough_data:
            return 4;
        default:
            return 3;
    }
}

// Scales that are computed from the same findings are one witness: the first of them is said.
void keep_one_of_each_witness(std::vector<const Series*>& series) {
    std::set<std::pair<std::string_view, std::optional<schema::Region>>> heard;
    std::erase_if(series, [&](const Series* each) {
        return !heard.insert({clinical::witness_of(each->instrument.code), each->region}).second;
    });
}

std::vector<const Series*> main_series(const Summary& summary, bool for_patient) {
    std::vector<const Series*> main;
    for (const auto& series : summary.series) {
        if (is_main(series, summary.series)) {
            main.push_back(&series);
        }
    }
    // A patient reads few: what got worse comes first, and the rest by concern whatever it says, so
    // that no improvement is picked out.
    const auto rank = [&](const Series* series) {
        const bool is_of_course =
            summary.course && series->instrument.concern == summary.course->course.concern;
        const bool is_judged =
            series->verdict == Verdict::improved || series->verdict == Verdict::unchanged;
        return std::pair(!is_of_course, for_patient && is_judged ? 1 : gravity(*series));
    };
    std::stable_sort(
        main.begin(), main.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
    keep_one_of_each_witness(main);
    return main;
}

void gaps_for_clinic(const Summary& summary, SentenceWriter& out) {
    const auto shown = std::min(most_gaps, summary.gaps.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& gap = summary.gaps[i];
        const auto series =
            std::find_if(summary.series.begin(), summary.series.end(), [&](const Series& each) {
                return gap.series == each.code();
            });
        const auto name =
            series == summary.series.end() ? gap.series.value_or("") : out.measure(*series);
        out.add("gaps",
                filled(out.language().gap(gap.kind, gap.series.has_value()), {{"measure", name}}));
    }
    if (const auto more = static_cast<int>(summary.gaps.size() - shown); more > 0) {
        out.say("gaps", Say::more_gaps, {{"count", std::to_string(more)}}, more);
    }
}

// Why nothing can be said where more visits would help, and what was not measured lately of the
// scales that were `said`.
void gaps_for_patient(const Summary& summary,
                      const std::vector<const Series*>& said,
                      SentenceWriter& out) {
    const auto waits = [](const Series& series) { return series.why == Unjudged::one_visit; };
    if (summary.series.empty()) {
        out.say("gaps", Say::you_know_nothing, {});
        return;
    }
    if (std::all_of(summary.series.begin(), summary.series.end(), waits)) {
        out.say("gaps", Say::you_need_visits, {});
        return;
    }
    std::vector<std::string> old;
    for (const auto* series : said) {
        const bool is_old =
            std::any_of(summary.gaps.begin(), summary.gaps.end(), [&](const Gap& gap) {
                return gap.series == series->code() &&
                       (gap.kind == GapKind::stale || gap.kind == GapKind::no_result);
            });
        if (is_old) {
            old.push_back(out.measure(*series));
        }
    }
    if (!old.empty()) {
        out.say("gaps", Say::you_have_gaps, {{"list", out.joined(old)}});
    }
}

void course(const Summary& summary, bool for_patient, SentenceWriter& out) {
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
        values.push_back({"date", out.date(*progress.course.ended)});
        say(Say::course_ended, Say::you_course_ended, values, planned);
    } else if (progress.is_complete()) {
        say(Say::course_complete, Say::you_course_complete, values, planned);
    } else {
        say(Say::course_under_way, Say::you_course_under_way, values, planned);
    }
}

void due(const Summary& summary, bool for_patient, SentenceWriter& out) {
    // A patient is not sent to a session that cannot be.
    if (!summary.due || (for_patient && !is_due_for_patient(summary))) {
        return;
    }
    const int days = summary.due->overdue_days;
    const Values values{{"date", out.date(summary.due->next_on)}, {"days", std::to_string(days)}};
    if (days > 0) {
        out.say("due", for_patient ? Say::you_overdue : Say::overdue, values, days);
    } else {
        out.say("due", for_patient ? Say::you_due : Say::due, values);
    }
}

// Once for all of them: a start that was seen once tends to be one of the worse days.
void say_one_visit_start(const std::vector<const Series*>& said, SentenceWriter& out) {
    std::vector<std::string> names;
    for (const auto* series : said) {
        if (series->rests_on_one_visit()) {
            names.push_back(out.measure(*series));
        }
    }
    if (!names.empty()) {
        out.say("baseline",
                out.for_patient() ? Say::you_start_highest : Say::start_highest,
                {{"list", out.joined(names)}});
    }
}

void series_for_clinic(const Summary& summary, SentenceWriter& out) {
    auto main = main_series(summary, false);
    main.resize(std::min(main.size(), most_series));
    for (const auto* series : main) {
        say_series(*series, out);
    }
    say_one_visit_start(main, out);
}

// One series of each concern, and what doctor and patient stated. What was said comes back.
std::vector<const Series*> series_for_patient(const Summary& summary, SentenceWriter& out) {
    std::set<std::optional<schema::Concern>> concerns;
    std::vector<const Series*> said;
    std::vector<std::string> same;
    for (const auto* series : main_series(summary, true)) {
        const bool is_statement = series->verdict == Verdict::stated;
        const bool is_news =
            series->verdict != Verdict::not_enough_data || series->why != Unjudged::one_visit;
        if (is_statement) {
            say_series(*series, out);
        } else if (is_news && series->instrument.concern &&
                   concerns.size() < most_concerns_for_patient &&
                   concerns.insert(series->instrument.concern).second) {
            say_series(*series, out);
            said.push_back(series);
        } else if (series->verdict == Verdict::unchanged) {
            same.push_back(out.measure(*series));
        }
    }
    if (!same.empty()) {
        out.say("others", Say::you_also_same, {{"list", out.joined(same)}});
    }
    say_one_visit_start(said, out);
    return said;
}

void contradictions(const Summary& summary, SentenceWriter& out) {
    const auto concern =
        summary.course ? std::optional(summary.course->course.concern) : std::nullopt;
    if (const auto found = disagreement(summary.series, concern)) {
        say_disagreement(*found, out);
    }
}

// Before the series: what the sides say against each other, the whole face cannot.
void split_face(const Summary& summary, SentenceWriter& out) {
    if (summary.split_face) {
        say_split_face(*summary.split_face, summary.course->course.concern, out);
    }
}

void darker(const Summary& summary, SentenceWriter& out) {
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
                watch.is_sure ? Say::darker : Say::darker_unsure,
                {{"measure", watch.name},
                 {"before", figure(watch.before.value, decimals)},
                 {"after", figure(watch.after.value, decimals)},
                 {"date", out.date(watch.at.day())},
                 {"days", std::to_string(watch.days_after)}},
                watch.days_after);
    }
}

void aftercare(const Summary& summary, SentenceWriter& out) {
    if (summary.aftercare) {
        say_aftercare(*summary.aftercare, out);
    }
}

}  // namespace

bool is_of_values(const Sentence& sentence) {
    static const std::set<std::string_view> others{
        "gaps", "course", "due", "pih_watch", "status", "urgent", "events", "aftercare"};
    return !others.contains(sentence.about);
}

Sentences sentences_of(const Summary& summary, const Language& language) {
    Sentences sentences;
    SentenceWriter clinic(language, false, summary.as_of, sentences.clinic);
    say_departure(summary, clinic);
    say_urgent_events(summary, clinic);
    contradictions(summary, clinic);
    split_face(summary, clinic);
    series_for_clinic(summary, clinic);
    darker(summary, clinic);
    gaps_for_clinic(summary, clinic);
    course(summary, false, clinic);
    due(summary, false, clinic);
    say_other_events(summary, clinic);
    aftercare(summary, clinic);

    SentenceWriter patient(language, true, summary.as_of, sentences.patient);
    say_urgent_events(summary, patient);
    contradictions(summary, patient);
    split_face(summary, patient);
    const auto said = series_for_patient(summary, patient);
    gaps_for_patient(summary, said, patient);
    course(summary, true, patient);
    due(summary, true, patient);
    say_other_events(summary, patient);
    if (!summary.gone || summary.gone->status != schema::PatientStatus::died) {
        aftercare(summary, patient);
    }
    return sentences;
}

}  // namespace progress
