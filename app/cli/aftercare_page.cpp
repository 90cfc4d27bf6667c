#include "app/cli/aftercare_page.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/cli/care_words.h"
#include "app/cli/display_text.h"
#include "app/cli/plain_words.h"
#include "app/clinical/aftercare/hours_text.h"

namespace cli {

namespace {

using clinical::Aftercare;
using clinical::CareItem;
using clinical::CareTurn;
using schema::Stance;

constexpr int moment_width = 20;  // "Tue 2026-01-06 10:30"
constexpr int column_gap = 2;

// A part of the page under its heading, set off by an empty line; nothing for an empty part.
void add_part(Lines& page, const Line& heading, const Lines& part) {
    if (!part.empty()) {
        page.push_back({});
        page.push_back(heading);
        append(page, part);
    }
}

// Subjects under what they have in common, in the order in which that first came.
using Groups = std::vector<std::pair<std::string, std::vector<std::string>>>;

void add_to(Groups& groups, const std::string& key, const std::string& subject) {
    const auto same = std::find_if(
        groups.begin(), groups.end(), [&](const auto& each) { return each.first == key; });
    if (same == groups.end()) {
        groups.push_back({key, {subject}});
    } else {
        same->second.push_back(subject);
    }
}

std::string joined(const std::vector<std::string>& texts) {
    std::string list;
    for (const auto& text : texts) {
        list += (list.empty() ? "" : ", ") + text;
    }
    return list;
}

std::string words_of(const schema::CareAdvice& advice) {
    switch (advice.stance) {
        case Stance::advised:
            return advised_words(advice.subject);
        case Stance::avoid:
            return avoided_words(advice.subject);
        case Stance::no_evidence:
            break;
    }
    return plain(advice.subject);
}

// Names end their line: what follows Arabic would change places on a terminal that turns it round.
Lines header(const schema::Patient& patient, const Aftercare& care, int width) {
    std::string names;
    for (const auto& name : {patient.name, patient.name_ar}) {
        if (name) {
            names += (names.empty() ? "" : " · ") + printable(*name);
        }
    }
    const auto chart = cut(printable(patient.chart), width / 2);
    const int room = width - display_width(chart) - column_gap;
    return {{{chart, Ink::strong}, {"  " + cut(names, room), Ink::strong}},
            {{"aftercare on " + moment_text(care.at), Ink::soft},
             {care.at.has_clock() ? "" : ", from the beginning of the day", Ink::soft}}};
}

Lines phase_lines(const Aftercare& care, int width) {
    const auto line = [&](const char* word, const clinical::TimedPhase& timed, bool is_now) {
        auto text = fmt::format("{}, until {}", timed.phase.name, moment_text(timed.until));
        if (is_now) {
            text +=
                fmt::format(", {} from now", left_text(timed.phase.until_hours - care.hours_since));
        }
        return paragraph({{word}}, text, width);
    };
    Lines lines;
    if (care.phase) {
        append(lines, line("Now:  ", *care.phase, true));
    }
    if (care.next_phase) {
        append(lines, line("Then: ", *care.next_phase, false));
    }
    return lines;
}

Lines session_lines(const Aftercare& care, int width) {
    if (!care.session) {
        return paragraph(
            {}, "No session was before that: there is no aftercare to keep to.", width);
    }
    const auto& at = care.session->at;
    const bool exact = at.has_clock() && care.at.has_clock();
    // An hour that nobody knows is not told.
    const auto ago = !exact && care.hours_since < 1
                         ? std::string()
                         : fmt::format(", {} {}",
                                       clinical::elapsed_text(care.hours_since),
                                       exact ? "before" : "or more before");
    auto text = fmt::format("The last session was on {}{}.", moment_text(at), ago);
    if (!at.has_clock()) {
        text += " Its time of day is not recorded: hours are counted from the end of that day.";
    }
    if (!care.is_open()) {
        text += " Its aftercare is over: there is nothing more to keep to.";
    }
    auto lines = paragraph({}, text, width);
    append(lines, phase_lines(care, width));
    return lines;
}

Lines warning_lines(const std::vector<clinical::CareWarning>& warnings, int width) {
    Lines lines;
    for (const auto& warning : warnings) {
        append(lines, paragraph({{"  • "}}, printable(warning.text), width));
        append(
            lines,
            paragraph({{"    "}}, "Source: " + printable(warning.source) + ".", width, Ink::soft));
    }
    return lines;
}

int widest(const std::vector<CareItem>& items) {
    int width = 0;
    for (const auto& item : items) {
        width = std::max(width, display_width(words_of(item.advice)));
    }
    return width;
}

Lines advised_lines(const std::vector<CareItem>& items) {
    const int column = widest(items) + 2 * column_gap;
    Lines lines;
    for (const auto& item : items) {
        lines.push_back({{pad_right("  " + words_of(item.advice), column)},
                         {"until " + moment_text(item.longest())}});
    }
    return lines;
}

// The table of what to avoid, with its headings in its first line.
Lines avoid_lines(const std::vector<CareItem>& items, int width) {
    constexpr int left_width = 12;  // "27 days 23 h"
    constexpr int enough_for_left = 80;
    const bool shows_left = width >= enough_for_left;
    const int column = std::max(20, widest(items)) + 2 * column_gap;
    const auto row = [&](const std::string& what,
                         const std::string& until,
                         const std::string& left,
                         const std::string& cautious,
                         Ink ink) {
        return Line{{pad_right(what, column), ink},
                    {pad_right(until, moment_width + column_gap), ink},
                    {shows_left ? pad_right(left, left_width + column_gap) : "", ink},
                    {cautious, ink}};
    };
    const bool some_differ = std::any_of(
        items.begin(), items.end(), [](const auto& item) { return item.cautious_until; });
    Lines lines{
        row("Avoid", "until", "from now", some_differ ? "some say until" : "", Ink::strong)};
    for (const auto& item : items) {
        lines.push_back(row("  " + avoided_words(item.advice.subject),
                            moment_text(item.until),
                            item.hours_left > 0 ? left_text(item.hours_left) : "over",
                            item.cautious_until ? moment_text(*item.cautious_until) : "",
                            Ink::plain));
    }
    return lines;
}

Lines no_evidence_lines(const std::vector<CareItem>& items, int width) {
    if (items.empty()) {
        return {};
    }
    std::vector<std::string> names;
    for (const auto& item : items) {
        names.push_back(plain(item.advice.subject));
    }
    return paragraph({{"  "}},
                     joined(names) + ": offered after needling, but no trial of that was found.",
                     width);
}

// What to say of one change; empty when nothing becomes different for the patient.
std::string turn_words(const clinical::CareChange& change) {
    const bool is_avoided = change.advice.stance == Stance::avoid;
    switch (change.turn) {
        case CareTurn::begins:
            return is_avoided ? "avoid" : "use";
        case CareTurn::ends_for_some:
            return is_avoided ? "possible again by some sources" : "";
        case CareTurn::ends:
            break;
    }
    return is_avoided ? "possible again" : "";
}

// One line for each moment and each thing to say of it.
Lines next_lines(const std::vector<clinical::CareChange>& changes, int width) {
    Groups said;
    for (const auto& change : changes) {
        if (const auto words = turn_words(change); !words.empty()) {
            add_to(said,
                   fmt::format("{}  {}: ", moment_text(change.at), words),
                   change.turn == CareTurn::begins ? words_of(change.advice)
                                                   : plain(change.advice.subject));
        }
    }
    Lines lines;
    std::string last;
    for (const auto& [key, subjects] : said) {
        const auto moment = key.substr(0, moment_width);
        append(
            lines,
            paragraph({{"  " + (moment == last ? std::string(moment_width, ' ') : moment) + "  "}},
                      key.substr(moment_width + column_gap) + joined(subjects),
                      width));
        last = moment;
    }
    return lines;
}

Lines used_lines(const std::vector<clinical::UsedProduct>& all, int width) {
    Lines lines;
    for (const auto& used : all) {
        const auto& product = used.application.product;
        const auto text = fmt::format("{}{}, {}{} after: {}",
                                      plain(used.application),
                                      product ? " (" + printable(*product) + ")" : "",
                                      used.hour_is_known ? "" : "perhaps ",
                                      clinical::elapsed_text(used.hours_after),
                                      used.judgement.because);
        const auto at = pad_right(moment_text(used.application.at), moment_width);
        append(lines, paragraph({{"  " + at + "  "}}, text + ".", width));
    }
    return lines;
}

// Each source once, after what it speaks of.
Lines source_lines(const Aftercare& care, int width) {
    Groups sources;
    for (const auto* list : {&care.advised, &care.avoid, &care.no_evidence}) {
        for (const auto& item : *list) {
            add_to(sources, item.advice.source, plain(item.advice.subject));
        }
    }
    Lines lines;
    for (const auto& [source, subjects] : sources) {
        append(lines,
               paragraph({{"  "}},
                         capitalised(joined(subjects)) + ": " + printable(source) + ".",
                         width,
                         Ink::soft));
    }
    return lines;
}

// "3 products within 4 weeks of a session, 1 of them to be avoided then: vitamin C 6 hours after …"
std::string adherence_text(const clinical::Adherence& kept) {
    constexpr std::size_t most = 3;
    std::vector<std::string> avoided;
    for (const auto& used : kept.used) {
        if (used.judgement.verdict == clinical::CareVerdict::avoid) {
            avoided.push_back(plain(used.application) + " " + after_session_text(used));
        }
    }
    auto text = fmt::format("{} within {} days of a session, ",
                            counted(kept.count(), "product"),
                            clinical::aftercare_days);
    if (avoided.empty()) {
        return text + "none of them to be avoided then.";
    }
    const auto hidden = avoided.size() - std::min(most, avoided.size());
    avoided.resize(avoided.size() - hidden);
    return text + fmt::format("{} of them to be avoided then: {}{}.",
                              avoided.size() + hidden,
                              joined(avoided),
                              hidden > 0 ? fmt::format(", and {} more", hidden) : "");
}

}  // namespace

std::string aftercare_page(const schema::Patient& patient,
                           const Aftercare& care,
                           const PageStyle& style) {
    const int width = std::clamp(style.width, 72, 120);
    Lines page = header(patient, care, width);
    page.push_back({});
    append(page, session_lines(care, width));
    add_part(page, {{"Look out", Ink::bad}}, warning_lines(care.warnings, width));
    add_part(page, {{"Use now", Ink::strong}}, advised_lines(care.advised));
    if (!care.avoid.empty()) {
        page.push_back({});
        append(page, avoid_lines(care.avoid, width));
    }
    add_part(
        page, {{"Not known to help", Ink::strong}}, no_evidence_lines(care.no_evidence, width));
    add_part(page, {{"What comes next", Ink::strong}}, next_lines(care.next, width));
    add_part(page, {{"Used since the session", Ink::strong}}, used_lines(care.used, width));
    add_part(page, {{"Where this comes from", Ink::strong}}, source_lines(care, width));
    if (care.is_open()) {
        page.push_back({});
        append(page,
               paragraph({},
                         "Times are those of the clinic's clock. Where summer time begins or ends "
                         "in between, its hour is not counted.",
                         width,
                         Ink::soft));
    }
    return text_of(page, style.colour);
}

Lines aftercare_lines(const progress::Summary& summary, int width) {
    Lines lines;
    if (summary.aftercare && summary.aftercare->phase) {
        const auto& timed = *summary.aftercare->phase;
        append(lines,
               paragraph({{"  "}},
                         fmt::format("{}, until {}; `needlebook aftercare` says what to use and "
                                     "what to avoid.",
                                     capitalised(timed.phase.name),
                                     moment_text(timed.until)),
                         width));
    }
    if (summary.adherence) {
        append(lines, paragraph({{"  "}}, adherence_text(*summary.adherence), width));
    }
    if (!lines.empty()) {
        lines.insert(lines.begin(), {{"Aftercare", Ink::strong}});
    }
    return lines;
}

}  // namespace cli
