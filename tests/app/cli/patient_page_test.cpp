#include "app/cli/patient_page.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "app/cli/display_text.h"
#include "schema/types/text.h"
#include "tests/app/progress/example_history.h"

namespace cli::patient_page_test {
namespace {

std::string page_of(const progress::History& history, PageStyle style = {}) {
    return patient_page(progress::summarise(history, progress::day("2026-06-15")), style);
}

TEST(PatientPage, SaysWhatAPatientCanUse) {
    EXPECT_EQ(page_of(progress::example_history()),
              R"(Progress of C-001 on 2026-06-15
Huda Saleh
هدى صالح

How it is going
  • Scars, grade: 3 at the start, 2 now (0 is no scars, 4 is severe). That is about the same; a
    difference this small can be chance.
  • Spots of the face, all kinds: 48 at the start, 21 now (fewer is better). That is better: two
    visits in a row say so.
  • Dark marks after acne: 12 on 2 February, 15 now (0 is no marks, 22 is the most). That is about
    the same; a difference this small can be chance.
  • How much the skin affects your life: 11 at the start, 5 now (0 is no effect, 30 is the greatest
    effect). That looks better; the next visit will tell.
  • About the same too: Scars, points.
  • The start was measured only once, so part of what looks better can be chance.

Your sessions
  • You have had 4 of 6 planned sessions.
  • Your next session was planned for 11 May: ask the clinic for a day.

For now
  • Show the clinic at your next visit, before any needling: dark marks since February.
)");
}

TEST(PatientPage, FitsEveryWidth) {
    for (const int width : {10, 72, 85, 120, 900}) {
        SCOPED_TRACE(width);
        const auto page = page_of(progress::example_history(), {.width = width});
        for (const auto line : schema::split(page, '\n')) {
            EXPECT_LE(display_width(line), std::clamp(width, 72, 120));
        }
    }
}

TEST(PatientPage, OfNobodyPromisesNothing) {
    EXPECT_EQ(page_of(progress::ExampleHistory().history()),
              "Progress of C-001 on 2026-06-15\n\nHow it is going\n"
              "  • Nothing has been measured yet, so nothing can be said.\n");
}

}  // namespace
}  // namespace cli::patient_page_test
