#include "app/cli/pages/outcome_rows.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/cli/pages/figures.h"
#include "app/cli/terminal/display_text.h"
#include "app/progress/words/outcome_figures.h"
#include "app/progress/words/outcome_words.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using progress::change_text;
using progress::InstrumentResult;
using progress::p_figure;
using progress::percent_text;
using progress::response_text;
using progress::result_decimals;
using progress::share_text;
using progress::steps_text;
using progress::values_text;

constexpr int patient_columns = 11;
constexpr int mean_columns = 10;
constexpr int change_columns = 27;
constexpr int p_columns = 6;
constexpr int number_columns =
    patient_columns + mean_columns + 3 + mean_columns - 3 + change_columns + p_columns;
constexpr int label_columns = 14;

// A label and what it says, two of them to a line.
using Facts = std::vector<std::pair<std::string, std::string>>;

struct OutcomeCells {
    std::string name;
    std::string patients;
    std::string from{};
    std::string to{};
    std::string change{};
    std::string p{};
};

// A name that does not fit has a line for itself.
Lines row(const OutcomeCells& cells, int width, Ink ink) {
    const int room = width - number_columns;
    Lines lines;
    if (display_width(cells.name) >= room) {
        lines = paragraph({}, cells.name, width, Ink::strong);
    }
    lines.push_back({{pad_right(lines.empty() ? cells.name : "", room), Ink::strong},
                     {pad_left(cells.patients, patient_columns), ink},
                     {pad_left(cells.from, mean_columns), ink},
                     {cells.from.empty() ? "   " : " → ", Ink::soft},
                     {pad_right(cells.to, mean_columns - 3), ink},
                     {pad_right(cells.change, change_columns), ink},
                     {cells.p, ink}});
    return lines;
}

void add_share(Facts& facts, const std::string& name, const std::optional<progress::Share>& share) {
    if (share) {
        facts.emplace_back(name, share_text(*share));
    }
}

void add_responders(Facts& facts, const progress::Result& result) {
    if (result.responders) {
        facts.emplace_back("responders", progress::responders_text(result));
    }
}

void add_verdicts(Facts& facts,
                  const std::string& name,
                  const std::optional<progress::ByConfirmation>& shares) {
    if (shares) {
        facts.emplace_back(name, progress::confirmed_text(*shares));
    }
}

Facts facts_of(const InstrumentResult& result, int decimals) {
    const auto& latest = result.latest;
    Facts facts;
    add_verdicts(facts, "improved", latest.improved);
    add_verdicts(facts, "worsened", latest.worsened);
    add_share(facts, "seen later", result.followed);
    add_responders(facts, latest);
    add_share(facts, "  worst case", result.worst_case.responders);
    if (const auto& typical = latest.hodges_lehmann; typical && typical->low95) {
        facts.emplace_back("typical",
                           fmt::format("{} ({} to {})",
                                       signed_figure(typical->estimate, decimals),
                                       signed_figure(*typical->low95, decimals),
                                       signed_figure(*typical->high95, decimals)));
    }
    if (latest.wilcoxon) {
        facts.emplace_back("Wilcoxon",
                           fmt::format("V {}, p {}",
                                       schema::number_text(latest.wilcoxon->v),
                                       p_figure(latest.wilcoxon->p)));
    }
    const auto sd = [&](const progress::Descriptives& values) {
        return values.sd ? figure(*values.sd, decimals) : std::string("–");
    };
    if (latest.before) {
        facts.emplace_back("SD", fmt::format("{} → {}", sd(*latest.before), sd(*latest.values)));
        facts.emplace_back("median",
                           fmt::format("{} → {}",
                                       scale_figure(latest.before->median, decimals),
                                       scale_figure(latest.values->median, decimals)));
    }
    if (latest.values->n < result.n && result.baseline.values) {
        facts.emplace_back(
            "all baselines",
            fmt::format("{}, n {}", figure(result.baseline.values->mean, decimals), result.n));
    }
    return facts;
}

// Two facts to a line where all fit beside each other, else one.
Lines fact_lines(const Facts& facts, int indent, int width) {
    const int half = width / 2;
    const int room = half - (label_columns)-indent - 1;
    const bool in_two = std::all_of(facts.begin(), facts.end(), [&](const auto& fact) {
        return display_width(fact.second) <= room;
    });
    const std::string blanks(static_cast<std::size_t>(indent), ' ');
    Lines lines;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!in_two || i % 2 == 0) {
            lines.push_back({{blanks}});
        } else {
            pad_to(lines.back(), half + indent);
        }
        lines.back().push_back({pad_right(facts[i].first, label_columns), Ink::soft});
        lines.back().push_back({facts[i].second});
    }
    return lines;
}

Lines labelled(const std::string& label, const std::string& text, int indent, int width) {
    const std::string blanks(static_cast<std::size_t>(indent), ' ');
    return paragraph({{blanks + pad_right(label, label_columns), Ink::soft}}, text, width);
}

std::string few_words(progress::GroupSize size) {
    switch (size) {
        case progress::GroupSize::small:
            return "very few patients: too few to judge by";
        case progress::GroupSize::few:
            return "few patients: intervals and p are rough";
        case progress::GroupSize::enough:
            break;
    }
    return "";
}

Lines visit_lines(const progress::VisitResult& visit, int decimals, int width) {
    const auto& result = visit.result;
    const auto name = "  at " + progress::offset_text(visit.offset);
    if (!result.values) {
        return row({.name = name, .patients = "nobody"}, width, Ink::soft);
    }
    constexpr int indent = 5;
    const auto& change = result.change;
    auto lines = row({.name = name,
                      .patients = std::to_string(result.values->n),
                      .to = figure(result.values->mean, decimals),
                      .change = change ? change_text(*change, decimals) : "",
                      .p = change && change->p ? p_figure(*change->p) : ""},
                     width,
                     Ink::plain);
    if (const auto words = few_words(progress::size_of_group(result.values->n)); !words.empty()) {
        lines.push_back({{"     " + words, Ink::bad}});
    }
    if (!result.each_value.empty()) {
        append(lines, labelled("values", values_text(result.each_value), indent, width));
    }
    Facts facts;
    add_verdicts(facts, "improved", result.improved);
    add_verdicts(facts, "worsened", result.worsened);
    add_responders(facts, result);
    append(lines, fact_lines(facts, indent, width));
    return lines;
}

Lines summary_row(const std::string& group,
                  const InstrumentResult& result,
                  int decimals,
                  int width) {
    const auto& latest = result.latest;
    const int pairs = latest.values ? latest.values->n : 0;
    const auto& before = latest.before ? latest.before : result.baseline.values;
    auto lines = row({.name = group,
                      .patients = pairs == result.n ? std::to_string(pairs)
                                                    : fmt::format("{} of {}", pairs, result.n),
                      .from = before ? figure(before->mean, decimals) : "–",
                      .to = latest.values ? figure(latest.values->mean, decimals) : "–",
                      .change = latest.change ? change_text(*latest.change, decimals) : "",
                      .p = latest.change && latest.change->p ? p_figure(*latest.change->p) : ""},
                     width,
                     Ink::plain);
    if (pairs == 0) {
        lines.push_back({{"  nobody has a later value that can be judged yet", Ink::bad}});
    } else if (const auto words = few_words(result.size()); !words.empty()) {
        lines.push_back({{"  " + words, Ink::bad}});
    }
    return lines;
}

}  // namespace

Line outcome_titles(int width) {
    return row({.name = "",
                .patients = "patients",
                .from = "baseline",
                .to = "latest",
                .change = "mean change (95 %)",
                .p = "p"},
               width,
               Ink::soft)
        .front();
}

Lines outcome_rows(const std::string& group, const InstrumentResult& result, int width) {
    constexpr int indent = 2;
    const int decimals = result_decimals(result);
    const auto& latest = result.latest;
    auto lines = summary_row(group, result, decimals, width);
    if (latest.values) {
        append(lines, fact_lines(facts_of(result, decimals), indent, width));
        if (latest.change) {
            append(lines, labelled("in per cent", percent_text(latest), indent, width));
        } else if (!latest.each_value.empty()) {
            append(lines, labelled("values", values_text(latest.each_value), indent, width));
        }
        if (latest.steps_better.size() > 1) {
            append(lines, labelled("better by", steps_text(latest.steps_better), indent, width));
        }
        if (result.response) {
            append(lines, labelled("response", response_text(*result.response), indent, width));
        }
    }
    for (const auto& visit : result.visits) {
        append(lines, visit_lines(visit, decimals, width));
    }
    return lines;
}

}  // namespace cli
