#include "app/cli/patient_page.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "app/cli/display_text.h"
#include "schema/types/text.h"
#include "tests/app/progress/example_history.h"

namespace cli {
namespace {

std::string page_of(const progress::History& history, PageStyle style = {}) {
    return patient_page(progress::summarise(history, progress::day("2026-06-15")), style);
}

TEST(PatientPage, SaysWhatAPatientCanUse) {
    EXPECT_EQ(page_of(progress::example_history()),
              R"(Progress of C-001 on 2026-06-15
Huda Saleh
هدى صالح

Today
  Call the clinic today: dark marks (PIH) since 2026-02 (moderate).

How it is going
  • Scars, grade: 3 at the start, 2 now (0 is no scars, 4 is severe). That is about the same; a
    difference this small can be chance.
  • Spots of the face, all kinds: 48 at the start, 21 now (fewer is better). That is better: two
    visits in a row say so.
  • Spots of the face, all kinds: the first value was the worst of all, and such a value often gets
    better by itself.
  • How much the skin affects your life: 11 at the start, 5 now (0 is no effect, 30 is the greatest
    effect). That looks better; the next visit will tell.
  • How much the skin affects your life: the first value was the worst of all, and such a value
    often gets better by itself.
  • Some values are missing or not up to date, so the picture is not complete.

Your sessions
  • You have had 4 of 6 planned sessions.
  • Your next session was due on 2026-05-11, 35 days ago.
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
}  // namespace cli
