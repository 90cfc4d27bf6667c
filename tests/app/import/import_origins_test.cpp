// Days that are counted from a first day: that of the file, or each patient's own.

#include <gmock/gmock.h>

#include "tests/app/import/import_example.h"

namespace exchange::import_origins_test {
namespace {

using testing::HasSubstr;

class ImportOrigins : public ImportTest {
  protected:
    exchange::ImportOptions by_first_visit(std::string kind,
                                           std::string_view text,
                                           std::vector<std::string> map) const {
        auto options = rows(std::move(kind), text);
        options.create_patients = true;
        options.map = std::move(map);
        options.origin_from = "first_visit";
        return options;
    }
};

TEST_F(ImportOrigins, EachPatientsOffsetsCountFromTheirOwnFirstDay) {
    const std::vector<std::string> map{"patient=chart", "iga@0w=iga_0", "iga@4w=iga_4w"};
    import(by_first_visit("scores",
                          "chart,first_visit,iga_0,iga_4w\nC1,2024-01-05,3,2\nC2,2024-03-10,4,3\n"
                          "C3,,,\n",
                          map));
    EXPECT_EQ(scores("C1"), "iga 2024-01-05 3\niga 2024-02-02 2\n");
    EXPECT_EQ(scores("C3"), "");

    const auto empty =
        refusal(by_first_visit("scores", "chart,first_visit,iga_0,iga_4w\nC4,,3,2\n", map));
    EXPECT_THAT(empty[0].what, HasSubstr("counts from an origin, whose cell is empty"));
    EXPECT_THAT(empty[0].remedy, HasSubstr("--origin-from"));
    const auto no_day =
        refusal(by_first_visit("scores", "chart,first_visit,iga_0,iga_4w\nC4,soon,3,2\n", map));
    EXPECT_THAT(no_day[0].where, HasSubstr("column 2 \"first_visit\""));
}

TEST_F(ImportOrigins, ALongFileMayRepeatTheFirstDayButNotContradictIt) {
    const std::vector<std::string> map{"week=week", "iga=iga"};
    const auto file = [&](const std::string& second) {
        return by_first_visit(
            "scores",
            "patient,first_visit,week,iga\nA,2024-01-05,0,3\nA," + second + ",4,2\n",
            map);
    };
    EXPECT_THAT(refusal(file("2024-01-06"))[0].what,
                HasSubstr("counts from 2024-01-06, line 2 of the same patient from 2024-01-05"));
    auto blank = file("");
    EXPECT_THAT(refusal(blank)[0].what, HasSubstr("week counts from an origin"));
    blank.fill_down = {"origin"};
    EXPECT_EQ(import(blank).cells_filled_down, 1U);
    EXPECT_EQ(scores("A"), "iga 2024-01-05 3\niga 2024-02-02 2\n");
    EXPECT_EQ(import(file("2024-01-05")).rows_in_book, 2U);
}

TEST_F(ImportOrigins, TranslatedVisitsCountFromThePatientsFirstDayToo) {
    auto options = by_first_visit("scores",
                                  "patient,first_visit,visit,iga\nA,2024-01-05,Week 4,3\n",
                                  {"at=visit", "iga=iga"});
    options.values = {"at:Week 4=4w"};
    import(options);
    EXPECT_EQ(scores("A"), "iga 2024-02-02 3\n");
}

TEST_F(ImportOrigins, TheOriginIsToldByAnOptionOfItsOwnAndOnce) {
    auto options = by_first_visit("scores",
                                  "patient,first_visit,iga\nA,2024-01-05,3\n",
                                  {"origin=first_visit", "iga@0d=iga"});
    EXPECT_THAT(refusal(options)[0].remedy, HasSubstr("--origin-from COLUMN"));
    options.map = {"iga@0d=iga"};
    options.origin = "2024-01-01";
    EXPECT_THAT(refusal(options)[0].remedy, HasSubstr("only one of --origin and --origin-from"));
    options.origin.reset();
    options.origin_from.reset();
    EXPECT_THAT(refusal(options)[0].what, HasSubstr("iga@0d counts from an origin"));
    EXPECT_THAT(refusal(options)[0].remedy, HasSubstr("--origin-from COLUMN"));
    options.origin_from = "nowhere";
    EXPECT_THAT(refusal(options)[0].what, HasSubstr("no column has the header \"nowhere\""));
}

// Start and end of side effects as days of the study: VIS-SIG, 9 September 2020.
TEST_F(ImportOrigins, BareNumbersInFieldsOfDaysCountFromTheOrigin) {
    auto events = rows("events", "patient,start,end,severity\nS1,182,186,2\nS2,10.0,,1\n");
    events.create_patients = true;
    events.map = {"onset=start", "resolved=end"};
    events.set = {"kind=erythema"};
    EXPECT_THAT(refusal(events)[0].what, HasSubstr("bare number"));
    events.origin = "2020-01-01";
    EXPECT_EQ(import(events).days_counted, 3U);
    const auto kept = all<schema::AdverseEvent>();
    EXPECT_EQ(kept[0].onset->text(), "2020-07-01");
    EXPECT_EQ(kept[0].resolved->text(), "2020-07-05");
    EXPECT_EQ(kept[1].onset->text(), "2020-01-11");
    EXPECT_FALSE(kept[1].resolved);
}

TEST_F(ImportOrigins, AYearIsNotCountedWhereOneCouldBeMeant) {
    auto treatments =
        rows("treatments", "patient,start,kind,name\nA,2019,oral_medicine,isotretinoin\n");
    treatments.create_patients = true;
    treatments.map = {"from=start"};
    treatments.origin = "2018-01-01";
    const auto problems = refusal(treatments);
    EXPECT_THAT(problems[0].what, HasSubstr("2019 is a year, or a day counted from the origin"));
    EXPECT_THAT(problems[0].remedy, HasSubstr("--values 'from:2019=2019'"));
    treatments.values = {"from:2019=2019"};
    import(treatments);
}

}  // namespace
}  // namespace exchange::import_origins_test
