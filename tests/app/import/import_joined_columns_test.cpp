// One field from several columns, and several times in one row.

#include <gmock/gmock.h>

#include "tests/app/import/import_example.h"

namespace exchange::import_joined_columns_test {
namespace {

using testing::HasSubstr;

class ImportJoinedColumns : public ImportTest {
  protected:
    exchange::ImportOptions score_rows(std::string_view text, std::vector<std::string> map) const {
        auto options = rows("scores", text);
        options.create_patients = true;
        options.map = std::move(map);
        return options;
    }
    std::string what_is_misused(const exchange::ImportOptions& options) {
        const auto problems = refusal(options);
        return problems.empty() ? "" : problems[0].what + " | " + problems[0].remedy;
    }
};

// First and last name in columns of their own: github.com/OuhscBbmc/REDCapR, the longitudinal
// project of its tests.
TEST_F(ImportJoinedColumns, ANameInTwoColumnsIsJoinedInTheOrderOfMention) {
    auto people = rows("patients", "Chart No,Last,First\nX1,Adel,Mona\nX2, Nabil ,\nX3,Sami,NA\n");
    people.map = {"chart=Chart No", "name=First", "name=Last"};
    people.missing = {"NA"};
    EXPECT_EQ(import(people).records, 3U);
    std::vector<std::string> names;
    for (const auto& patient : all<schema::Patient>()) {
        names.push_back(*patient.name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"Mona Adel", "Nabil", "Sami"}));

    auto nobody = rows("patients", "Chart No,Last,First,Sex\nX4,,,male\n");
    nobody.map = people.map;
    EXPECT_EQ(refusal(nobody)[0].what, "the name is empty");
}

TEST_F(ImportJoinedColumns, NumbersWordsAndDaysAreNotJoined) {
    auto people = rows("patients", "chart,a,b\nX1,female,male\n");
    people.map = {"sex=a", "sex=b"};
    EXPECT_THAT(what_is_misused(people), HasSubstr("sex is mapped twice"));
    people.map = {"born=a", "born=b"};
    EXPECT_THAT(what_is_misused(people), HasSubstr("born is mapped twice"));
    people.map = {"chart=a", "chart=b"};
    EXPECT_THAT(what_is_misused(people), HasSubstr("chart is mapped twice"));
    EXPECT_THAT(
        what_is_misused(score_rows("patient,at,a,b\nX,2026-01-05,1,2\n", {"iga=a", "iga=b"})),
        HasSubstr("iga is mapped twice"));
}

TEST_F(ImportJoinedColumns, ADayAndItsClockAreOneMoment) {
    const std::vector<std::string> map{"at=Date", "at=Time", "iga=IGA"};
    import(
        score_rows("patient,Date,Time,IGA\nA,2026-03-05,14:30,2\nA,2026-03-05,9:15 AM,3\n"
                   "A,2026-03-06,,1\nA,2026-03-07T00:00:00,2:30:15 p.m.,0\n",
                   map));
    EXPECT_EQ(scores("A"),
              "iga 2026-03-05T09:15 3\niga 2026-03-05T14:30 2\niga 2026-03-06 1\n"
              "iga 2026-03-07T14:30:15 0\n");

    const auto text = [&](const std::string& day, const std::string& clock) {
        return refusal(
            score_rows("patient,Date,Time,IGA\nB," + day + "," + clock + ",2\n", map))[0];
    };
    EXPECT_EQ(text("2026-03-05", "noon").where,
              (folder / "rows.csv").string() + ":2: column 3 \"Time\"");
    EXPECT_THAT(text("2026-03-05", "noon").what, HasSubstr("\"noon\" is not a time of day"));
    EXPECT_THAT(text("2026-03-05", "25:00").what, HasSubstr("is not a time of day"));
    EXPECT_EQ(text("", "14:30").what, "at is empty");
    EXPECT_THAT(text("2026-03-05T10:00", "14:30").what, HasSubstr("another time of day"));
    EXPECT_THAT(text("32/13/2026", "14:30").where, HasSubstr("column 2 \"Date\""));
}

TEST_F(ImportJoinedColumns, ASessionTakesADayAndItsClockToo) {
    auto options = rows("sessions", "patient,Day,Hour,areas\nA,2026-03-05,14:30,chin:1:2\n");
    options.create_patients = true;
    options.set = {"device=pen"};
    options.map = {"at=Day", "at=Hour"};
    import(options);
    EXPECT_EQ(all<schema::Session>()[0].at.text(), "2026-03-05T14:30");
    // A second day is none of its clock.
    options.map = {"at=Day", "areas=areas", "at=Hour"};
    EXPECT_THAT(what_is_misused(options), HasSubstr("right after that of its day"));
    options.map = {"at=Day", "at=Hour", "at=areas"};
    EXPECT_THAT(what_is_misused(options), HasSubstr("at is mapped twice"));
}

// A response and a time for each visit, as cran/LMMstar has the onycholysis trial.
TEST_F(ImportJoinedColumns, OfSeveralTimesInARowEachIsForTheValuesBehindIt) {
    const std::string text =
        "chart,date1,time1,iga1,date2,iga2,tewl2\nC3,2024-01-05,09:00,3,2024-02-02,2,8\n"
        "C4,2024-03-10,,4,,,\nC5,,,,2024-02-02,1,\n";
    const std::vector<std::string> map{
        "patient=chart", "at=date1", "at=time1", "iga=iga1", "at=date2", "iga=iga2", "tewl=tewl2"};
    EXPECT_EQ(import(score_rows(text, map)).records, 5U);
    EXPECT_EQ(scores("C3"), "iga 2024-01-05T09:00 3\niga 2024-02-02 2\ntewl 2024-02-02 8\n");
    EXPECT_EQ(scores("C4"), "iga 2024-03-10 4\n");
    EXPECT_EQ(scores("C5"), "iga 2024-02-02 1\n");

    const auto no_date =
        refusal(score_rows("chart,date1,time1,iga1,date2,iga2,tewl2\nC6,2024-01-05,,3,,2,\n", map));
    ASSERT_EQ(no_date.size(), 1U);
    EXPECT_THAT(no_date[0].where, HasSubstr("column 5 \"date2\""));
    EXPECT_THAT(no_date[0].what, HasSubstr("at is empty"));
}

TEST_F(ImportJoinedColumns, ATimeWithoutValuesAndValuesBeforeTheirTimeAreNotGuessedAt) {
    const std::string text = "patient,d1,d2,v1,v2\nA,2024-01-05,2024-02-05,1,2\n";
    EXPECT_THAT(what_is_misused(score_rows(text, {"at=d1", "iga=v1", "at=d2"})),
                HasSubstr("no value follows"));
    EXPECT_THAT(
        what_is_misused(score_rows(text, {"iga=v1", "at=d1", "tewl=v2", "at=d2", "gags=v2"})),
        HasSubstr("iga stands before every at"));
    EXPECT_THAT(what_is_misused(score_rows(
                    text, {"at=d1", "iga=v1", "value=v1", "instrument=v2", "at=d2", "iga=v2"})),
                HasSubstr("have no columns of their own"));
}

}  // namespace
}  // namespace exchange::import_joined_columns_test
