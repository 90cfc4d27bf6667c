#include "app/cli/pages/progress_page.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "app/cli/pages/aftercare_page.h"
#include "app/cli/pages/benefit_list.h"
#include "app/cli/pages/finding_list.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/pages/series_table.h"
#include "app/cli/pages/session_list.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/page_line.h"
#include "app/texts/language.h"

namespace cli {

namespace {

// "died 2026-01-20", "left on 2026-03-01"
std::string gone_text(const clinical::Departure& gone) {
    const bool died = gone.status == schema::PatientStatus::died;
    return gone.on ? fmt::format("{} {}", died ? "died" : "left on", gone.on->text())
                   : std::string(died ? "died" : "left");
}

using progress::CourseProgress;
using progress::Summary;

// A part of the page, set off by an empty line; nothing for an empty part.
void append_part(Lines& page, const Lines& part) {
    if (part.empty()) {
        return;
    }
    if (!page.empty()) {
        page.push_back({});
    }
    append(page, part);
}

std::string facts_of(const Summary& summary) {
    const auto& patient = summary.patient;
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " · ") + part; };
    if (const auto age =
            patient.born ? schema::age_on(summary.as_of, *patient.born) : std::nullopt) {
        add(schema::age_text(*age));
    }
    if (patient.sex && *patient.sex != schema::Sex::other) {
        add(plain(*patient.sex));
    }
    if (patient.fitzpatrick) {
        add(fmt::format("Fitzpatrick {}", schema::word(*patient.fitzpatrick)));
    }
    if (patient.monk) {
        add(fmt::format("Monk {}", *patient.monk));
    }
    return text;
}

// Names end their line: what follows Arabic would change places on a terminal that turns it round.
Lines header(const Summary& summary, int width) {
    const auto& patient = summary.patient;
    std::string names;
    for (const auto& name : {patient.name, patient.name_ar}) {
        if (name) {
            names += (names.empty() ? "" : " · ") + one_line(*name);
        }
    }
    const auto on = fmt::format("progress on {}", summary.as_of.text());
    const int left = width - display_width(on) - 2;
    auto facts = paragraph({}, facts_of(summary), left);
    pad_to(facts.front(), left + 2);
    facts.front().push_back({on, Ink::soft});
    auto lines = titled(one_line(patient.chart), names, width);
    append(lines, facts);
    if (summary.gone) {
        lines.push_back({{gone_text(*summary.gone), Ink::bad}});
    }
    return lines;
}

// "●●●●○○": done and to come; empty when there are too many to take in.
std::string dots(const CourseProgress& progress) {
    constexpr int most = 20;
    const int planned = progress.course.sessions;
    if (std::max(planned, progress.done) > most) {
        return "";
    }
    std::string text;
    for (int i = 0; i < std::max(planned, progress.done); ++i) {
        text += i < progress.done ? "●" : "○";
    }
    return "  " + text;
}

Line due_line(const Summary& summary) {
    if (summary.course->course.ended) {
        return {{fmt::format("The course ended on {}.", summary.course->course.ended->text())}};
    }
    if (summary.gone) {
        return {{"No session is due."}};
    }
    if (!summary.due) {
        return {{"The course is complete."}};
    }
    const auto next = fmt::format("Next session due {}", summary.due->next_on.text());
    const int days = summary.due->overdue_days;
    return days == 0 ? Line{{next + "."}}
                     : Line{{next + ", "},
                            {fmt::format("{} overdue", counted(days, "day")), Ink::bad},
                            {"."}};
}

std::string plan_text(const CourseProgress& progress) {
    auto text = fmt::format(
        "{} from {}", capitalised(plain(progress.course.every)), progress.course.on.text());
    if (progress.intervals > 0) {
        text += fmt::format("; {} of {} as planned, give or take a quarter",
                            progress.intervals_kept,
                            counted(progress.intervals, "interval"));
    }
    return text + ".";
}

Lines course_lines(const Summary& summary, int width) {
    if (!summary.course) {
        return summary.sessions.empty()
                   ? Lines{{{"No course of sessions is planned: start one to see what is due."}}}
                   : Lines{};
    }
    const auto& progress = *summary.course;
    const auto done =
        fmt::format("  {} of {} done", progress.done, counted(progress.course.sessions, "session"));
    const auto concern = progress.course.concern;
    const auto title =
        concern == schema::Concern::other ? "Course" : "Course for " + plain(concern);
    Lines lines{{{title, Ink::strong}, {dots(progress), Ink::bar}, {done}}, due_line(summary)};
    const auto plan = paragraph({}, plan_text(progress), width, Ink::soft);
    lines.insert(lines.end(), plan.begin(), plan.end());
    return lines;
}

// What is said of the values, before all numbers: the words of the report and of the pages.
Lines answer_lines(const Summary& summary, int width) {
    Lines lines;
    for (const auto& sentence : summary.sentences.clinic) {
        if (progress::is_of_values(sentence)) {
            append(
                lines,
                paragraph({{"  • "}}, one_line(texts::english().sentence(sentence.said)), width));
        }
    }
    if (!lines.empty()) {
        lines.insert(lines.begin(), Line{{"What changed?", Ink::strong}});
    }
    return lines;
}

Lines gap_lines(const std::vector<progress::Gap>& gaps, int width) {
    if (gaps.empty()) {
        return {};
    }
    constexpr std::size_t most = 8;
    Lines lines{{{"To record next", Ink::strong}}};
    for (std::size_t i = 0; i < std::min(most, gaps.size()); ++i) {
        const auto sentence =
            paragraph({{"  • "}}, one_line(texts::english().sentence(gaps[i].said)), width);
        lines.insert(lines.end(), sentence.begin(), sentence.end());
    }
    if (gaps.size() > most) {
        lines.push_back({{fmt::format("    and {} more", gaps.size() - most), Ink::soft}});
    }
    return lines;
}

Lines table_lines(const Summary& summary, int width) {
    if (summary.series.empty()) {
        return paragraph({},
                         "No value is recorded yet. Record active acne, scars, pigmentation, a "
                         "reading or a questionnaire: two visits show a change, three a trend.",
                         width);
    }
    return series_tables(summary.series, summary.sessions, width);
}

bool is_of_event(const clinical::Finding& finding) {
    return finding.record &&
           finding.record->kind == schema::Description<schema::AdverseEvent>::noun;
}

// What asks for a reason, and side effects; a patient's skin type is no news on their page.
Lines safety_lines(const std::vector<clinical::Finding>& findings, int width) {
    std::vector<clinical::Finding> shown;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(shown), [](const auto& each) {
        return schema::asks_for_reason(each.level) || is_of_event(each);
    });
    // One record is one line, though several rules may speak of it.
    const auto same_record = [](const auto& a, const auto& b) {
        return a.record && a.record == b.record;
    };
    shown.erase(std::unique(shown.begin(), shown.end(), same_record), shown.end());
    auto lines = short_findings(shown, width);
    if (!lines.empty()) {
        lines.insert(lines.begin(), Line{{"Before the next session", Ink::strong}});
    }
    return lines;
}

}  // namespace

std::string progress_page(const Summary& summary, const PageStyle& style) {
    const int width = std::clamp(style.width, 72, 120);
    Lines page = header(summary, width);
    append_part(page, course_lines(summary, width));
    append_part(page, answer_lines(summary, width));
    append_part(page, gap_lines(summary.gaps, width));
    append_part(page, table_lines(summary, width));
    append_part(page, darker_list(summary, width));
    append_part(page, benefit_list(summary, width));
    append_part(page, session_list(summary.sessions, summary.findings, width));
    append_part(page, event_list(summary.events, width));
    append_part(page, safety_lines(summary.safety, width));
    append_part(page, aftercare_lines(summary, width));
    append_part(page, source_list(summary.series, width));
    return text_of(page, style.colour);
}

}  // namespace cli
