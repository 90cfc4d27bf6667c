#include "app/cli/terminal/table_layout.h"

#include <algorithm>
#include <utility>

#include "app/cli/pages/figures.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/time_plot.h"
#include "app/progress/words/series_sentences.h"
#include "app/texts/language.h"

namespace cli {

namespace {

using progress::Series;

void widen(int& column, const std::string& text) {
    column = std::max(column, display_width(text));
}

void widen(Layout& layout, const Cells& cells) {
    widen(layout.baseline, cells.baseline);
    widen(layout.latest, cells.latest);
    widen(layout.change, cells.change);
    widen(layout.percent, cells.percent);
    widen(layout.verdict, cells.verdict);
    widen(layout.count, cells.count);
}

constexpr int arrow = 3;
constexpr int gap = 2;

}  // namespace

Cells column_titles() {
    return {.name = "",
            .unit = "",
            .baseline = "baseline",
            .latest = "latest",
            .change = "change",
            .percent = "",
            .verdict = "",
            .count = "values"};
}

Cells cells_of(const Series& series) {
    constexpr int longest_unit = 24;
    const int decimals = decimals_of(series);
    Cells cells;
    cells.name = one_line(series.short_name());
    cells.unit = one_line(plain_unit(series.instrument.unit));
    if (display_width(cells.unit) > longest_unit) {
        cells.name += " (" + std::exchange(cells.unit, {}) + ")";
    }
    cells.latest = figure(series.latest.value, decimals);
    cells.verdict = verdict_words(series, texts::english());
    cells.count = std::to_string(series.points.size());
    if (series.verdict == progress::Verdict::stated) {
        cells.latest = "";
    } else if (series.verdict != progress::Verdict::not_enough_data) {
        cells.baseline = figure(series.baseline.value, decimals);
        cells.change = signed_figure(series.change, decimals);
        cells.percent = series.percent_change ? percent_figure(*series.percent_change) : "";
    }
    return cells;
}

Layout layout_of(const std::vector<Series>& all, int width) {
    Layout layout;
    layout.width = width;
    layout.plot = std::clamp(width * 2 / 5, 24, 44);
    widen(layout, column_titles());
    for (const auto& series : all) {
        widen(layout, cells_of(series));
        const auto scale = plot_scale_of(series);
        const int decimals = decimals_of(series);
        widen(layout.scale, scale_figure(scale.low, decimals));
        widen(layout.scale, scale_figure(scale.high, decimals));
    }
    layout.name = width - layout.baseline - arrow - layout.latest - gap - layout.change - gap -
                  layout.percent - gap - layout.verdict - gap - layout.count;
    return layout;
}

void add_numbers(Line& line, const Cells& cells, const Layout& layout, Ink ink, Ink verdict_ink) {
    const std::string blanks(gap, ' ');
    pad_to(line, layout.name);
    line.push_back({pad_left(cells.baseline, layout.baseline), ink});
    line.push_back({cells.baseline.empty() ? "   " : " → ", Ink::soft});
    line.push_back({pad_right(cells.latest, layout.latest), ink});
    line.push_back({blanks + pad_left(cells.change, layout.change), ink});
    line.push_back({blanks + pad_left(cells.percent, layout.percent), ink});
    line.push_back({blanks + pad_right(cells.verdict, layout.verdict), verdict_ink});
    line.push_back({blanks + pad_left(cells.count, layout.count), Ink::soft});
}

}  // namespace cli
