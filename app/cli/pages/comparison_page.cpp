#include "app/cli/pages/comparison_page.h"

#include <cmath>
#include <vector>

#include "app/cli/pages/figures.h"
#include "app/cli/terminal/text_table.h"
#include "app/progress/words/plain_words.h"
#include "app/texts/language.h"

namespace cli {

namespace {

using clinical::ComparedPart;

std::string_view unit_of_difference(ComparedPart part) {
    switch (part) {
        case ComparedPart::yaw:
        case ComparedPart::pitch:
        case ComparedPart::roll:
            return "°";
        case ComparedPart::distance:
        case ComparedPart::place:
        case ComparedPart::clipping:
            return " %";
        case ComparedPart::light:
        case ComparedPart::colour:
            return " stops";
        case ComparedPart::sharpness:
            return " octaves";
        case ComparedPart::view:
            break;
    }
    return "";
}

std::string difference_text(const clinical::PartScore& each) {
    return each.difference
               ? figure(*each.difference, 1) + std::string(unit_of_difference(each.part))
               : "";
}

}  // namespace

std::string comparison_page(const clinical::Comparability& pair, std::optional<int> table_width) {
    const auto& english = texts::english();
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : pair.parts) {
        rows.push_back(
            {english.text(schema::Phrase("comparing.part." + std::string(schema::word(each.part)))),
             each.score ? figure(std::floor(*each.score), 0) : "-",
             difference_text(each),
             english.text(each.words)});
    }
    return progress::capitalised(english.text(pair.words)) + ".\n\n" +
           text_table({"part", "points", "differs by", "to do"}, rows, table_width);
}

}  // namespace cli
