// What is asked back of a row: problems of classes of their own, which --confirm takes.

#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/patients.h"
#include "tests/app/import/import_example.h"

namespace exchange::import_questions_test {
namespace {

struct Asked {
    const char* kind;
    const char* header;
    const char* row;          // nothing is asked of it
    const char* implausible;  // null: this kind has no such number
    const char* value;        // of the row
    const char* other;        // in its place it contradicts the row
};

const std::vector<Asked> rows_of_kinds{
    {"conditions",
     "patient,kind,from,note",
     "C1,electronic_implant,2026-01-05,left",
     "C1,pregnancy,2026-01-05,",
     "left",
     "right"},
    {"courses",
     "patient,concern,sessions,every,on",
     "C1,active_acne,4,4w,2026-01-05",
     "C1,acne_scars,40,4w,2026-01-05",
     "4w",
     "5w"},
    {"sessions",
     "patient,at,device,areas",
     "C1,2026-01-05T10:00,pen,nose:0.5:1",
     "C1,2026-01-06T10:00,pen,nose:3.5:1",
     "0.5",
     "0.6"},
    {"applications",
     "patient,at,active,note",
     "C1,2026-01-05T10:00,niacinamide,once",
     nullptr,
     "once",
     "twice"},
    {"acne",
     "patient,on,regions",
     "C1,2026-01-05,chin:papules=3",
     "C1,2026-01-06,chin:papules=300",
     "papules=3",
     "papules=4"},
    {"readings",
     "patient,on,what,value",
     "C1,2026-01-05,tewl,14",
     "C1,2026-01-06,tewl,999",
     "14",
     "15"},
    {"questionnaires",
     "patient,on,which,total",
     "C1,2026-01-05,dlqi,4",
     nullptr,
     "dlqi,4",
     "dlqi,5"},
    {"events", "patient,kind,onset,severity", "C1,erythema,2026-01-05,1", nullptr, "05,1", "05,2"},
    {"treatments", "patient,kind,from,note", "C1,peel,2026-01-05,light", nullptr, "light", "deep"},
};

class ImportQuestions : public ImportTest {
  protected:
    ImportQuestions() {
        import(rows("patients", "chart,name,born,sex\nC1,Mona Adel,1990-04-02,male\n"));
    }
    exchange::ImportOptions file(const Asked& asked, const std::string& row) const {
        return rows(asked.kind, std::string(asked.header) + "\n" + row + "\n");
    }
    // The row with another value.
    static std::string contradicting(const Asked& asked) {
        std::string row = asked.row;
        row.replace(row.find(asked.value), std::string_view(asked.value).size(), asked.other);
        return row;
    }
    static exchange::ImportOptions confirmed(exchange::ImportOptions options,
                                             const std::string& problem_class) {
        options.confirm = {problem_class};
        return options;
    }
    std::string last_reason() const {
        std::string reason;
        db::for_each_entry(
            book, {}, [&](const db::LedgerEntry& entry) { reason = entry.reason.value_or(""); });
        return reason;
    }
    static bool begins(const std::vector<schema::Problem>& problems, const std::string& text) {
        return !problems.empty() && problems.front().what.starts_with(text);
    }
};

TEST_F(ImportQuestions, EveryKindHasTheTwoClasses) {
    for (const auto& each : rows_of_kinds) {
        SCOPED_TRACE(each.kind);
        const auto sound = file(each, each.row);
        EXPECT_EQ(import(sound).records, 1U);
        const auto twin = file(each, contradicting(each));
        const auto asked = refusal(twin);
        EXPECT_TRUE(begins(asked, "duplicate: "));
        EXPECT_TRUE(asked.front().where.ends_with("rows.csv:2")) << asked.front().where;
        refusal(confirmed(twin, "implausible"));
        EXPECT_EQ(import(confirmed(twin, "duplicate")).records, 1U);
        EXPECT_EQ(last_reason(), "confirmed duplicate");
        if (each.implausible != nullptr) {
            const auto unusual = file(each, each.implausible);
            EXPECT_TRUE(begins(refusal(unusual), "implausible: "));
            refusal(confirmed(unusual, "duplicate"));
            EXPECT_EQ(import(confirmed(unusual, "implausible")).records, 1U);
            EXPECT_EQ(last_reason(), "confirmed implausible");
        }
    }
}

TEST_F(ImportQuestions, AndRefusesDaysThatCannotBe) {
    for (const auto& each : rows_of_kinds) {
        for (const auto* day : {"1447-05-07", "1985-01-05"}) {
            std::string row = each.row;
            row.replace(row.find("2026-01-05"), 10, day);
            SCOPED_TRACE(row);
            auto options = file(each, row);
            options.confirm = {"implausible", "duplicate"};
            EXPECT_FALSE(refusal(options).empty());
        }
    }
    for (const auto* row : {"C1,2062-01-05,14", "C1,1447-05-07,14", "C1,1985-01-05,14"}) {
        auto options = rows("scores", std::string("patient,at,tewl\n") + row + "\n");
        options.confirm = {"implausible", "duplicate"};
        EXPECT_FALSE(refusal(options).empty()) << row;
    }
}

TEST_F(ImportQuestions, ScoresAreAskedOfWhatIsUnusual) {
    const auto unusual = rows("scores", "patient,at,tewl\nC1,2026-01-05,999\n");
    EXPECT_TRUE(begins(refusal(unusual), "implausible: "));
    EXPECT_EQ(import(confirmed(unusual, "implausible")).records, 1U);
    EXPECT_EQ(import(rows("scores", "patient,at,tewl\nC1,2026-01-06,14\n")).records, 1U);
}

TEST_F(ImportQuestions, PatientsAreTwinsOfTheBookAndOfTheirFile) {
    const auto of_book = rows("patients", "chart,name,born\nA1,\"ADEL, mona\",1990-04-02\n");
    EXPECT_TRUE(begins(refusal(of_book), "duplicate: patient \"C1\" (id 1)"));
    const auto of_file =
        rows("patients", "chart,name,telephone\nB1,Huda,0100 123\nB2,Sara,0100-123\n");
    EXPECT_TRUE(begins(refusal(of_file), "duplicate: patient \"B1\" has"));
    EXPECT_EQ(import(confirmed(of_file, "duplicate")).records, 2U);
    EXPECT_EQ(import(rows("patients", "chart,name,born\nA2,Salma Adel,1990-04-02\n")).records, 1U);
}

TEST_F(ImportQuestions, TheChartOfAVoidedPatientIsAskedAboutAndTakenByAnother) {
    tracking::void_record(book,
                          {.actor = "huda", .action = "void", .reason = "entered twice"},
                          *db::find_patient(book, "C1"));
    const auto again = rows("patients", "chart,name\nc1,Salma Nabil\n");
    const auto problem = refusal(again).front();
    EXPECT_TRUE(begins({problem}, "duplicate: chart \"C1\" was voided ")) << problem.what;
    EXPECT_NE(
        problem.what.find("by huda: entered twice; bring it back: `needlebook patient restore"),
        std::string::npos);
    EXPECT_EQ(import(confirmed(again, "duplicate")).records, 1U);
    EXPECT_EQ(db::find_patient(book, "C1")->name, "Salma Nabil");
    EXPECT_EQ(import(again).rows_in_book, 1U) << "the one in force";
    EXPECT_EQ(refusal(rows("patients", "chart,name\nC1,Mona Adel\n")).size(), 1U) << "taken";
    const auto visit = rows("acne", "patient,on,iga\nC1,2026-01-05,2\n");
    EXPECT_EQ(import(visit).records, 1U);
    EXPECT_EQ(all<schema::AcneStatus>()[0].patient, db::find_patient(book, "C1")->id);
    expect_whole();
}

TEST_F(ImportQuestions, AContactIsATelephoneAnEmailOrAnAddress) {
    import(rows("patients",
                "chart,contact\nB1,0100 123 456\nB2,mona@example.org\nB3,7 Nile Street\nB4,\n"));
    const auto one = [&](const char* chart) { return *db::find_patient(book, chart); };
    EXPECT_EQ(one("B1").telephone, "0100 123 456");
    EXPECT_EQ(one("B2").email, "mona@example.org");
    EXPECT_EQ(one("B3").address, "7 Nile Street");
    EXPECT_EQ(one("B4").telephone.has_value() + one("B4").address.has_value(), 0);
    EXPECT_EQ(import(rows("patients", "chart,contact\nB1,0100 123 456\n")).rows_in_book, 1U);
    EXPECT_EQ(refusal(rows("patients", "chart,contact\nB1,0100 123 457\n")).size(), 1U)
        << "another number of a patient who is there";
    EXPECT_EQ(
        import(rows("patients", "chart,contact,telephone\nB5,7 Nile Street,0111222333\n")).records,
        1U);
    EXPECT_EQ(
        refusal(rows("patients", "chart,contact,telephone\nB6,0100123456,0111222444\n")).size(),
        1U);
    EXPECT_EQ(refusal(rows("patients", "chart,telephone\nB7,7 Nile Street\n")).size(), 1U);
}

}  // namespace
}  // namespace exchange::import_questions_test
