#include "app/cli/pages/within_lines.h"

#include <string>

#include "app/cli/terminal/display_text.h"
#include "app/progress/series/series.h"
#include "app/progress/words/condition_words.h"
#include "app/progress/words/outcome_words.h"
#include "app/progress/words/plain_words.h"

namespace cli {

namespace {

Line heading(const progress::WithinPatients& within) {
    const auto unit = progress::plain_unit(within.instrument.unit);
    const auto places = progress::places_text(within);
    return {{one_line(progress::short_name(within.instrument)), Ink::strong},
            {"  " + one_line((unit.empty() ? "" : unit + ", ") +
                             progress::better_text(within.instrument) +
                             (places.empty() ? "" : "; " + places)),
             Ink::soft}};
}

}  // namespace

Lines within_lines(const progress::WithinPatients& within, int width) {
    const int decimals = progress::condition_decimals(within);
    Lines lines{heading(within)};
    for (const auto& condition : within.conditions) {
        append(lines,
               paragraph({{"  "}}, one_line(progress::condition_text(condition, decimals)), width));
    }
    for (const auto& pair : within.pairs) {
        append(lines,
               paragraph({{"  " + one_line(progress::pair_name(pair)) + ":  ", Ink::strong}},
                         one_line(progress::pair_text(within, pair, decimals)),
                         width));
        append(lines,
               paragraph(
                   {{"    "}}, one_line(progress::conclusion_text(within, pair, decimals)), width));
    }
    if (const auto none = progress::no_pairs_text(within); !none.empty()) {
        append(lines, paragraph({{"    "}}, none, width));
    }
    return lines;
}

}  // namespace cli
