// What is refused, what is asked back and what is stored, for every kind as it describes itself.

#include "app/tracking/questions.h"

#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/records.h"
#include "db/utc.h"
#include "schema/kinds/record_text.h"
#include "tests/support/temporary_folder.h"

namespace tracking::questions_test {
namespace {

using schema::AnyRecord;
using schema::Date;
using schema::Fault;
using Texts = std::vector<std::pair<std::string, std::string>>;

// What each kind needs to be stored, beside its time.
const std::vector<std::pair<std::string, Texts>>& sound() {
    static const std::vector<std::pair<std::string, Texts>> all{
        {"condition", {{"kind", "electronic_implant"}, {"from", "2026-01-05"}}},
        {"course",
         {{"concern", "active_acne"}, {"sessions", "4"}, {"every", "4w"}, {"on", "2026-01-05"}}},
        {"session", {{"at", "2026-01-05T10:00"}, {"device", "pen"}, {"area", "nose:0.5:1"}}},
        {"application", {{"at", "2026-01-05T10:00"}, {"active", "hyaluronic_acid"}}},
        {"acne", {{"on", "2026-01-05T10:00"}, {"region", "chin:papules=3"}}},
        {"scars", {{"on", "2026-01-05T10:00"}, {"goodman_baron_grade", "2"}}},
        {"pigmentation", {{"on", "2026-01-05T10:00"}, {"kind", "pih"}, {"melanin_index", "40"}}},
        {"reading", {{"on", "2026-01-05T10:00"}, {"what", "tewl"}, {"value", "14"}}},
        {"questionnaire", {{"on", "2026-01-05"}, {"which", "dlqi"}, {"total", "4"}}},
        {"event", {{"kind", "erythema"}, {"severity", "1"}, {"onset", "2026-01-05"}}},
        {"treatment", {{"kind", "peel"}, {"from", "2026-01-05"}}},
        {"contact",
         {{"at", "2026-01-05T10:00"}, {"channel", "telephone"}, {"outcome", "no_answer"}}},
    };
    return all;
}

std::string day_after(int days) {
    return Date::read(db::utc_now().substr(0, 10))->plus_days(days).text();
}

class Questions : public testing::Test {
  protected:
    Questions() {
        schema::Patient patient;
        patient.chart = "C1";
        patient.name = "Mona Adel";
        patient.born = Date::read("1990-04-02");
        patient.sex = schema::Sex::male;
        patient.telephone = "+20 100 123 4567";
        keep(patient);
    }

    // The record of a kind of the first patient, with these texts over those that it needs.
    static AnyRecord made(const std::string& noun, Texts texts, const Texts& over = {}) {
        auto any = kinds::blank(kinds::named(noun));
        const kinds::Record record(any);
        record.set_kept({.patient = 1});
        texts.insert(texts.end(), over.begin(), over.end());
        std::vector<schema::Problem> problems;
        for (const auto& [name, text] : texts) {
            EXPECT_TRUE(kinds::set_field(record, name, text, name, problems))
                << noun << ' ' << name;
        }
        schema::refuse_any(std::move(problems));
        return any;
    }
    std::string keep(const AnyRecord& any,
                     std::vector<std::string> confirm = {},
                     std::optional<std::string> reason = {}) {
        return record(book_,
                      {.actor = "nurse",
                       .action = "record",
                       .reason = std::move(reason),
                       .confirm = std::move(confirm)},
                      any)
            .answer;
    }
    // Nothing where it is stored.
    static std::optional<Fault> fault_of(const std::function<void()>& work) {
        try {
            work();
        } catch (const schema::Error& error) {
            said_ = error.problems().front();
            return error.fault();
        }
        return std::nullopt;
    }
    std::optional<Fault> fault(const AnyRecord& any, std::vector<std::string> confirm = {}) {
        return fault_of([&] { keep(any, std::move(confirm)); });
    }
    std::string last_reason() const {
        std::string reason;
        db::for_each_entry(
            book_, {}, [&](const db::LedgerEntry& entry) { reason = entry.reason.value_or(""); });
        return reason;
    }

    static inline schema::Problem said_;
    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
};

TEST_F(Questions, EveryKindRefusesDaysThatCannotBeAndStoresThoseThatCan) {
    for (const auto& [noun, texts] : sound()) {
        const auto& kind = kinds::named(noun);
        for (const auto& field : kind.fields) {
            const bool is_day = field.type == kinds::Type::day ||
                                field.type == kinds::Type::partial_day ||
                                field.type == kinds::Type::moment;
            if (!is_day) {
                continue;
            }
            SCOPED_TRACE(noun + "." + std::string(field.name));
            const std::string name(field.name);
            EXPECT_EQ(fault(made(noun, texts, {{name, "1899-12-31"}})), Fault::refused);
            EXPECT_EQ(fault(made(noun, texts, {{name, "1447-05-07"}})), Fault::refused);
            EXPECT_EQ(fault(made(noun, texts, {{name, "1989-01-01"}})), Fault::refused);
            const auto far = fault(made(noun, texts, {{name, day_after(30 * 365)}}));
            EXPECT_EQ(far, field.facets.planned ? Fault::implausible : Fault::refused);
        }
        EXPECT_EQ(fault(made(noun, texts)), std::nullopt) << noun << ' ' << said_.what;
    }
}

TEST_F(Questions, ADayAheadIsAskedAndTwoDaysAreRefused) {
    for (const auto& [noun, texts] : sound()) {
        const auto* when = kinds::named(noun).field(schema::Role::when);
        if (when->facets.planned) {
            continue;
        }
        const std::string name(when->name);
        EXPECT_EQ(fault(made(noun, texts, {{name, day_after(1)}})), Fault::implausible) << noun;
        EXPECT_EQ(said_.where, name);
        EXPECT_EQ(fault(made(noun, texts, {{name, day_after(2)}})), Fault::refused) << noun;
        EXPECT_EQ(fault(made(noun, texts, {{name, day_after(1)}}), {name}), std::nullopt) << noun;
    }
}

TEST_F(Questions, EveryNumberBeyondItsUsualRangeIsAskedAndWithinItStored) {
    int asked = 0;
    for (const auto& [noun, texts] : sound()) {
        for (const auto& field : kinds::named(noun).fields) {
            const auto& usual = field.facets.plausible;
            if (usual.is_open()) {
                continue;
            }
            SCOPED_TRACE(noun + "." + std::string(field.name));
            const std::string name(field.name);
            const bool is_whole = field.type == kinds::Type::whole;
            for (const auto beyond :
                 {usual.low - (is_whole ? 1 : 0.001), usual.high + (is_whole ? 1 : 0.001)}) {
                if (!field.facets.range.holds(beyond)) {
                    continue;
                }
                const auto any = made(noun, texts, {{name, fmt::format("{}", beyond)}});
                EXPECT_EQ(fault(any, {"duplicate"}), Fault::implausible) << beyond;
                EXPECT_EQ(said_.where, name);
                EXPECT_NE(said_.what.find(usual.why), std::string::npos) << said_.what;
                EXPECT_EQ(fault(any, {"duplicate", name}), std::nullopt) << beyond;
                ++asked;
            }
            for (const auto within : {usual.low, usual.high}) {
                const auto any = made(noun, texts, {{name, fmt::format("{}", within)}});
                EXPECT_EQ(fault(any, {"duplicate"}), std::nullopt) << within << ' ' << said_.what;
            }
        }
    }
    EXPECT_GE(asked, 15);
}

TEST_F(Questions, AreAskedOfWhatDependsOnMoreThanOneValue) {
    struct Case {
        const char* noun;
        Texts texts;
        const char* field;  // nothing: not asked
    };
    const std::string at = "2026-02-05T10:00";
    const std::vector<Case> cases{
        {"session", {{"at", at}, {"device", "pen"}, {"area", "nose:3.5:1"}}, "depth_mm"},
        {"session", {{"at", at}, {"device", "pen"}, {"area", "nose:0.1:1"}}, "depth_mm"},
        {"session", {{"at", at}, {"device", "rf_insulated"}, {"area", "nose:4:1"}}, "depth_mm"},
        {"session", {{"at", at}, {"device", "rf_insulated"}, {"area", "chest:7:1"}}, nullptr},
        {"session", {{"at", at}, {"device", "pen"}, {"area", "nose:1:9"}}, "passes"},
        {"reading", {{"on", at}, {"what", "tewl"}, {"value", "99999"}}, "value"},
        {"reading", {{"on", at}, {"what", "sebum"}, {"value", "300"}}, nullptr},
        {"acne", {{"on", at}, {"region", "chin:papules=300"}}, "papules"},
        {"condition", {{"kind", "pregnancy"}}, "kind"},
        {"condition", {{"kind", "breastfeeding"}}, "kind"},
        {"condition", {{"kind", "keloid_tendency"}}, nullptr},
    };
    for (const auto& each : cases) {
        const auto any = made(each.noun, each.texts);
        if (each.field == nullptr) {
            EXPECT_EQ(fault(any, {"duplicate"}), std::nullopt) << said_.what;
            continue;
        }
        EXPECT_EQ(fault(any, {"duplicate"}), Fault::implausible) << each.field;
        EXPECT_EQ(said_.where, each.field);
    }
    const auto of_age = [&](int years) {
        schema::Patient patient;
        patient.chart = fmt::format("A{}", years);
        patient.born = Date::read(db::utc_now().substr(0, 10))->plus_months(-12 * years);
        return fault(patient);
    };
    EXPECT_EQ(of_age(105), Fault::implausible);
    EXPECT_EQ(of_age(100), std::nullopt);
}

TEST_F(Questions, EveryKindAsksOfATwinAndStoresAnotherMinuteOrRater) {
    for (const auto& [noun, texts] : sound()) {
        SCOPED_TRACE(noun);
        const auto& kind = kinds::named(noun);
        const auto id = keep(made(noun, texts));
        EXPECT_EQ(fault(made(noun, texts)), Fault::duplicate);
        EXPECT_NE(said_.what.find(noun + " " + id), std::string::npos) << said_.what;
        EXPECT_EQ(fault(made(noun, texts), {std::string(kind.field(schema::Role::when)->name)}),
                  Fault::duplicate)
            << "a field confirms no twin";
        EXPECT_EQ(fault(made(noun, texts), {"duplicate"}), std::nullopt);
        EXPECT_EQ(last_reason(), "confirmed duplicate");
        if (kind.field("rater") != nullptr) {
            EXPECT_EQ(fault(made(noun, texts, {{"rater", "Dr Saleh"}})), std::nullopt);
        }
        const auto* when = kind.field(schema::Role::when);
        const auto later = when->type == kinds::Type::moment ? "2026-01-05T10:30" : "2026-01-06";
        if (noun != "course") {
            EXPECT_EQ(fault(made(noun, texts, {{std::string(when->name), later}})), std::nullopt)
                << said_.what;
        }
    }
}

TEST_F(Questions, OfAnotherPlaceOrMeasureIsNoTwin) {
    const std::string at = "2026-01-05T10:00";
    keep(made("acne", {{"on", at}, {"region", "chin:papules=3"}}));
    EXPECT_EQ(fault(made("acne", {{"on", at}, {"region", "forehead:papules=3"}})), std::nullopt);
    EXPECT_EQ(fault(made("acne", {{"on", at}, {"iga", "2"}})), std::nullopt);
    EXPECT_EQ(fault(made("acne", {{"on", at}, {"region", "chin:papules=5"}})), Fault::duplicate);
    keep(made("reading", {{"on", at}, {"what", "tewl"}, {"value", "14"}}));
    EXPECT_EQ(fault(made("reading", {{"on", at}, {"what", "sebum"}, {"value", "14"}})),
              std::nullopt);
    EXPECT_EQ(
        fault(made("reading", {{"on", at}, {"what", "tewl"}, {"region", "chin"}, {"value", "14"}})),
        std::nullopt);
    keep(made("session", {{"at", at}, {"device", "pen"}, {"area", "nose:0.5:1"}}));
    const auto session = [](const char* moment) {
        return made("session", {{"at", moment}, {"device", "pen"}, {"area", "left_cheek:0.5:1"}});
    };
    EXPECT_EQ(fault(session("2026-01-05T10:10")), Fault::duplicate);
    EXPECT_EQ(fault(session("2026-01-05T09:50")), Fault::duplicate);
    EXPECT_EQ(fault(session("2026-01-05")), Fault::duplicate) << "of a day, it may be this one";
    EXPECT_EQ(fault(session("2026-01-05T10:11")), std::nullopt);
}

TEST_F(Questions, OfAPatientAreAskedForWhoSharesNameAndBirthOrTelephone) {
    struct Case {
        const char* name;
        const char* born;
        const char* telephone;
        bool is_asked;
    };
    const std::vector<Case> cases{
        {"mona adel", "1990-04-02", "", true},
        {"Adel, MONA", "1990-04-02", "", true},
        {"Mona\u00A0Adel\u200F", "1990-04-02", "", true},
        {"Salma Adel", "1990-04-02", "", false},
        {"Mona Adel", "1990-04-03", "", false},
        {"Mona Adel", "1990-05", "", false},
        {"Mona Adel", "1991", "", false},
        {"Mona Adel", "1990-04", "", true},
        {"Mona Adel", "1990", "", true},
        {"Mona Adel", "", "", false},
        {"Huda", "", "+20(100)123-4567", true},
        {"Huda", "", "+٢٠١٠٠١٢٣٤٥٦٧", true},
        {"Huda", "", "0100 123 4567", true},
        {"Huda", "", "0020-100-1234567", true},
        {"Huda", "", "+20 0100 123 4567", true},
        {"Huda", "", "100 123 4567", false},
        {"Huda", "", "+49 100 123 4567", false},
        {"Huda", "", "+20 100 123 4568", false},
    };
    int chart = 10;
    for (const auto& each : cases) {
        Texts texts{{"chart", fmt::format("P{}", ++chart)}, {"name", each.name}};
        texts.emplace_back("born", each.born);
        texts.emplace_back("telephone", each.telephone);
        const auto found = fault(made("patient", texts));
        EXPECT_EQ(found == Fault::duplicate, each.is_asked)
            << each.name << each.born << each.telephone;
        EXPECT_EQ(found.has_value(), each.is_asked);
        if (each.is_asked) {
            EXPECT_EQ(fault(made("patient", texts), {"duplicate"}), std::nullopt);
        }
    }
}

TEST_F(Questions, OfAPatientAreAskedForChartsAndNamesOfNobody) {
    for (const auto* chart : {"-", "unknown", "0", "Total"}) {
        EXPECT_EQ(fault(made("patient", {{"chart", chart}})), Fault::implausible) << chart;
    }
    int chart = 0;
    for (const auto* name : {"-", "nan", "عبد\\اللطيف"}) {
        const auto patient =
            made("patient", {{"chart", fmt::format("P{}", ++chart)}, {"name", name}});
        EXPECT_EQ(fault(patient), Fault::implausible) << name;
        EXPECT_EQ(fault(patient, {"name"}), std::nullopt) << name;
    }
    EXPECT_EQ(fault(made("patient", {{"chart", "0-1"}, {"name", "Nana Totah"}})), std::nullopt);
}

TEST_F(Questions, OfACorrectionAreAskedOfWhatItBringsAlone) {
    const auto id = keep(made("reading", {{"on", "2026-01-05"}, {"what", "tewl"}, {"value", "99"}}),
                         {"value"},
                         "read twice");
    EXPECT_EQ(last_reason(), "confirmed value: read twice");
    const auto corrected = [&](const Texts& over) {
        auto any = *db::find(book_, kinds::named("reading"), 1);
        std::vector<schema::Problem> problems;
        for (const auto& [name, text] : over) {
            kinds::set_field(kinds::Record(any), name, text, name, problems);
        }
        return fault_of([&] {
            correct(book_, {.actor = "nurse", .action = "correct", .reason = "misread"}, any);
        });
    };
    ASSERT_EQ(id, "1");
    EXPECT_EQ(corrected({{"note", "warm room"}}), std::nullopt) << "99 stands already";
    EXPECT_EQ(corrected({{"value", "98"}}), Fault::implausible);
    EXPECT_EQ(corrected({{"on", "1980-01-01"}}), Fault::refused);
    EXPECT_EQ(corrected({{"value", "9.8"}}), std::nullopt);
}

TEST_F(Questions, AContradictionBetweenRecordsIsRefusedFromBothEnds) {
    keep(made("session", {{"at", "2026-01-05T10:00"}, {"device", "pen"}, {"area", "nose:1:1"}}));
    const auto event = [](const char* onset) {
        return made("event",
                    {{"session", "1"}, {"kind", "erythema"}, {"severity", "1"}, {"onset", onset}});
    };
    EXPECT_EQ(fault(event("2026-01-04")), Fault::refused);
    EXPECT_EQ(fault(event("2026")), std::nullopt) << "it may have been after";
    EXPECT_EQ(fault(event("2026-01-06")), std::nullopt);
    auto session = *db::find(book_, schema::Id<schema::Session>(1));
    session.at = *schema::CivilTime::read("2026-01-07T10:00");
    EXPECT_EQ(
        fault_of([&] {
            correct_session(
                book_, {.actor = "nurse", .action = "correct", .reason = "misread"}, session, {});
        }),
        Fault::refused);
    auto patient = *db::find(book_, schema::Id<schema::Patient>(1));
    patient.born = Date::read("2026-01-06");
    EXPECT_EQ(fault_of([&] { correct(book_, {.actor = "n", .action = "correct"}, patient); }),
              Fault::refused);
}

TEST(PlausibleRanges, OfEveryNumberSayWhereTheyComeFrom) {
    const std::function<void(const std::vector<kinds::Field>&, std::string_view)> check =
        [&](const auto& fields, std::string_view of) {
            for (const auto& field : fields) {
                if (field.type == kinds::Type::whole || field.type == kinds::Type::number) {
                    EXPECT_FALSE(field.facets.plausible.why.empty()) << of << '.' << field.name;
                }
                check(field.items, field.name);
            }
        };
    for (const auto& kind : kinds::of_patients()) {
        if (!kind.made_by_program) {
            check(kind.fields, kind.noun);
            if (kind.parts) {
                check(kind.parts->fields, kind.noun);
            }
        }
    }
    check(kinds::named("score").fields, "score");
}

}  // namespace
}  // namespace tracking::questions_test
