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
        const auto kind = "gap." + std::string(schema::word(gap.kind));
        const auto series =
            std::find_if(summary.series.begin(), summary.series.end(), [&](const Series& each) {
                return gap.series == each.code();
            });
        if (series != summary.series.end()) {
            out.add("gaps", {kind, {{"measure", out.measure(*series)}}});
        } else if (gap.series) {
            out.add("gaps", {kind, {{"measure", *gap.series}}});
        } else {
            out.add("gaps", {gap.kind == GapKind::long_hole ? kind + "_of_several" : kind});
        }
    }
    if (const auto more = static_cast<int>(summary.gaps.size() - shown); more > 0) {
        out.say("gaps", "more_gaps", {{"count", more}});
    }
}

// Why nothing can be said where more visits would help, and what was not measured lately of the
// scales that were `said`.
void gaps_for_patient(const Summary& summary,
                      const std::vector<const Series*>& said,
                      SentenceWriter& out) {
    const auto waits = [](const Series& series) { return series.why == Unjudged::one_visit; };
    if (summary.series.empty()) {
        out.say("gaps", "know_nothing");
        return;
    }
    if (std::all_of(summary.series.begin(), summary.series.end(), waits)) {
        out.say("gaps", "need_visits");
        return;
    }
    Value::List old;
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
        out.say("gaps", "have_gaps", {{"list", old}});
    }
}

void course(const Summary& summary, SentenceWriter& out) {
    if (!summary.course) {
        const auto done = static_cast<int>(summary.sessions.size());
        if (done > 0) {
            out.say("course", "sessions_only", {{"done", done}});
        } else if (!out.for_patient()) {
            out.say("course", "no_session");
        }
        return;
    }
    const auto& progress = *summary.course;
    Arguments values{{"done", progress.done}, {"planned", progress.course.sessions}};
    if (progress.course.ended) {
        values.push_back({"date", out.date(*progress.course.ended)});
        out.say("course", "course_ended", std::move(values));
    } else {
        out.say("course",
                progress.is_complete() ? "course_complete" : "course_under_way",
                std::move(values));
    }
}

void due(const Summary& summary, SentenceWriter& out) {
    // A patient is not sent to a session that cannot be.
    if (!summary.due || (out.for_patient() && !is_due_for_patient(summary))) {
        return;
    }
    const int days = summary.due->overdue_days;
    Arguments values{{"date", out.date(summary.due->next_on)}};
    if (days > 0) {
        values.push_back({"days", days});
        out.say("due", "overdue", std::move(values));
    } else {
        out.say("due", "due", std::move(values));
    }
}

// Once for all of them: a start that was seen once tends to be one of the worse days.
void say_one_visit_start(const std::vector<const Series*>& said, SentenceWriter& out) {
    Value::List names;
    for (const auto* series : said) {
        if (series->rests_on_one_visit()) {
            names.push_back(out.measure(*series));
        }
    }
    if (!names.empty()) {
        out.say("baseline", "start_highest", {{"list", names}});
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
    Value::List same;
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
        out.say("others", "also_same", {{"list", same}});
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
        out.say("pih_watch", "more_darker", {{"count", static_cast<int>(hidden)}});
    }
    for (auto i = hidden; i < summary.pih_watch.size(); ++i) {
        const auto& watch = summary.pih_watch[i];
        const auto series =
            std::find_if(summary.series.begin(), summary.series.end(), [&](const Series& each) {
                return each.code() == watch.series;
            });
        const bool is_known = series != summary.series.end();
        const int decimals = is_known ? decimals_of(*series) : 2;
        out.say("pih_watch",
                watch.is_sure ? "darker" : "darker_unsure",
                {{"measure", is_known ? out.measure(*series) : Value(watch.name)},
                 {"before", Number{watch.before.value, decimals}},
                 {"after", Number{watch.after.value, decimals}},
                 {"date", out.date(watch.at.day())},
                 {"days", watch.days_after}});
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

Sentences sentences_of(const Summary& summary) {
    Sentences sentences;
    SentenceWriter clinic(false, summary.as_of, sentences.clinic);
    say_departure(summary, clinic);
    say_urgent_events(summary, clinic);
    contradictions(summary, clinic);
    split_face(summary, clinic);
    series_for_clinic(summary, clinic);
    darker(summary, clinic);
    gaps_for_clinic(summary, clinic);
    course(summary, clinic);
    due(summary, clinic);
    say_other_events(summary, clinic);
    aftercare(summary, clinic);

    SentenceWriter patient(true, summary.as_of, sentences.patient);
    say_urgent_events(summary, patient);
    contradictions(summary, patient);
    split_face(summary, patient);
    const auto said = series_for_patient(summary, patient);
    gaps_for_patient(summary, said, patient);
    course(summary, patient);
    due(summary, patient);
    say_other_events(summary, patient);
    if (!summary.gone || summary.gone->status != schema::PatientStatus::died) {
        aftercare(summary, patient);
    }
    return sentences;
}

}  // namespace progress
