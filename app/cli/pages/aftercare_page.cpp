#include "app/cli/pages/aftercare_page.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/cli/pages/care_words.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/clinical/aftercare/hours_text.h"
#include "app/texts/language.h"

namespace cli {

namespace {

using clinical::Aftercare;
using clinical::CareItem;

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

std::string joined(const std::vector<std::string>& texts) {
    std::string list;
    for (const auto& text : texts) {
        list += (list.empty() ? "" : ", ") + text;
    }
    return list;
}

// Names end their line: what follows Arabic would change places on a terminal that turns it round.
Lines header(const schema::Patient& patient, const Aftercare& care, int width) {
    std::string names;
    for (const auto& name : {patient.name, patient.name_ar}) {
        if (name) {
            names += (names.empty() ? "" : " · ") + one_line(*name);
        }
    }
    auto lines = titled(one_line(patient.chart), names, width);
    lines.push_back({{"aftercare on " + moment_text(care.at), Ink::soft},
                     {care.at.has_clock() ? "" : ", from the beginning of the day", Ink::soft}});
    return lines;
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
    text += care.is_open() ? " " + case_sentence(care)
                           : " Its aftercare is over: there is nothing more to keep to.";
    auto lines = paragraph({}, text, width);
    append(lines, phase_lines(care, width));
    return lines;
}

Lines warning_lines(const std::vector<clinical::CareWarning>& warnings, int width) {
    Lines lines;
    for (const auto& warning : warnings) {
        append(lines,
               paragraph({{"  • "}}, one_line(texts::english().sentence(warning.text)), width));
        append(
            lines,
            paragraph({{"    "}}, "Source: " + one_line(warning.source) + ".", width, Ink::soft));
    }
    return lines;
}

Lines bullets(const std::vector<texts::Phrase>& phrases, int width) {
    Lines lines;
    for (const auto& phrase : phrases) {
        append(lines, paragraph({{"  • "}}, one_line(texts::english().sentence(phrase)), width));
    }
    return lines;
}

Lines avoid_lines(const progress::CareCard& card, int width) {
    std::vector<texts::Phrase> phrases;
    for (const auto& line : card.avoid) {
        phrases.push_back(line.said);
    }
    return bullets(phrases, width);
}

// What the patient takes home.
void add_card(Lines& page, const Aftercare& care, const progress::CareCard& card, int width) {
    add_part(page,
             {{care.on_hold ? "Call the clinic" : "First", care.on_hold ? Ink::bad : Ink::strong}},
             bullets(card.first, width));
    add_part(page, {{"Use now", Ink::strong}}, bullets(card.use, width));
    add_part(page, {{"Avoid", Ink::strong}}, avoid_lines(card, width));
    add_part(page, {{"What comes next", Ink::strong}}, bullets(card.next, width));
    add_part(page, {{"What to expect", Ink::strong}}, bullets(card.expect, width));
    add_part(page, {{"Whom to ask", Ink::strong}}, bullets(card.contact, width));
}

// A row as the clinic reads it, with its range: "  make-up: avoid for 24 to 48 hours (label)".
Lines row_lines(const CareItem& item, int width) {
    const auto head = fmt::format("{}: {} ({})",
                                  plain(item.advice.subject),
                                  range_words(item.advice),
                                  grade_words(item.grade));
    auto lines = paragraph({{"  "}}, head, width);
    append(lines, paragraph({{"      "}}, one_line(item.advice.source) + ".", width, Ink::soft));
    return lines;
}

Lines clinic_lines(const Aftercare& care, int width) {
    Lines lines;
    for (const auto* list : {&care.not_yet, &care.advised, &care.avoid, &care.no_evidence}) {
        for (const auto& item : *list) {
            append(lines, row_lines(item, width));
        }
    }
    return lines;
}

Lines used_lines(const std::vector<clinical::UsedProduct>& all, int width) {
    Lines lines;
    for (const auto& used : all) {
        const auto& product = used.application.product;
        const auto text = fmt::format("{}{}, {}{} after: {}",
                                      plain(used.application),
                                      product ? " (" + one_line(*product) + ")" : "",
                                      used.hour_is_known ? "" : "perhaps ",
                                      clinical::elapsed_text(used.hours_after),
                                      texts::english().text(used.judgement.because));
        const auto at = pad_right(moment_text(used.application.at), moment_width);
        append(lines, paragraph({{"  " + at + "  "}}, text + ".", width));
    }
    return lines;
}

// "3 products within 4 weeks of a session, 1 of them to be avoided then: vitamin C 6 hours after …"
std::string adherence_text(const clinical::Adherence& kept) {
    constexpr std::size_t most = 3;
    std::vector<std::string> avoided;
    for (const auto& used : kept.used) {
        if (used.judgement.verdict == clinical::CareVerdict::avoid ||
            used.judgement.verdict == clinical::CareVerdict::too_early) {
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
                           const progress::CareCard& card,
                           const PageStyle& style) {
    const int width = std::clamp(style.width, 72, 120);
    Lines page = header(patient, care, width);
    page.push_back({});
    append(page, session_lines(care, width));
    add_part(page, {{"Look out", Ink::bad}}, warning_lines(care.warnings, width));
    add_card(page, care, card, width);
    add_part(page, {{"Used since the session", Ink::strong}}, used_lines(care.used, width));
    add_part(page,
             {{"For the clinic: hours, and where they come from", Ink::strong}},
             clinic_lines(care, width));
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
