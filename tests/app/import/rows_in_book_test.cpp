// Rows that are in the book already are said and left out; what contradicts the book is asked back.

#include <gmock/gmock.h>

#include "app/import/dry_run.h"
#include "app/tracking/score.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/tags.h"
#include "tests/app/import/import_example.h"

namespace exchange::rows_in_book_test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto people = "chart,name,born\nC1,Mona Adel,1990-04-02\nC2,Huda Saleh,\n";

class RowsInBook : public ImportTest {
  protected:
    RowsInBook() { import(rows("patients", people)); }

    // Imports what must be in the book already: nothing is written, not even to the ledger.
    void expect_known(const exchange::ImportOptions& options, std::size_t count = 1) {
        const auto before = db::last_entry(book);
        const auto report = import(options);
        EXPECT_EQ(report.records, 0U);
        EXPECT_EQ(report.rows_in_book, count);
        EXPECT_EQ(db::last_entry(book), before);
        EXPECT_EQ(exchange::import_sentence(report),
                  std::to_string(count) + " of " + std::to_string(count) +
                      " rows are in the book already; nothing was imported");
    }
    std::string refusal_of(const exchange::ImportOptions& options) {
        const auto problems = refusal(options);
        return problems.empty() ? "" : problems.front().where + ": " + problems.front().what;
    }
    template <class Record>
    void void_first(const Record& which) {
        tracking::void_record(
            book, {.actor = "nurse", .action = "void", .reason = "wrong patient"}, which);
    }
};

TEST_F(RowsInBook, OfEveryKindAreKnownAgain) {
    const std::vector<std::pair<const char*, const char*>> files{
        {"conditions", "patient,kind,from\nC1,herpes_history,2026-01\n"},
        {"conditions", "patient,kind\nC1,keloid_tendency\n"},
        {"courses", "patient,concern,sessions,every,on\nC1,acne_scars,4,4w,2026-01-05\n"},
        {"sessions", "patient,at,device,areas\nC1,2026-01-06T10:00,pen,chin:0.5:2 nose:0.5:1\n"},
        {"applications", "patient,at,active\nC1,2026-01-05T10:00,niacinamide\n"},
        {"acne", "patient,on,iga,forehead.papules\nC1,2026-01-05,3,4\n"},
        {"scars", "patient,on,goodman_baron_grade\nC1,2026-01-05,3\n"},
        {"pigmentation",
         "patient,on,kind,pahpi.size,pahpi.intensity,pahpi.number\nC1,2026-01-05,pih,4,6,2\n"},
        {"readings", "patient,on,what,region,value\nC1,2026-01-05,tewl,nose,14\n"},
        {"questionnaires", "patient,on,which,total\nC1,2026-01-05,dlqi,4\n"},
        {"events", "patient,kind,onset,severity\nC1,erythema,2026-01-05,1\n"},
        {"treatments", "patient,kind,from\nC1,peel,2026-01-05\n"},
        {"appointments", "patient,at,minutes,status\nC1,2026-01-05T10:00,45,done\n"},
        {"contacts", "patient,at,channel,outcome\nC1,2026-01-05,telephone,reached\n"},
        {"stock", "kind,product,lot,received,received_on\ncartridge,Pen 12,L1,20,2026-01-05\n"},
        {"protocols", "name,device,areas\nCheeks,pen,left_cheek:1:4\n"},
        {"scores", "patient,at,instrument,region,value\nC1,2026-01-05,tewl,chin,9\n"},
        {"tags", "patient,key,value\nC1,arm,A\n"},
        {"instruments", "code,name,low,high,unit,better\nwarts,Warts,0,,{warts},lower\n"},
        {"agreements", "instrument,medium,patients,on\nscar_global,live,10,2026-01-01\n"}};
    for (const auto& [kind, text] : files) {
        SCOPED_TRACE(text);
        EXPECT_EQ(import(rows(kind, text)).records, 1U);
        expect_known(rows(kind, text));
    }
    expect_known(rows("patients", people), 2);
    expect_whole();
}

TEST_F(RowsInBook, AreKnownWhoeverImportsThem) {
    const auto scores = rows("scores", "patient,at,iga\nC1,2026-01-05,3\n");
    import(scores);
    const auto again = exchange::import_file(book, {.actor = "doctor", .action = ""}, scores, {});
    EXPECT_EQ(again.rows_in_book, 1U);
    EXPECT_EQ(again.records, 0U);
    // Who is named is another.
    const auto other = rows("scores", "patient,at,iga,rater\nC1,2026-01-05,3,doctor\n");
    EXPECT_EQ(import(other).records, 1U);
}

TEST_F(RowsInBook, OfALongerFileOnlyTheNewOnesAreAdded) {
    import(rows("scores", "patient,at,iga\nC1,2026-01-05,3\nC1,2026-02-05,2\n"));
    const auto report = import(rows(
        "scores", "patient,at,iga,gags\nC1,2026-01-05,3,\nC1,2026-02-05,2,9\nC1,2026-03-05,1,\n"));
    EXPECT_EQ(report.records, 2U);
    EXPECT_EQ(report.rows_in_book, 1U);
    EXPECT_EQ(exchange::import_sentence(report),
              "imported 2 scores; 1 of 3 rows are in the book already");
    EXPECT_EQ(scores("C1"),
              "iga 2026-01-05 3\niga 2026-02-05 2\niga 2026-03-05 1\ngags 2026-02-05 9\n");

    const std::string head = "patient,at,device,areas\nC1,2026-01-06T10:00,pen,chin:0.5:2\n";
    import(rows("sessions", head));
    const auto sessions = import(rows("sessions", head + "C1,2026-02-06T10:00,pen,chin:0.5:2\n"));
    EXPECT_EQ(sessions.records, 1U);
    EXPECT_EQ(sessions.rows_in_book, 1U);
    EXPECT_EQ(all<schema::Session>().size(), 2U);
}

TEST_F(RowsInBook, ThatContradictItAreAskedWithWhatDiffers) {
    const std::string head = "patient,on,iga\n";
    import(rows("acne", head + "C1,2026-01-05,3\n"));
    EXPECT_THAT(refusal_of(rows("acne", head + "C2,2026-01-05,1\nC1,2026-01-05,4\n")),
                HasSubstr("rows.csv:3: duplicate: acne 1 (on 2026-01-05) is there already; iga 3 "
                          "there, 4 here"));
    import(rows("scores", "patient,at,tewl\nC1,2026-01-05,9\n"));
    auto score = rows("scores", "patient,at,tewl\nC1,2026-01-05,9.5\n");
    EXPECT_THAT(refusal_of(score),
                HasSubstr("(tewl at 2026-01-05) is there already; 9 there, 9.5"));
    score.confirm = {"duplicate"};
    EXPECT_EQ(import(score).records, 1U);

    import(rows("tags", "patient,key,value\nC1,arm,A\n"));
    EXPECT_THAT(refusal_of(rows("tags", "patient,key,value\nC1,arm,B\n")),
                HasSubstr("duplicate: tag arm is \"A\" in the book, not \"B\""));
    auto tagged = rows("acne", "patient,on,iga,arm\nC1,2026-02-05,3,B\n");
    tagged.map = {"tag:arm=arm"};
    EXPECT_THAT(refusal_of(tagged), HasSubstr("not \"B\""));

    const auto patient = refusal_of(rows("patients", "chart,name,born\nc1,Mona Ali,1990-04-02\n"));
    EXPECT_THAT(patient, HasSubstr("chart \"c1\" is in the book already; name is another"));
    EXPECT_THAT(patient, Not(HasSubstr("Mona")));
}

TEST_F(RowsInBook, OfOneFileThatContradictEachOtherAreCountedBeyondTheFirst) {
    std::string text = "patient,at,tewl\n";
    for (int i = 0; i < 60; ++i) {
        text += "C1,2026-01-05," + std::to_string(i) + "\n";
    }
    const auto scores = import(rows("scores", text)).warnings;
    ASSERT_EQ(scores.size(), 21U);
    EXPECT_EQ(scores.back().what,
              "39 more rows contradict another one of the same patient and time");
    std::string records = "patient,on,iga\n";
    for (int i = 0; i < 8; ++i) {
        records += "C2,2026-01-05," + std::to_string(i % 5) + "\n";
    }
    EXPECT_THAT(import(rows("acne", records)).warnings.back().what,
                HasSubstr("more rows contradict"));
}

TEST_F(RowsInBook, OfOneFileThatContradictEachOtherAreWarnedOf) {
    const auto warnings = [&](const char* kind, const char* text) {
        return import(rows(kind, text)).warnings;
    };
    const auto acne = warnings("acne", "patient,on,iga\nC1,2026-01-05,3\nC1,2026-01-05,4\n");
    ASSERT_EQ(acne.size(), 1U);
    EXPECT_THAT(acne[0].where, HasSubstr("rows.csv:3"));
    EXPECT_EQ(acne[0].what,
              "contradicts line 2, of the same patient and time; iga 3 there, 4 here");
    const auto scores = warnings(
        "scores", "patient,at,tewl\nC2,2026-01-05,8\nC1,2026-01-05,9\nC1,2026-01-05,9.5\n");
    ASSERT_EQ(scores.size(), 1U);
    EXPECT_THAT(scores[0].what, HasSubstr("contradicts line 3"));
    const auto* sound =
        "patient,at,tewl,rater\nC1,2026-02-05,9,a\nC1,2026-02-05,8,b\nC2,2026-02-05,7,a\n";
    EXPECT_EQ(warnings("scores", sound).size(), 0U);
}

TEST_F(RowsInBook, AreThoseThatWereTypedByHandAndSayMore) {
    schema::AcneStatus typed;
    typed.patient = db::find_patient(book, "C1")->id;
    typed.on = *schema::CivilTime::read("2026-01-05");
    typed.iga = 3;
    typed.note = "after the holidays";
    tracking::record(book, {.actor = "doctor", .action = "acne record"}, typed);
    expect_known(rows("acne", "patient,on,iga\nC1,2026-01-05,3\n"));
}

TEST_F(RowsInBook, ThatWereVoidedAreNotStoredAgain) {
    const auto event = rows("events", "patient,kind,onset,severity\nC1,erythema,2026-01-05,1\n");
    import(event);
    void_first(all<schema::AdverseEvent>()[0]);
    const auto report = import(event);
    EXPECT_EQ(report.records, 0U);
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_THAT(report.warnings[0].where, HasSubstr("rows.csv:2"));
    EXPECT_THAT(report.warnings[0].what, HasSubstr("was entered in error"));

    const auto score = rows("scores", "patient,at,iga\nC1,2026-01-05,3\n");
    import(score);
    tracking::void_score(book,
                         {.actor = "nurse", .action = "score void", .reason = "misread"},
                         schema::Id<schema::Score>(1));
    EXPECT_EQ(import(score).warnings.size(), 1U);
    EXPECT_EQ(scores("C1"), "");
}

TEST_F(RowsInBook, OneRecordStandsForOneRow) {
    const std::string row = "C1,2026-01-05,gags,12\n";
    const std::string head = "patient,at,instrument,value\n";
    EXPECT_EQ(import(rows("scores", head + row + row)).warnings.size(), 1U);
    EXPECT_EQ(import(rows("scores", head + row + row)).rows_in_book, 2U);
    EXPECT_THAT(refusal_of(rows("scores", head + row + row + row)),
                HasSubstr("rows.csv:4: duplicate: score 1"));
    const auto both = rows("scores", head + "C2,2026-01-05,gags,12\nC2,2026-01-05,gags,13\n");
    EXPECT_EQ(import(both).records, 2U);
    expect_known(both, 2);
}

TEST_F(RowsInBook, AreJudgedAnewWhenSomebodyWritesThemMeanwhile) {
    auto other = db::Book::open(book.file());
    const auto options = rows("acne", "patient,on,iga\nC1,2026-01-05,3\n");
    int turns = 0;
    const auto report = exchange::import_file(
        book, {.actor = "nurse", .action = ""}, options, {}, [&](const auto& write) {
            if (++turns == 1) {
                exchange::import_file(other, {.actor = "doctor", .action = ""}, options, {});
            }
            write();
        });
    EXPECT_EQ(report.rows_in_book, 1U);
    EXPECT_EQ(all<schema::AcneStatus>().size(), 1U);
}

TEST_F(RowsInBook, NewPatientsAreListed) {
    std::string text = "patient,at,iga\n";
    for (int i = 1; i <= 12; ++i) {
        text += "N" + std::to_string(i) + ",2026-01-05,3\n";
    }
    auto options = rows("scores", text);
    options.create_patients = true;
    options.dry_run = true;
    EXPECT_EQ(import(options).new_charts.size(), 12U);
    options.dry_run = false;
    const auto report = import(options);
    EXPECT_EQ(exchange::new_charts_text(report),
              "new patients: N1, N2, N3, N4, N5, N6, N7, N8, N9, N10 and 2 more\n");
    EXPECT_EQ(exchange::import_report_json(report)["new_charts"].size(), 12U);
    EXPECT_EQ(import(options).new_charts.size(), 0U);
}

}  // namespace
}  // namespace exchange::rows_in_book_test
