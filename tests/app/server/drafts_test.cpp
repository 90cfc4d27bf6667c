#include "app/server/drafts.h"

#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "app/server/sealed_text.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "schema/types/error.h"
#include "tests/app/server/served_book.h"

namespace server::drafts_test {
namespace {

namespace fs = std::filesystem;

class DraftFiles : public testing::Test {
  protected:
    fs::path folder() const { return book_.string() + ".drafts"; }
    int files() const {
        int count = 0;
        for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder())) {
            ++count;
        }
        return count;
    }
    static unsigned mode_of(const fs::path& path) {
        struct stat facts {};
        return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 0777U : 0U;
    }
    static Draft draft(const std::string& name, const std::string& value = "\"half a sent\"") {
        return {.name = name,
                .key = "key of " + name,
                .kept_at = "2026-06-15T12:00:00Z",
                .value = value};
    }

    support::TemporaryFolder room_;
    fs::path book_ = room_ / "clinic.needlebook";
};

TEST_F(DraftFiles, AreForTheirOwnerOnlyWhateverTheUmask) {
    const auto before = ::umask(0);
    Drafts(book_).keep(draft("acne.C-001"));
    ::umask(before);
    EXPECT_EQ(mode_of(folder()), 0700U);
    for (const auto& entry : fs::directory_iterator(folder())) {
        EXPECT_EQ(mode_of(entry.path()), 0600U);
        EXPECT_EQ(entry.path().string().find("C-001"), std::string::npos) << entry.path();
    }
}

TEST_F(DraftFiles, OutliveTheServer) {
    Drafts(book_).keep(draft("acne.C-001", "\"first\""));
    Drafts(book_).keep(draft("acne.C-001", "{\"note\":\"second\"}"));
    Drafts(book_).keep(draft("../../scars.أ", "null"));
    const auto found = Drafts(book_).all();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "../../scars.أ");
    EXPECT_EQ(found[1].value, "{\"note\":\"second\"}");
    EXPECT_EQ(found[1].kept_at, "2026-06-15T12:00:00Z");
    EXPECT_EQ(files(), 2);
}

TEST_F(DraftFiles, GoWhenTheyAreDiscardedOrTheirSubmissionIsRecorded) {
    Drafts drafts(book_);
    drafts.keep(draft("a"));
    drafts.keep(draft("b"));
    drafts.keep(draft("c"));
    drafts.discard("a");
    drafts.discard("unknown");
    drafts.recorded("key of b");
    drafts.recorded("key of nobody");
    ASSERT_EQ(drafts.all().size(), 1U);
    EXPECT_EQ(drafts.all().front().name, "c");
    EXPECT_EQ(files(), 1);
    drafts.discard("c");
    EXPECT_FALSE(fs::exists(folder()));
}

TEST_F(DraftFiles, AreNotReplacedByOlderOnesNorComeBack) {
    Drafts drafts(book_);
    const auto edited = [](std::int64_t edit) {
        auto one = draft("a", std::to_string(edit));
        one.edit = edit;
        return one;
    };
    drafts.keep(edited(2));
    drafts.keep(edited(1));
    EXPECT_EQ(drafts.all().at(0).value, "2");
    drafts.keep(edited(3));
    EXPECT_EQ(drafts.all().at(0).value, "3");
    drafts.discard("a");
    drafts.keep(edited(4));
    EXPECT_TRUE(drafts.all().empty());
    auto next = edited(1);
    next.key = "another";
    drafts.keep(next);
    EXPECT_EQ(drafts.all().size(), 1U);
}

TEST_F(DraftFiles, ThatWereNotWholeWhenTheProgramEndedGo) {
    Drafts(book_).keep(draft("a"));
    std::ofstream(folder() / "0f.json.unfinished") << "{\"name\":\"a\"";
    Drafts drafts(book_);
    EXPECT_EQ(files(), 1);
    drafts.discard("a");
    EXPECT_FALSE(fs::exists(folder()));
}

TEST_F(DraftFiles, ThatAreNoneAreLeftAlone) {
    fs::create_directory(folder());
    std::ofstream(folder() / "notes.txt") << "mine";
    std::ofstream(folder() / "x.json") << R"({"name":"a","key":"k","kept_at":"t","value":1})";
    Drafts drafts(book_);
    EXPECT_TRUE(drafts.all().empty());
    drafts.keep(draft("a"));
    drafts.discard("a");
    EXPECT_EQ(files(), 2);
}

// An erasure on the command line, say.
TEST_F(DraftFiles, ThatSomebodyRemovedAreOver) {
    Drafts drafts(book_);
    drafts.keep(draft("a"));
    drafts.keep(draft("b"));
    Drafts(book_).discard("a");
    EXPECT_EQ(drafts.all().size(), 1U);
    drafts.keep(draft("a"));
    EXPECT_EQ(drafts.all().at(0).name, "b") << "and do not come back";
    auto next = draft("a");
    next.key = "another";
    drafts.keep(next);
    EXPECT_EQ(drafts.all().size(), 2U);
}

TEST_F(DraftFiles, AreOfThePatientOfTheirPageOrOfTheRecordThatTheyCorrect) {
    auto book = db::Book::create(book_, [](db::Book& made) {
        db::transact(made, {.actor = "nurse", .action = "import"}, [](db::Write& write) {
            for (const auto* chart : {"C-1", "C-10"}) {
                schema::AcneStatus status;
                status.patient = db::insert(write, schema::Patient{.chart = chart});
                db::insert(write, status);
            }
            return std::string();
        });
    });
    Drafts drafts(book_);
    const std::vector<std::string> own{
        "acne.C-1", "change_patient.C-1.v3", "correct.acne.1.v2", "timer.c-1"};
    for (const auto& name : own) {
        drafts.keep(draft(name));
    }
    for (const auto* other : {"acne.C-10",
                              "correct.acne.2.v1",
                              "correct.acne.9.v1",
                              "correct.score.1.v1",
                              "correct.acne",
                              "new_patient",
                              "change_patient.C-10.v1"}) {
        drafts.keep(draft(other));
    }
    EXPECT_EQ(drafts.names_of(book, *db::find_patient(book, "C-1")), own);
}

TEST_F(DraftFiles, AreOfTheirOwnerAndReadOnlyWithTheKey) {
    const auto key = new_seal_key();
    const auto of = [](const std::string& owner, const std::string& value) {
        auto one = draft("acne.C-001", value);
        one.owner = owner;
        one.key = "key of " + owner;
        return one;
    };
    Drafts(book_, key).keep(of("account 1", "\"hers\""));
    Drafts(book_, key).keep(of("account 2", "\"his\""));
    Drafts drafts(book_, key);
    ASSERT_EQ(drafts.all("account 1").size(), 1U);
    EXPECT_EQ(drafts.all("account 1")[0].value, "\"hers\"");
    EXPECT_TRUE(drafts.all().empty());
    for (const auto& entry : fs::directory_iterator(folder())) {
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        EXPECT_EQ(bytes.find("hers"), std::string::npos);
        EXPECT_EQ(bytes.find("C-001"), std::string::npos);
    }
    EXPECT_TRUE(Drafts(book_).all("account 1").empty()) << "without the key";
    EXPECT_TRUE(Drafts(book_, new_seal_key()).all("account 1").empty()) << "with another";
    EXPECT_EQ(files(), 2) << "what cannot be read is left alone";
    drafts.recorded("key of account 2", "account 1");
    EXPECT_EQ(files(), 2) << "a key of somebody else";
    drafts.discard("acne.C-001", "account 1");
    drafts.recorded("key of account 2", "account 2");
    EXPECT_FALSE(fs::exists(folder()));
}

TEST_F(DraftFiles, ThatCannotBeReadAreToldUntilTheyAreGone) {
    Drafts(book_).keep(draft("acne.C-001"));
    Drafts(book_).keep(draft("scars.C-001"));
    EXPECT_FALSE(Drafts(book_).damaged());
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder())) {
        files.push_back(entry.path());
    }
    std::ofstream(folder() / "notes.txt") << "somebody's";
    std::ofstream(files[0], std::ios::trunc) << "{";
    Drafts drafts(book_);
    EXPECT_EQ(drafts.all().size(), 1U);
    const auto told = drafts.damaged();
    ASSERT_TRUE(told);
    EXPECT_NE(told->what.find("1 of the files in it cannot be read"), std::string::npos);
    EXPECT_EQ(told->told.id, "error.drafts_damaged");
    EXPECT_TRUE(fs::exists(files[0])) << "it is left alone";
    fs::copy_file(files[1], files[0], fs::copy_options::overwrite_existing);
    EXPECT_TRUE(Drafts(book_).damaged()) << "one under the name of another is none";
    fs::remove(files[0]);
    EXPECT_FALSE(drafts.damaged());
    EXPECT_EQ(drafts.all().size(), 1U);
}

TEST_F(DraftFiles, ThatWereNobodysBecomeTheFirstAccounts) {
    const auto key = new_seal_key();
    Drafts drafts(book_);
    drafts.keep(draft("a"));
    drafts.keep(draft("b"));
    drafts.encrypt(key, "account 1");
    EXPECT_EQ(drafts.all("account 1").size(), 2U);
    EXPECT_EQ(files(), 2);
    EXPECT_EQ(Drafts(book_, key).all("account 1").size(), 2U);
    EXPECT_TRUE(Drafts(book_).all().empty());
}

TEST_F(DraftFiles, AreRefusedWhereTheyCannotBeKept) {
    std::ofstream(folder()) << "a file in the place of the folder";
    Drafts drafts(book_);
    EXPECT_THROW(drafts.keep(draft("a")), schema::Error);
    EXPECT_TRUE(drafts.all().empty());
}

class ServedDrafts : public ServedBook {
  protected:
    Reply keep(const std::string& name, const std::string& body) {
        return write("PUT", "/api/v1/drafts/" + name, body);
    }
    Json kept() { return Json::parse(get("/api/v1/drafts").body); }
};

TEST_F(ServedDrafts, AreKeptReadAndDiscarded) {
    EXPECT_EQ(kept(), Json::array());
    EXPECT_EQ(keep("acne.C%2F1", R"({"key":"k1","value":{"note":"half"}})").status, 200);
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0]["name"], "acne.C/1");
    EXPECT_EQ(kept()[0]["value"]["note"], "half");
    EXPECT_EQ(kept()[0]["kept_at"].get<std::string>().size(), 20U);
    EXPECT_EQ(write("DELETE", "/api/v1/drafts/acne.C%2F1", "{}").status, 204);
    EXPECT_EQ(kept(), Json::array());
}

TEST_F(ServedDrafts, AreNeitherRecordedNorExported) {
    keep("acne.C-001", R"({"key":"k1","value":"between us"})");
    EXPECT_EQ(get("/api/v1/ledger").body.find("between us"), std::string::npos);
    std::ifstream file(book(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(bytes.find("between us"), std::string::npos);
}

TEST_F(ServedDrafts, GoWhenTheirSubmissionIsRecordedAndStayWhenItIsRefused) {
    keep("acne.C-001", R"({"key":"k1","value":1})");
    keep("scars.C-001", R"({"key":"k2","value":1})");
    EXPECT_EQ(post("/api/v1/patients/C-001/acne", R"({"on":"2026-06-14","iga":9})", "k1").status,
              422);
    EXPECT_EQ(kept().size(), 2U);
    EXPECT_EQ(post("/api/v1/patients/C-001/acne", R"({"on":"2026-06-14","iga":2})", "k1").status,
              201);
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0]["name"], "scars.C-001");
}

TEST_F(ServedDrafts, AreRefusedWithoutKeyValueOrName) {
    for (const auto* body : {"{}",
                             R"({"key":"k"})",
                             R"({"value":1})",
                             R"({"key":"","value":1})",
                             R"({"key":1,"value":1})",
                             R"({"key":"k","value":1,"more":1})"}) {
        EXPECT_EQ(keep("a", body).status, 422) << body;
    }
    EXPECT_EQ(keep("", R"({"key":"k","value":1})").status, 422);
    EXPECT_EQ(keep(std::string(1001, 'x'), R"({"key":"k","value":1})").status, 422);
    EXPECT_EQ(keep(std::string(1000, 'x'), R"({"key":"k","value":1})").status, 200);
}

}  // namespace
}  // namespace server::drafts_test
