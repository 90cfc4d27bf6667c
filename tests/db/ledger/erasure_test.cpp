#include "db/ledger/erasure.h"

#include <fstream>
#include <iterator>

#include "db/backup.h"
#include "db/file/book_files.h"
#include "db/ledger/changes.h"
#include "db/ledger/epoch.h"
#include "db/ledger/verify.h"
#include "db/records/instruments.h"
#include "db/records/patient_list.h"
#include "db/records/scores.h"
#include "db/records/tags.h"
#include "db/sqlite/connection.h"
#include "schema/migrations/migrations.h"
#include "tests/db/clinic_book.h"

namespace db::erasure_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using PatientId = schema::Id<schema::Patient>;

const std::string secret = "Zypresse";

class Erasure : public ClinicBook {
  protected:
    // Two patients, a registration of both at once, and a reason, key and tag that hold a secret.
    void SetUp() override {
        Book::create(file_);
        auto book = Book::open(file_);
        transact(book, {.actor = "nurse", .action = "import patients"}, [&](Write& write) {
            insert(write, schema::Patient{.chart = "C-1"});
            insert(write, schema::Patient{.chart = "C-2", .name = secret});
            return std::string("2");
        });
        add_session(book, kept_, "pain 3");
        add_session(book, gone_, secret);
        transact(book,
                 {.actor = "nurse", .action = "patient tag", .reason = secret, .key = secret},
                 [&](Write& write) {
                     set_tag(write, {gone_, secret, secret});
                     write.concerns(gone_);
                     return secret;
                 });
        for (int i = 0; i < 200; ++i) {  // so that rows lie on pages of others
            transact(book, {.actor = "nurse", .action = "patient correct"}, [&](Write& write) {
                update(write, schema::Patient{.id = gone_, .chart = "C-2", .note = secret + "s"});
                update(write, schema::Patient{.id = gone_, .chart = "C-2", .note = secret});
                write.concerns(gone_);
                return std::string("2");
            });
        }
    }
    static void add_session(Book& book, PatientId patient, const std::string& note) {
        transact(book, {.actor = "nurse", .action = "session record"}, [&](Write& write) {
            schema::Session session;
            session.patient = patient;
            session.at = *schema::CivilTime::read("2026-01-05");
            session.note = note;
            session.areas = {{.region = schema::Region::chin, .depth_mm = 1.5, .passes = 4}};
            write.concerns(patient);
            return std::to_string(insert(write, session).value);
        });
    }
    Receipt erase(Book& book, PatientId patient) const {
        const auto entries = holdings_of(book, patient).entries;
        return transact(book,
                        {.actor = "doctor", .action = std::string(erases_patient), .reason = "law"},
                        [&](Write& write) { return erase_patient(write, patient, entries); });
    }
    void SetUpAnew() {
        remove_book_files(file_);
        SetUp();
    }
    // The book without the patient, its bytes written anew.
    Book erased() {
        auto book = Book::open(file_);
        erase(book, gone_);
        EXPECT_TRUE(finish_erasure(book));
        return book;
    }
    static std::string found(const Book& book) {
        CheckedMoment moment(book);
        return said(moment.quick_problems()) + said(moment.replay_problems({}));
    }
    static std::vector<LedgerEntry> entries(const Book& book) {
        std::vector<LedgerEntry> all;
        for_each_entry(
            book, {.with_changes = true}, [&](const LedgerEntry& each) { all.push_back(each); });
        return all;
    }
    // Files of the folder that hold the secret.
    std::vector<std::string> files_with(const std::string& text) const {
        std::vector<std::string> holding;
        for (const auto& each : std::filesystem::directory_iterator(folder_.path())) {
            std::ifstream file(each.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            if (bytes.find(text) != std::string::npos) {
                holding.push_back(each.path().filename().string());
            }
        }
        return holding;
    }
    // Behind the program's back; the trigger is put back.
    void tamper(const std::string& sql) const {
        std::ofstream script(folder_ / "tamper.sql");
        script << "DROP TRIGGER ledger_is_not_rewritten; " << sql;
        for (const auto each : schema::definitions()) {
            if (each.starts_with("trigger ledger_is_not_rewritten: ")) {
                script << each.substr(each.find("CREATE")) << ";";
            }
        }
        script.close();
        ASSERT_TRUE(support::sqlite_shell_script(file_, folder_ / "tamper.sql")) << sql;
    }

    const PatientId kept_{1};
    const PatientId gone_{2};
};

TEST_F(Erasure, LeavesNoRowAndBlanksWhatEveryEntryThatTouchedThePatientSaid) {
    const auto book = erased();
    EXPECT_FALSE(find_patient(book, "C-2"));
    EXPECT_TRUE(find_patient(book, "C-1"));
    EXPECT_TRUE(holdings_of(book, gone_).rows.empty());
    EXPECT_TRUE(holdings_of(book, gone_).entries.empty());
    EXPECT_EQ(holdings_of(book, kept_).rows.at("session_area"), 1);
    const auto all = entries(book);
    ASSERT_EQ(all.size(), 206U);
    EXPECT_TRUE(all[0].is_erased()) << "of both patients";
    EXPECT_FALSE(all[1].is_blank) << "of the other one";
    EXPECT_TRUE(all[2].is_erased());
    for (std::size_t i = 2; i < 204; ++i) {
        EXPECT_TRUE(all[i].is_erased());
        EXPECT_EQ(all[i].actor, "nurse") << "who, when and what stay";
    }
    EXPECT_EQ(all[204].action, erases_patient);
    EXPECT_EQ(all[204].reason, "law");
    EXPECT_EQ(all[204].patient, gone_);
    EXPECT_EQ(all[204].changes, "");
    EXPECT_THAT(*all[204].answer, testing::StartsWith("1,3-204 "));
    EXPECT_EQ(all[205].action, epoch_begins);
    EXPECT_EQ(all[205].answer, "");
    const auto rows = ChangesReader(book).read(all[1], 9);
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->size(), 2U) << "the other patient's session and its area stay readable";
}

TEST_F(Erasure, LeavesABookThatIsWhole) {
    auto book = erased();
    EXPECT_EQ(found(book), "");
    EXPECT_THAT(book.warnings(), testing::IsEmpty());
    add(book, "C-3");
    EXPECT_EQ(found(book), "");
    erase(book, kept_);
    EXPECT_EQ(said(quick_problems(book)), said(book.warnings())) << "one after the other";
    EXPECT_TRUE(finish_erasure(book));
    EXPECT_EQ(found(book), "");
}

TEST_F(Erasure, LeavesNoByteOfThePatientInAnyFile) {
    EXPECT_FALSE(files_with(secret).empty());
    const auto book = erased();
    EXPECT_THAT(files_with(secret), ElementsAre());
    copy_verified(book, folder_ / "copy.needlebook");
    EXPECT_THAT(files_with(secret), ElementsAre());
    EXPECT_EQ(found(Book::open_for_check(folder_ / "copy.needlebook")), "");
}

TEST_F(Erasure, ThatWasBrokenOffIsSaidUntilItIsFinished) {
    {
        auto book = Book::open(file_);
        erase(book, gone_);
        EXPECT_THAT(said(book.warnings()), HasSubstr("may still hold bytes"));
        EXPECT_THAT(said(quick_problems(book)), HasSubstr("may still hold bytes"));
        EXPECT_FALSE(files_with(secret).empty());
    }
    auto book = Book::open(file_);
    EXPECT_THAT(said(book.warnings()), HasSubstr("may still hold bytes"));
    copy_verified(book, folder_ / "copy.needlebook");
    EXPECT_THAT(files_with(secret), Not(testing::Contains("copy.needlebook")))
        << "a copy is clean in any case";
    EXPECT_TRUE(finish_erasure(book));
    EXPECT_THAT(files_with(secret), ElementsAre());
    EXPECT_EQ(found(book), "");
    EXPECT_TRUE(finish_erasure(book)) << "there is nothing more to do";
}

TEST_F(Erasure, GivesNoNumberOfWhatWasErasedAgain) {
    auto book = erased();
    add(book, "C-3");
    EXPECT_EQ(find_patient(book, "C-3")->id, PatientId(3));
    add_session(book, PatientId(3), "pain 2");
    EXPECT_EQ(records_of<schema::Session>(book, PatientId(3)).at(0).id.value, 3);
}

// Scores are computed anew under new numbers, and those of removed ones come again.
TEST_F(Erasure, LeavesTheEntriesOfOthersWhoseScoresHadTheSameNumber) {
    auto book = Book::open(file_);
    transact(book, {.actor = "nurse", .action = "instrument add"}, [](Write& write) {
        return std::to_string(
            insert_instrument(write, {.code = "own", .name = "Own", .unit = "1"}).value);
    });
    const auto add_score = [&](PatientId patient) {
        std::int64_t id = 0;
        transact(book, {.actor = "nurse", .action = "score record"}, [&](Write& write) {
            schema::Score score;
            score.patient = patient;
            score.instrument = schema::Id<schema::Instrument>(1);
            score.at = *schema::CivilTime::read("2026-01-05");
            id = insert_score(write, score).value;
            write.concerns(patient);
            return std::to_string(id);
        });
        return id;
    };
    const auto first = add_score(kept_);
    const auto entry = last_entry(book);
    transact(book, {.actor = "nurse", .action = "score removed"}, [&](Write& write) {
        write.connection().run("DELETE FROM score");
        write.connection().run("DELETE FROM id_floor");  // which older books had not
        write.concerns(kept_);
        return std::string();
    });
    EXPECT_EQ(add_score(gone_), first) << "else this shows nothing";
    EXPECT_THAT(holdings_of(book, gone_).entries, Not(testing::Contains(entry)));
    EXPECT_THAT(holdings_of(book, gone_).entries, testing::Contains(last_entry(book)));
}

TEST_F(Erasure, IsSeenByAListOfPatientsThatWasReadBefore) {
    PatientList list;
    auto book = Book::open(file_);
    EXPECT_EQ(list.page(book, {})->patients.size(), 2U);
    erase(book, gone_);
    EXPECT_EQ(list.page(book, {})->patients.size(), 1U);
}

TEST_F(Erasure, OfOneEntryIsNotOfAnother) {
    erased();
    tamper(
        "UPDATE ledger SET reason = NULL, answer = NULL, changes = NULL, changes_hash = "
        "zeroblob(32) WHERE seq = 2;");
    EXPECT_THAT(found(Book::open_for_check(file_)),
                HasSubstr("ledger entry 2: was altered: it is blank, and no erasure says so"));
}

TEST_F(Erasure, NoticesWhatIsPutIntoABlankEntryOrChangedOfIt) {
    for (const std::string change : {"reason = 'because'",
                                     "answer = '7'",
                                     "changes = x'54'",
                                     "actor = 'nobody'",
                                     "at = '2001-01-01T00:00:00Z'",
                                     "patient_id = 1",
                                     "action = 'patient void'"}) {
        SCOPED_TRACE(change);
        SetUpAnew();
        erased();
        tamper("UPDATE ledger SET " + change + " WHERE seq = 4;");
        EXPECT_THAT(found(Book::open_for_check(file_)),
                    testing::AnyOf(HasSubstr("ledger entry 4: was altered"),
                                   HasSubstr("erased entries that were altered since")));
    }
}

TEST_F(Erasure, NoticesAListThatNamesMore) {
    erased();
    tamper(
        "UPDATE ledger SET reason = NULL, answer = NULL, changes = NULL, changes_hash = "
        "zeroblob(32) WHERE seq = 2; UPDATE ledger SET answer = replace(answer, '1,3-', '1-') "
        "WHERE action = 'patient erase';");
    EXPECT_THAT(found(Book::open_for_check(file_)), HasSubstr("ledger entry 205: was altered"));
}

TEST_F(Erasure, DoesNotHideWhatWasAlteredBefore) {
    tamper(
        "UPDATE ledger SET actor = 'nobody' WHERE seq = 4; UPDATE session SET note = 'x' WHERE id "
        "= 1;");
    const auto said_now = found(erased());
    EXPECT_THAT(said_now, HasSubstr("ledger entry 4: was altered"));
    EXPECT_THAT(said_now, HasSubstr("session: differs from what the ledger says in: note"));
}

TEST_F(Erasure, IsWhatTheTriggerLetsThroughAndNothingElse) {
    const auto lets = [&](const std::string& change) {
        return support::sqlite_shell(file_, "UPDATE ledger SET " + change + " WHERE seq = 4;");
    };
    const std::string blank =
        "reason = NULL, submission_key = NULL, request_hash = NULL, answer = NULL, changes = NULL, "
        "changes_hash = zeroblob(32)";
    EXPECT_FALSE(lets("changes = NULL"));
    EXPECT_FALSE(lets(blank + ", actor = 'nobody'"));
    EXPECT_FALSE(lets(blank + ", hash = zeroblob(32)"));
    EXPECT_FALSE(lets(blank + ", patient_id = NULL"));
    EXPECT_TRUE(lets(blank));
}

TEST(BlankedEntries, ReadTheirOwnTextAndNoOther) {
    const BlankedEntries blanked{.entries = {1, 3, 4, 5, 9, 10}};
    const std::string zeros(64, '0');
    EXPECT_EQ(blanked.text(), "1,3-5,9-10 " + zeros);
    EXPECT_EQ(BlankedEntries::read(blanked.text())->entries, blanked.entries);
    EXPECT_TRUE(BlankedEntries::read(" " + zeros)->entries.empty());
    for (const auto& text : std::vector<std::string>{"",
                                                     "1",
                                                     "1 ",
                                                     "1 0",
                                                     "3,1 " + zeros,
                                                     "1,2 " + zeros,
                                                     "1-1 " + zeros,
                                                     "5-3 " + zeros,
                                                     "0 " + zeros,
                                                     "1-99999999999 " + zeros,
                                                     "1 " + std::string(64, 'A'),
                                                     "1 " + zeros + "0",
                                                     "1  " + zeros}) {
        EXPECT_FALSE(BlankedEntries::read(text)) << text;
    }
}

}  // namespace
}  // namespace db::erasure_test
