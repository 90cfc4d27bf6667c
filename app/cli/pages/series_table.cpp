#include "app/cli/pages/series_table.h"

#include <algorithm>
#include <map>
#include <string>

#include "app/cli/pages/figures.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/pages/series_details.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/table_layout.h"
#include "app/cli/terminal/time_plot.h"

namespace cli {

namespace {

using progress::Series;
using progress::Verdict;
using Sessions = std::vector<schema::Session>;

// One axis for a table, so that its plots compare: from its first value or session to its last.
TimeAxis axis_of(const std::vector<Series>& table, const Sessions& sessions, int columns) {
    const auto& any = table.front().points.back().at;
    TimeAxis axis{.from = any, .to = any, .columns = columns};
    const auto reach = [&](const schema::CivilTime& at) {
        axis.from = std::min(axis.from, at);
        axis.to = std::max(axis.to, at);
    };
    for (const auto& series : table) {
        reach(series.points.front().at);
        reach(series.points.back().at);
    }
    for (const auto& session : sessions) {
        reach(session.at);
    }
    return axis;
}

// Only what two visits say has a colour.
Ink ink_of(const Series& series) {
    if (!series.confirmed.value_or(false)) {
        return Ink::plain;
    }
    switch (series.verdict) {
        case Verdict::improved:
            return Ink::good;
        case Verdict::worsened:
            return Ink::bad;
        default:
            return Ink::plain;
    }
}

Lines row_of(const Series& series, const Layout& layout) {
    const auto cells = cells_of(series);
    const int unit = display_width(cells.unit) + 2;
    const bool is_alone = display_width(cells.name) + unit + 2 > layout.name;
    const int room = (is_alone ? layout.width : layout.name) - unit;
    auto lines = paragraph({}, cells.name, room, Ink::strong);
    lines.front().push_back({"  " + cells.unit, Ink::soft});
    Line line;
    if (!is_alone) {
        line = std::move(lines.back());
        lines.pop_back();
    }
    add_numbers(line, cells, layout, Ink::plain, ink_of(series));
    lines.push_back(std::move(line));
    return lines;
}

// The upper and the lower row of bars and the axis, with the ends of the scale before them.
Lines plot_of(const Series& series,
              const Sessions& sessions,
              const TimeAxis& axis,
              const Layout& layout) {
    const auto scale = plot_scale_of(series);
    const auto plot = time_plot(series.points, sessions, axis, scale);
    const int decimals = decimals_of(series);
    const auto label = [&](const std::string& text) { return pad_left(text, layout.scale) + " "; };
    const bool is_flat = scale.low == scale.high;
    return {{{label(is_flat ? "" : scale_figure(scale.high, decimals)), Ink::soft},
             {plot.upper, Ink::bar}},
            {{label(scale_figure(scale.low, decimals)), Ink::soft}, {plot.lower, Ink::bar}},
            {{label(""), Ink::soft}, {plot.axis, Ink::soft}}};
}

void append_card(Lines& lines,
                 const Series& series,
                 const Sessions& sessions,
                 const TimeAxis& axis,
                 const Layout& layout) {
    Lines left;
    for (const auto& detail : series_details(series)) {
        const auto more = paragraph({{"  "}}, detail, layout.details());
        left.insert(left.end(), more.begin(), more.end());
    }
    const auto right = plot_of(series, sessions, axis, layout);
    const auto row = row_of(series, layout);
    lines.insert(lines.end(), row.begin(), row.end());
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        Line line = i < left.size() ? left[i] : Line{};
        if (i < right.size()) {
            pad_to(line, layout.details() + 2);
            line.insert(line.end(), right[i].begin(), right[i].end());
        }
        lines.push_back(std::move(line));
    }
}

Lines heading_of(schema::Concern concern, const Layout& layout) {
    const auto title = capitalised(plain(concern));
    Lines lines;
    Line line{{title, Ink::strong}};
    if (display_width(title) + 2 > layout.name) {
        lines.push_back(std::move(line));
        line.clear();
    }
    add_numbers(line, column_titles(), layout, Ink::soft, Ink::soft);
    lines.push_back(std::move(line));
    std::string rule;
    for (int i = 0; i < layout.width; ++i) {
        rule += "─";
    }
    lines.push_back({{rule, Ink::soft}});
    return lines;
}

// The days at the ends of the axis, under the last plot of a table.
Line dates_of(const TimeAxis& axis, int width, bool has_sessions) {
    const auto from = axis.from.day().text();
    const auto to = axis.to.day().text();
    const std::string legend = has_sessions ? "▲ session  " : "";
    const int room = axis.columns - display_width(from);
    return {{pad_left(legend, width - axis.columns) + from + (from == to ? "" : pad_left(to, room)),
             Ink::soft}};
}

}  // namespace

Lines series_tables(const std::vector<Series>& all, const Sessions& sessions, int width) {
    std::map<schema::Concern, std::vector<Series>> tables;
    for (const auto& series : all) {
        if (was_always_clear(series)) {
            continue;
        }
        tables[series.instrument.concern.value_or(schema::Concern::other)].push_back(series);
    }
    const auto layout = layout_of(all, width);
    Lines lines;
    for (const auto& [concern, table] : tables) {
        if (!lines.empty()) {
            lines.push_back({});
        }
        const auto heading = heading_of(concern, layout);
        lines.insert(lines.end(), heading.begin(), heading.end());
        const auto axis = axis_of(table, sessions, layout.plot);
        for (const auto& series : table) {
            append_card(lines, series, sessions, axis, layout);
        }
        lines.push_back(dates_of(axis, width, !sessions.empty()));
    }
    return lines;
}

}  // namespace cli
