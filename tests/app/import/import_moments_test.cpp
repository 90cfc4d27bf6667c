// Times as other programs write them, on the clinic's own clock.

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "app/tracking/wall_clock.h"
#include "tests/app/import/import_example.h"

namespace exchange::import_moments_test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class ImportMoments : public ImportTest {
  protected:
    exchange::ImportOptions visits(std::string_view cells) const {
        auto options = rows("scores", "patient,at,iga\n" + std::string(cells));
        options.create_patients = true;
        return options;
    }
};

// The notations: https://github.com/submersion-app/submersion/issues/63 ,
// https://github.com/SamAmco/track-and-graph/issues/160
TEST_F(ImportMoments, WithAZoneAreConvertedAndSaidOncePerColumn) {
    const auto report =
        import(visits("A,2026-02-05T23:30:00Z,4\n"
                      "A,2026-02-06 23:30:00+02:00,4\n"
                      "A,2026-02-10T10:00-0700,4\n"
                      "A,2026-02-07 11:30 PM,3\n"
                      "A,2026-02-08T23:30:00.000,2\n"
                      "A,2026-02-09 12:05 AM,2\n"));
    EXPECT_EQ(scores("A"),
              "iga 2026-02-06T01:30:00 4\n"
              "iga 2026-02-06T23:30:00 4\n"
              "iga 2026-02-07T23:30 3\n"
              "iga 2026-02-08T23:30:00 2\n"
              "iga 2026-02-09T00:05 2\n"
              "iga 2026-02-10T19:00 4\n");
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_THAT(report.warnings[0].where, HasSubstr("column 2 \"at\""));
    EXPECT_EQ(report.warnings[0].what,
              "3 time stamps with a zone were put on the clinic's clock, Africa/Cairo");
}

TEST_F(ImportMoments, WithoutAZoneAreNotTalkedAbout) {
    EXPECT_THAT(import(visits("A,2026-02-07 11:30 PM,3\n")).warnings, IsEmpty());
}

TEST_F(ImportMoments, OfADayTakeTheDayOfTheClinicsClock) {
    import(rows("patients", "chart,born\n1,1990-05-01T22:30:00Z\n2,1990-05-01T00:00:00\n"));
    const auto patients = all<schema::Patient>();
    EXPECT_EQ(patients[0].born->text(), "1990-05-02");
    EXPECT_EQ(patients[1].born->text(), "1990-05-01");
}

TEST_F(ImportMoments, ThatCannotBeAreToldWithThePartThatIsWrong) {
    const auto problems = refusal(visits("A,2026-02-05 25:30,4\nA,2026-02-30 10:30,4\n"));
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_THAT(problems[0].what, HasSubstr("\"25:30\" is not a time of day"));
    EXPECT_THAT(problems[1].what, HasSubstr("\"2026-02-30\" is no day"));
    EXPECT_EQ(refusal(visits("A,9999-12-31T23:59:00-05:00,4\n")).size(), 1U);
}

// The shape: https://github.com/enketo/enketo-core/issues/972
TEST_F(ImportMoments, AndNumbersMayBeInAnyDigits) {
    auto options = rows("scores",
                        "patient,at,lesions_total\nA,2026-03-15,١٢\nA,2026-03-16,12\u200F\n"
                        "A,٢٠٢٦-٠٣-١٧,9\n");
    options.create_patients = true;
    import(options);
    EXPECT_EQ(scores("A"),
              "lesions_total 2026-03-15 12\nlesions_total 2026-03-16 12\n"
              "lesions_total 2026-03-17 9\n");
    auto half = rows("scores", "patient,at,lesions_total\nA,2026-03-18,7٫5\n");
    EXPECT_EQ(refusal(half).size(), 1U);
}

RC_GTEST_PROP(WallClockLaw, AnInstantIsTheSameWhateverZoneItIsWrittenIn, ()) {
    static const tracking::WallClock clock("Africa/Cairo");
    const auto day = schema::Date::of(2026, 1, 1)->plus_days(*rc::gen::inRange(-20000, 20000));
    const int minute = *rc::gen::inRange(0, 1440);
    const int east = *rc::gen::inRange(-840, 841);
    const auto utc = schema::CivilTime::at_minute(day.plus_days(1), minute);
    const auto there = schema::CivilTime::at_minute(day, 1440 + minute + east);
    RC_ASSERT(clock.shown(utc, 0) == clock.shown(there, east));
}

}  // namespace
}  // namespace exchange::import_moments_test
