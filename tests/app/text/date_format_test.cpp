#include "app/text/date_format.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "schema/types/date.h"

namespace exchange::date_format_test {
namespace {

std::optional<DateFormat> format(std::string_view told) {
    return told.empty() ? std::nullopt : std::optional(DateFormat::read(told));
}

struct Case {
    std::string_view told;
    std::string_view cell;
    std::string text;
};

TEST(Dates, AreExactWhenOnlyOneDayCanBeMeant) {
    const Case cases[] = {
        {"", "2024-02-29", "2024-02-29"},
        {"", " 2024-02-29\t", "2024-02-29"},
        {"", "2024-02-29T23:59", "2024-02-29T23:59"},
        {"", "2024-02-29 23:59:59", "2024-02-29T23:59:59"},
        {"", "2024-02-29 9:05", "2024-02-29T09:05"},
        {"", "1996/05/01", "1996-05-01"},
        {"", "1996/5/1", "1996-05-01"},
        {"", "20240229", "2024-02-29"},
        {"", "2020-may-01", "2020-05-01"},
        {"", "22.07.1977", "1977-07-22"},
        {"", "31/12/2012", "2012-12-31"},
        {"", "12/31/2012 08:15", "2012-12-31T08:15"},
        {"", "5/5/2020", "2020-05-05"},
        {"", "24 October 2011", "2011-10-24"},
        {"", "Oct 24, 2011", "2011-10-24"},
        {"", "1-Jan-2020", "2020-01-01"},
        {"", "le 3 mars 2013", "2013-03-03"},
        {"", "1er mai 1988", "1988-05-01"},
        {"", "May 2nd, 2014", "2014-05-02"},
        {"", "7 de septiembre de 2014", "2014-09-07"},
        {"dmy", "01-04-2020", "2020-04-01"},
        {"mdy", "01-04-2020", "2020-01-04"},
        {"dmy", "2020-04-01", "2020-04-01"},  // year first is never anything else
        {"mdy", "4 Jan 2020", "2020-01-04"},
        {"ymd", "2020/4/1", "2020-04-01"},
        {"dmy", "1.4.2020 7:30", "2020-04-01T07:30"},
        {"dd/mm/yyyy", "01/04/2020", "2020-04-01"},
        {"d/m/yyyy", "1/4/2020", "2020-04-01"},
        {"dd/mm/20yy", "01/04/20", "2020-04-01"},
        {"d/m/19yy", "7/7/87", "1987-07-07"},
        {"dd mmm 20yy", "01 Apr 20", "2020-04-01"},
        {"d/m/yyyy", "01/04/2020", "2020-04-01"},
        {"mmdd-yyyy-hhmmss", "0716-2019-224158", "2019-07-16T22:41:58"},
        {"MMDD-YYYY-HHMMSS", "0716-2019-224158", "2019-07-16T22:41:58"},
        {"yyyy-mm-dd hh:mm:ss", "2020-04-01 00:00:00", "2020-04-01T00:00:00"},
        {"yyyy-mm-ddThh:mm", "2020-04-01T07:30", "2020-04-01T07:30"},
        {"yyyymmdd", "20200401", "2020-04-01"},
        {"ddmmyyyy", "01042020", "2020-04-01"},
        {"dd mmm yyyy", "01 Apr 2020", "2020-04-01"},
        {"dd mmm yyyy", "01 avril 2020", "2020-04-01"},
        {"mmmm d, yyyy", "April 1, 2020", "2020-04-01"},
        {"hh:mm dd.mm.yyyy", "07:30 01.04.2020", "2020-04-01T07:30"},
    };
    for (const auto& [told, cell, text] : cases) {
        SCOPED_TRACE(fmt::format("{} as {}", cell, told));
        EXPECT_EQ(read_date(cell, format(told)), (DateReading{DateVerdict::exact, text, {}}));
    }
}

TEST(Dates, StayPartialWhenTheDayWasNotWritten) {
    const Case cases[] = {
        {"", "2015", "2015"},
        {"", "2012-08", "2012-08"},
        {"", "2012/8", "2012-08"},
        {"", "05/1990", "1990-05"},
        {"", "jan 2020", "2020-01"},
        {"", "2020 January", "2020-01"},
        {"mm/yyyy", "05/1990", "1990-05"},
        {"yyyy", "1990", "1990"},
    };
    for (const auto& [told, cell, text] : cases) {
        SCOPED_TRACE(fmt::format("{} as {}", cell, told));
        EXPECT_EQ(read_date(cell, format(told)), (DateReading{DateVerdict::partial, text, {}}));
    }
}

TEST(Dates, MayHaveAFractionOrHalfOfTheDayBehindTheTime) {
    const Case cases[] = {
        {"", "2026-02-08T23:30:00.000", "2026-02-08T23:30:00"},
        {"", "2021-04-15 04:08:58.683", "2021-04-15T04:08:58"},
        {"", "2021-04-15 04:08:58,683", "2021-04-15T04:08:58"},
        {"", "2026-02-07 11:30 PM", "2026-02-07T23:30"},
        {"", "2026-02-07 11:30pm", "2026-02-07T23:30"},
        {"", "2026-02-09 12:05 AM", "2026-02-09T00:05"},
        {"", "2026-02-09 12:05 p.m.", "2026-02-09T12:05"},
        {"", "٢٠٢٦-٠٢-٠٧ ١١:٣٠ م", "2026-02-07T23:30"},
        {"", "2026-02-07 9:30 صباحا", "2026-02-07T09:30"},
        {"mdy", "07/19/2014 10:44:15 AM", "2014-07-19T10:44:15"},
        {"dmy", "19/07/2014 10:30 PM", "2014-07-19T22:30"},
        {"dd.mm.yyyy hh:mm", "19.07.2014 10:30 PM", "2014-07-19T22:30"},
        {"dd mmm yyyy hh:mm:ss", "19 Jul 2014 22:30:01.5", "2014-07-19T22:30:01"},
    };
    for (const auto& [told, cell, text] : cases) {
        SCOPED_TRACE(fmt::format("{} as {}", cell, told));
        EXPECT_EQ(read_date(cell, format(told)), (DateReading{DateVerdict::exact, text, {}}));
    }
    EXPECT_EQ(read_date("1/4/2020 10:00 PM").readings,
              (std::vector<std::string>{"2020-01-04T22:00", "2020-04-01T22:00"}));
}

TEST(Dates, SayTheirZoneWithoutConverting) {
    const struct {
        std::string_view told;
        std::string_view cell;
        std::string text;
        int minutes_east;
    } cases[] = {
        {"", "2026-02-05T23:30:00Z", "2026-02-05T23:30:00", 0},
        {"", "2018-01-01T00:00:00.000Z", "2018-01-01T00:00:00", 0},
        {"", "2026-02-06 23:30:00+02:00", "2026-02-06T23:30:00", 120},
        {"", "2026-02-06T23:30-0700", "2026-02-06T23:30", -420},
        {"", "2026-02-06T23:30:00.000-07:00", "2026-02-06T23:30:00", -420},
        {"", "2026-02-06 23:30 +05:30", "2026-02-06T23:30", 330},
        {"", "2026-02-06 23:30 +02", "2026-02-06T23:30", 120},
        {"", "2026-02-06 11:30 PM UTC", "2026-02-06T23:30", 0},
        {"", "2026-02-06 23:30 GMT-1", "", 0},
        {"", "2026-02-06 23:30 UTC+01:00", "2026-02-06T23:30", 60},
        {"dd/mm/yyyy hh:mm", "06/02/2026 23:30Z", "2026-02-06T23:30", 0},
    };
    for (const auto& [told, cell, text, minutes_east] : cases) {
        SCOPED_TRACE(cell);
        const auto expected =
            text.empty() ? DateReading{} : DateReading{DateVerdict::exact, text, {}, minutes_east};
        EXPECT_EQ(read_date(cell, format(told)), expected);
    }
}

TEST(Dates, AreReadInAnyDigitsWithMarksThatNobodySees) {
    for (const auto* cell : {"٢٠٢٦-٠٣-١٧",
                             "۲۰۲۶-۰۳-۱۷",
                             "२०२६-०३-१७",
                             "２０２６－０３－１７",
                             "\u200F2026-03-17\u200F",
                             "\uFEFF2026-03-17\u00A0",
                             "17\u200F/\u200F03\u200F/2026",
                             "2026\u201103\u201117"}) {
        SCOPED_TRACE(cell);
        EXPECT_EQ(read_date(cell), (DateReading{DateVerdict::exact, "2026-03-17", {}}));
    }
    EXPECT_EQ(read_date("١٧/٠٣/٢٠٢٦", format("dd/mm/yyyy")).text, "2026-03-17");
}

struct Doubt {
    std::string_view told;
    std::string_view cell;
    std::vector<std::string> readings;
};

TEST(Dates, AreAskedForWhenSeveralDaysCanBeMeant) {
    const Doubt cases[] = {
        {"", "01-04-2020", {"2020-01-04", "2020-04-01"}},
        {"", "1/4/2020 10:00", {"2020-01-04T10:00", "2020-04-01T10:00"}},
        {"", "02 05 92", {"1992-02-05", "1992-05-02", "2092-02-05", "2092-05-02"}},
        {"",
         "02-04-06",
         {"1902-04-06", "1906-02-04", "1906-04-02", "2002-04-06", "2006-02-04", "2006-04-02"}},
        {"", "22.07.77", {"1977-07-22", "2077-07-22"}},
        {"", "3-may-96", {"1996-05-03", "2096-05-03"}},
        {"", "29/02/00", {"2000-02-29"}},  // one day exists, but the century is still a guess
        {"dmy", "02-04-96", {"1996-04-02", "2096-04-02"}},  // its century was not told either
    };
    for (const auto& [told, cell, readings] : cases) {
        SCOPED_TRACE(fmt::format("{} as {}", cell, told));
        const auto reading = read_date(cell, format(told));
        EXPECT_EQ(reading.verdict, DateVerdict::ambiguous);
        EXPECT_EQ(reading.text, "");
        EXPECT_EQ(reading.readings, readings);
    }
}

TEST(Dates, AreNotMadeOfAnythingElse) {
    const Case cases[] = {
        {"", "", ""},
        {"", "NA", ""},
        {"", "13821", ""},
        {"", "2024-02-30", ""},
        {"", "2023-02-29", ""},
        {"", "30/02/2020", ""},
        {"", "13/13/2020", ""},
        {"", "32.07.1977", ""},
        {"", "2024-13", ""},
        {"", "0000", ""},
        {"", "2024-01-05 junk", ""},
        {"", "2024-01-05T", ""},
        {"", "2024-01-05Z", ""},
        {"", "2024-01-05 24:00", ""},
        {"", "2024-01-05 10:60", ""},
        {"", "2024-01 10:00", ""},
        {"", "2024-01/05", ""},
        {"", "2024--01-05", ""},
        {"", "-2024-01-05", ""},
        {"", "01022020", ""},
        {"", "5/1", ""},
        {"", "1/2/3", ""},
        {"", "5 maybe 2020", ""},
        {"", "May", ""},
        {"", "24 October", ""},
        {"", "12.2012", ""},
        {"", "Mon 5 Jan 2020", ""},
        {"", "10:00", ""},
        {"", "2024-01-05 PM", ""},
        {"", "2024-01-05+02:00", ""},
        {"", "2024-01-05 13:30 PM", ""},
        {"", "2024-01-05 0:30 AM", ""},
        {"", "2024-01-05T10:00 EST", ""},
        {"", "2024-01-05T10:00+15:00", ""},
        {"", "2024-01-05T10:00+02:60", ""},
        {"", "2024-01-05T10:00.500", ""},
        {"", "2024-01Z", ""},
        {"dmy", "12/31/2012", ""},
        {"mdy", "22.07.1977", ""},
        {"ymd", "01-04-2020", ""},
        {"dd/mm/yyyy", "1/4/2020", ""},
        {"dd/mm/yyyy", "01-04-2020", ""},
        {"dd/mm/yyyy", "01/04/20", ""},
        {"dd/mm/20yy", "01/04/2020", ""},
        {"", "st May 2014", ""},
        {"", "5 th 2014", ""},
        {"dd/mm/yyyy", "01/04/20200", ""},
        {"dd/mm/yyyy", "2020-04-01", ""},
        {"dd/mm/yyyy", "30/02/2020", ""},
        {"dd mmm yyyy", "01 foo 2020", ""},
        {"mmdd-yyyy-hhmmss", "0716-2019-224160", ""},
    };
    for (const auto& [told, cell, text] : cases) {
        SCOPED_TRACE(fmt::format("{} as {}", cell, told));
        EXPECT_EQ(read_date(cell, format(told)), DateReading{});
    }
}

TEST(DateFormat, RefusesWhatIsNoPattern) {
    for (const auto told : {"",
                            "us",
                            "DMY ",
                            "dd/mm/yy",          // whose century?
                            "dd/mm",             // no year
                            "dd-yyyy",           // a day without its month
                            "yyyy-mm-dd hh",     // an hour without its minutes
                            "yyyy-mm-dd mm:ss",  // minutes without their hour
                            "yyyy-mm-dd ss:hh:mm",
                            "yyyy-mm-mmm-dd",
                            "yyyy-mm-dd-dd",
                            "dmyyyy",  // where would 1112020 be cut?
                            "ddd mm yyyy",
                            "yyyy-mm-dd am",
                            "%d/%m/%Y",
                            "dd/mm/20yyy",
                            "dd/mm/18yy",
                            "2yyy"}) {
        SCOPED_TRACE(told);
        try {
            DateFormat::read(told);
            ADD_FAILURE() << "was understood";
        } catch (const schema::Error& error) {
            EXPECT_EQ(error.fault(), schema::Fault::misused);
            EXPECT_EQ(error.problems().front().where, "--dates");
        }
    }
}

TEST(DateProblem, SaysWhatIsWrongAndWhatToDo) {
    struct {
        std::string_view told;
        std::string_view cell;
        std::string what;
        std::string_view remedy;
    } const cases[] = {
        {"", "01-04-2020", "\"01-04-2020\" may mean 2020-01-04 or 2020-04-01", "--dates dmy"},
        {"", "22.07.77", "\"22.07.77\" may mean 1977-07-22 or 2077-07-22", "four digits"},
        {"",
         "2012-08",
         "\"2012-08\" is only a part of a date; here the day is needed",
         "YYYY-MM-DD"},
        {"", "2024-02-30", "\"2024-02-30\" is not a calendar date", "YYYY-MM-DD"},
        {"",
         "13821",
         "\"13821\" is a bare number, which could count days from one of several origins",
         "YYYY-MM-DD"},
        {"dmy", "12/31/2012", "\"12/31/2012\" is not a date in the form dmy", "--dates"},
        {"",
         "2024-02-05 25:10",
         "\"2024-02-05 25:10\" is not a calendar date: \"25:10\" is not a time of day",
         "23:30"},
        {"",
         "2024-02-05 10:30 EST",
         "\"2024-02-05 10:30 EST\" is not a calendar date: \"10:30 EST\" is not a time of day",
         "Z or +02:00"},
        {"",
         "2024-02-30 10:30",
         "\"2024-02-30 10:30\" is not a calendar date: \"2024-02-30\" is no day",
         "YYYY-MM-DD"},
    };
    for (const auto& [told, cell, what, remedy] : cases) {
        SCOPED_TRACE(cell);
        const auto problem =
            date_problem("f.csv:2", cell, read_date(cell, format(told)), format(told));
        EXPECT_EQ(problem.where, "f.csv:2");
        EXPECT_EQ(problem.what, what);
        EXPECT_NE(problem.remedy.find(remedy), std::string::npos) << problem.remedy;
    }
}

RC_GTEST_PROP(DateLaw, EveryDayWrittenInAToldOrderReadsBack, ()) {
    const int year = *rc::gen::inRange(1400, 10000);
    const int month = *rc::gen::inRange(1, 13);
    const int day = *rc::gen::inRange(1, 32);
    const auto date = schema::Date::of(year, month, day);
    const auto expected = date ? DateReading{DateVerdict::exact, date->text(), {}} : DateReading{};
    EXPECT_EQ(read_date(fmt::format("{}/{}/{:04}", day, month, year), format("dmy")), expected);
    EXPECT_EQ(read_date(fmt::format("{}.{}.{:04}", month, day, year), format("mdy")), expected);
    EXPECT_EQ(read_date(fmt::format("{:04}{:02}{:02}", year, month, day)), expected);
    EXPECT_EQ(read_date(fmt::format("{:02}{:02}-{:04}", month, day, year), format("mmdd-yyyy")),
              expected);
}

RC_GTEST_PROP(DateLaw, NoTextIsReadAsADayThatIsNone, ()) {
    const auto cell = *rc::gen::container<std::string>(
        rc::gen::element('0', '1', '2', '3', '9', '-', '/', '.', ' ', ':', 'T', 'm', 'a', 'y'));
    const auto reading = read_date(cell);
    if (reading.verdict == DateVerdict::exact) {
        RC_ASSERT(schema::Date::read(reading.text.substr(0, 10)).has_value());
    }
    RC_ASSERT((reading.verdict == DateVerdict::ambiguous) == !reading.readings.empty());
}

}  // namespace
}  // namespace exchange::date_format_test
