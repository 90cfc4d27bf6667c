#include "app/cli/outcomes_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/cli/display_text.h"

namespace cli::outcomes_page_test {
namespace {

// 3,000 patients or one, a long name or a short one: nothing runs over.
std::optional<progress::Outcome> improved(double value) {
    return progress::Outcome{
        .value = value, .verdict = progress::Verdict::improved, .confirmed = true};
}

TEST(OutcomesPage, FitsItsWidth) {
    schema::Instrument scale{.code = "x",
                             .name = "A scale with a name that is much longer than most of them",
                             .low = 0,
                             .high = 4,
                             .step = 1,
                             .unit = "{score}",
                             .better = schema::Better::lower,
                             .responder_change = 1};
    const auto plan = *progress::read_visit_plan("0,4w");
    std::vector<progress::Trajectory> patients(3000,
                                               {.baseline = 4,
                                                .latest = improved(1),
                                                .response = progress::ResponseTime{84, true},
                                                .visits = {improved(4), improved(3)}});
    patients.push_back({.baseline = 0, .latest = improved(4), .visits = {improved(0), {}}});
    progress::Outcomes outcomes{.grouping = {progress::GroupKind::tag, "arm"}, .plan = plan};
    outcomes.groups.push_back({.group = {.name = "a group with quite a long name of its own, too"},
                               .n = 3001,
                               .sessions = 12000});
    outcomes.groups.front().instruments = {progress::instrument_result(scale, patients, plan)};
    for (const int width : {60, 80, 93, 100, 200}) {
        SCOPED_TRACE(width);
        const auto page = outcomes_page(outcomes, {.width = width});
        for (std::size_t from = 0, to = 0; (to = page.find('\n', from)) != std::string::npos;
             from = to + 1) {
            const auto line = page.substr(from, to - from);
            EXPECT_LE(display_width(line), std::clamp(width, 80, 100)) << line;
            EXPECT_FALSE(line.ends_with(' ')) << line;
        }
        EXPECT_NE(page.find("A scale with a name"), std::string::npos);
        EXPECT_EQ(page.find("nan"), std::string::npos);
    }
}

}  // namespace
}  // namespace cli::outcomes_page_test
