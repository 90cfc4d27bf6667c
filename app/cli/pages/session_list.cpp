#include "app/cli/pages/session_list.h"

#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/progress/series/burden.h"
#include "app/progress/series/responder.h"
#include "app/progress/words/plain_words.h"
#include "schema/types/text.h"

namespace cli {

namespace {

std::string area_text(const schema::SessionArea& area) {
    return fmt::format("{} {}{}mm × {}",
                       plain(area.region),
                       schema::number_text(area.depth_mm),
                       no_break,
                       area.passes == 1 ? "1 pass" : std::to_string(area.passes) + " passes");
}

std::string session_text(const schema::Session& session) {
    std::string text = plain(session.device);
    std::string areas;
    for (const auto& area : session.areas) {
        areas += (areas.empty() ? " · " : ", ") + area_text(area);
    }
    text += areas;
    if (session.endpoint) {
        text += " · " + plain(*session.endpoint);
    }
    if (session.pain) {
        text += fmt::format(" · pain {} of 10", *session.pain);
    }
    if (session.downtime_days) {
        text += *session.downtime_days == 0
                    ? " · out again the same day"
                    : " · out again after " + counted(*session.downtime_days, "day");
    }
    return text;
}

std::string time_text(const schema::CivilTime& at) {
    auto text = at.text().substr(0, 16);
    std::replace(text.begin(), text.end(), 'T', ' ');
    return pad_right(text, 16);
}

// What the session was recorded over, and why.
Lines reasons_to_go_on(const schema::Session& session,
                       const std::vector<schema::SessionFinding>& findings,
                       int width) {
    Lines lines;
    for (const auto& finding : findings) {
        if (const auto text = progress::kept_finding_text(finding);
            finding.session == session.id && !text.empty()) {
            append(lines, paragraph({{std::string(20, ' ')}}, one_line(text), width, Ink::soft));
        }
    }
    return lines;
}

std::string event_text(const schema::AdverseEvent& event) {
    return fmt::format("{}, {} · {}",
                       plain(event),
                       plain_severity(event.severity),
                       event.resolved ? "over on " + event.resolved->text()
                                      : std::string("going on, or its end is not recorded"));
}

}  // namespace

Lines session_list(const std::vector<schema::Session>& sessions,
                   const std::vector<schema::SessionFinding>& findings,
                   int width) {
    if (sessions.empty()) {
        return {};
    }
    constexpr std::size_t most = 8;
    const auto hidden = sessions.size() - std::min(sessions.size(), most);
    Lines lines{{{"Sessions", Ink::strong}}};
    if (hidden > 0) {
        lines.push_back(
            {{fmt::format("  {} before these", counted(static_cast<int>(hidden), "session")),
              Ink::soft}});
    }
    for (auto i = hidden; i < sessions.size(); ++i) {
        append(lines,
               paragraph(
                   {{"  " + time_text(sessions[i].at) + "  "}}, session_text(sessions[i]), width));
        append(lines, reasons_to_go_on(sessions[i], findings, width));
    }
    return lines;
}

Lines event_list(const std::vector<schema::AdverseEvent>& events, int width) {
    if (events.empty()) {
        return {};
    }
    Lines lines{{{"Side effects", Ink::strong}}};
    for (const auto& event : events) {
        const auto onset = event.onset ? event.onset->text() : std::string("date unknown");
        append(lines, paragraph({{"  " + pad_right(onset, 16) + "  "}}, event_text(event), width));
    }
    return lines;
}

Lines source_list(const std::vector<progress::Series>& all, int width) {
    Lines lines;
    std::set<std::string> listed;
    const auto add = [&](const std::string& text) {
        append(lines, paragraph({{"  "}}, one_line(text), width, Ink::soft));
    };
    for (const auto& series : all) {
        const auto& instrument = series.instrument;
        if (!listed.insert(instrument.code).second) {
            continue;
        }
        const auto name = instrument.name.substr(0, instrument.name.find(" ("));
        if (series.noise) {
            add(fmt::format(
                "{}, noise, {}{}: {}",
                name,
                plain(series.noise->kind),
                series.noise->formula.empty() ? "" : ", " + series.noise->formula,
                series.noise->source.empty() ? "set by the clinic" : series.noise->source));
        } else if (!progress::has_noise(instrument) && instrument.noise_source &&
                   progress::has_better(instrument)) {
            add(fmt::format("{}, no noise: {}", name, *instrument.noise_source));
        }
        if (progress::has_responder_rule(instrument)) {
            add(fmt::format("{}, responder, “{}”: {}",
                            name,
                            progress::responder_rule_text(instrument),
                            instrument.responder_source.value_or("set by the clinic")));
        }
    }
    if (!lines.empty()) {
        lines.insert(lines.begin(), {{"Where the rules come from", Ink::strong}});
    }
    return lines;
}

}  // namespace cli
