#include "db/key/key_files.h"

#include <cstdlib>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

#include "db/key/last_seen.h"
#include "tests/db/clinic_book.h"

namespace db::key_files_test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class KeyFiles : public ClinicBook {
  protected:
    static unsigned mode(const fs::path& path) {
        struct stat found {};
        EXPECT_EQ(::stat(path.c_str(), &found), 0) << path;
        return found.st_mode & 07777U;
    }
    static void be_in(const fs::path& folder) { ::setenv("NEEDLEBOOK_KEYS", folder.c_str(), 1); }
    static std::string path_of(const SigningKey& key) {
        return key_file(key.public_key().fingerprint());
    }
    // A setting of the environment while it lives.
    class Setting {
      public:
        Setting(const char* name, const char* value) : name_(name) {
            const char* const before = std::getenv(name);
            before_ = before == nullptr ? std::nullopt : std::optional<std::string>(before);
            put(value);
        }
        ~Setting() { put(before_ ? before_->c_str() : nullptr); }
        Setting(const Setting&) = delete;
        Setting& operator=(const Setting&) = delete;

      private:
        void put(const char* value) const {
            value == nullptr ? ::unsetenv(name_) : ::setenv(name_, value, 1);
        }
        const char* name_;
        std::optional<std::string> before_;
    };
    // That nobody can look there, wherever the key or what was seen last is asked for.
    void expect_nobody_can_look(const std::string& why) {
        const auto fingerprint = key_.public_key().fingerprint();
        ASSERT_TRUE(keys_folder_problem());
        EXPECT_THAT(said({*keys_folder_problem()}), HasSubstr(why));
        EXPECT_THAT(said(error_of([&] { key_here(fingerprint); })), HasSubstr(why));
        EXPECT_THAT(said(error_of([&] { keep_key(key_, file_); })), HasSubstr(why));
        EXPECT_FALSE(is_key_here(fingerprint));
        EXPECT_THAT(last_seen(file_), IsEmpty());
        note_last_seen(file_, {7, {}});
        allow_last_seen(file_, {7, {}});
        forget_last_seen(file_);
        EXPECT_THAT(last_seen(file_), IsEmpty());
    }
    SigningKey key_ = SigningKey::made();
};

TEST_F(KeyFiles, AreForTheirOwnerAlone) {
    keep_key(key_, file_);
    EXPECT_EQ(mode(path_of(key_)), 0600U);
    EXPECT_EQ(mode(keys_folder()), 0700U);
    EXPECT_EQ(key_here(key_.public_key().fingerprint())->pem(), key_.pem());
    EXPECT_FALSE(key_here(SigningKey::made().public_key().fingerprint()));
}

TEST_F(KeyFiles, ThatOthersMayReadAreNotUsed) {
    keep_key(key_, file_);
    const auto read = [&] { return key_here(key_.public_key().fingerprint()).has_value(); };
    for (const auto others : {fs::perms::group_read, fs::perms::others_read}) {
        fs::permissions(path_of(key_), others, fs::perm_options::add);
        EXPECT_THAT(said(error_of(read)), HasSubstr("is open to others on this machine"));
        fs::permissions(path_of(key_), others, fs::perm_options::remove);
    }
    fs::permissions(keys_folder(), fs::perms::group_exec, fs::perm_options::add);
    EXPECT_THAT(said(error_of(read)), HasSubstr("its mode is 0710"));
    EXPECT_THAT(said(error_of([&] { keep_key(SigningKey::made(), file_); })),
                HasSubstr("is open to others"));
    fs::permissions(keys_folder(), fs::perms::group_exec, fs::perm_options::remove);
    EXPECT_TRUE(read());
}

TEST_F(KeyFiles, LieAwayFromTheBook) {
    for (const auto* folder : {".", "keys", "deeper/keys"}) {
        be_in(folder_ / folder);
        EXPECT_THAT(said(error_of([&] { keep_key(key_, file_); })),
                    HasSubstr("lies in the book's folder"));
        EXPECT_FALSE(fs::exists(path_of(key_)));
    }
    fs::create_directory_symlink(folder_.path(), folder_.path().string() + "-link");
    be_in(folder_.path().string() + "-link/keys");
    EXPECT_THAT(said(error_of([&] { keep_key(key_, file_); })), HasSubstr("lies in the book's"));
    fs::remove(folder_.path().string() + "-link");
    be_in(folder_.keys());
    keep_key(key_, file_);
    EXPECT_TRUE(fs::exists(path_of(key_)));
}

// Where the book lies in the home folder, everything is below it.
TEST_F(KeyFiles, MayLieBelowAHomeFolderThatHoldsTheBook) {
    const std::string home = std::getenv("HOME");
    ::setenv("HOME", folder_.path().c_str(), 1);
    be_in(folder_ / "share");
    keep_key(key_, file_);
    EXPECT_TRUE(fs::exists(path_of(key_)));
    be_in(folder_.path());
    EXPECT_THAT(said(error_of([&] { keep_key(key_, file_); })), HasSubstr("lies in the book's"));
    ::setenv("HOME", home.c_str(), 1);
}

TEST_F(KeyFiles, HoldTheKeyOfTheirNameOrAreRefused) {
    const auto other = SigningKey::made();
    keep_key(other, file_);
    fs::rename(path_of(other), path_of(key_));
    const auto read = [&] { key_here(key_.public_key().fingerprint()); };
    EXPECT_THAT(said(error_of(read)), HasSubstr("holds another key than its name says"));
    std::ofstream(path_of(key_)) << "text";
    EXPECT_THAT(said(error_of(read)), HasSubstr("is no key of the curve P-256"));
    fs::remove(path_of(key_));
    EXPECT_FALSE(key_here(key_.public_key().fingerprint()));
}

// Otherwise each folder that the program is started in had its own.
TEST_F(KeyFiles, LieInAFolderThatIsNamedFromTheRoot) {
    be_in("keys");
    expect_nobody_can_look("NEEDLEBOOK_KEYS: is \"keys\", which is another folder wherever");
    be_in("");
    const Setting home("HOME", folder_.path().c_str());
    {
        const Setting data("XDG_DATA_HOME", "data");
        EXPECT_EQ(keys_folder(), folder_ / ".local/share/needlebook-keys")
            << "the XDG Base Directory Specification: a relative path is ignored";
    }
    {
        const Setting data("XDG_DATA_HOME", folder_.keys().c_str());
        EXPECT_EQ(keys_folder(), folder_.keys() / "needlebook-keys");
    }
    const Setting no_data("XDG_DATA_HOME", nullptr);
    EXPECT_FALSE(keys_folder_problem()) << "a folder that is not there yet is no problem";
    {
        const Setting none("HOME", nullptr);
        expect_nobody_can_look("HOME: is not set");
    }
    const Setting relative("HOME", "huda");
    expect_nobody_can_look("HOME: is \"huda\", which is no path from the root");
}

TEST_F(KeyFiles, WhereNobodyCanSearchAreNotTakenForMissing) {
    std::ofstream(folder_ / "file") << "text";
    be_in(folder_ / "file");
    expect_nobody_can_look((folder_ / "file").string() + ": cannot be searched");
    be_in(folder_ / "file/keys");
    expect_nobody_can_look("Not a directory");
    be_in(folder_.keys());
    keep_key(key_, file_);
    EXPECT_FALSE(keys_folder_problem());
    if (::geteuid() == 0) {
        return;  // root may search everything
    }
    fs::permissions(folder_.keys(), fs::perms::none);
    expect_nobody_can_look("Permission denied");
    fs::permissions(folder_.keys(), fs::perms::owner_all);
    EXPECT_TRUE(is_key_here(key_.public_key().fingerprint()));
}

TEST_F(KeyFiles, OfAnotherUserAndBehindLinksAreNotUsed) {
    keep_key(key_, file_);
    const auto read = [&] { return key_here(key_.public_key().fingerprint()).has_value(); };
    const auto kept = path_of(key_) + ".kept";
    fs::rename(path_of(key_), kept);
    fs::create_symlink(kept, path_of(key_));
    EXPECT_THAT(said(error_of(read)), HasSubstr("is a symbolic link, not a file"));
    fs::remove(path_of(key_));
    fs::create_directory(path_of(key_));
    EXPECT_THAT(said(error_of(read)), HasSubstr("is a folder, not a file"));
    fs::remove(path_of(key_));
    fs::rename(kept, path_of(key_));
    if (::geteuid() == 0) {  // nobody else can give a file away
        ASSERT_EQ(::chown(path_of(key_).c_str(), 4711, 4711), 0);
        EXPECT_THAT(said(error_of(read)),
                    HasSubstr("belongs to another user of this machine, number 4711"));
        ASSERT_EQ(::chown(path_of(key_).c_str(), 0, 0), 0);
    }
    EXPECT_TRUE(read());
}

class LastSeen : public KeyFiles {
  protected:
    using Ends = std::vector<Head>;
    static Head end(std::int64_t seq, const char* text) { return {seq, sha256(text)}; }
};

TEST_F(LastSeen, IsKeptForThePathOfABook) {
    EXPECT_THAT(last_seen(file_), IsEmpty());
    note_last_seen(file_, end(7, "a"));
    EXPECT_THAT(last_seen(file_), IsEmpty()) << "without a folder of keys nothing is noted";
    keep_key(key_, file_);
    note_last_seen(file_, end(7, "a"));
    EXPECT_THAT(last_seen(file_), ElementsAre(Ends{end(7, "a")}));
    EXPECT_THAT(last_seen(folder_ / "copy.needlebook"), IsEmpty());
    note_last_seen(file_, end(8, "b"));
    EXPECT_THAT(last_seen(file_), ElementsAre(Ends{end(8, "b")}));
    forget_last_seen(file_);
    EXPECT_THAT(last_seen(file_), IsEmpty());
}

TEST_F(LastSeen, IsKeptForThePathThatWasGivenAndForTheOneWhereTheFileLies) {
    keep_key(key_, file_);
    const auto elsewhere = folder_ / "elsewhere.needlebook";
    std::ofstream(elsewhere) << "a book";
    note_last_seen(file_, end(7, "a"));
    fs::create_symlink(elsewhere, file_);
    EXPECT_THAT(last_seen(file_), ElementsAre(Ends{end(7, "a")})) << "a link hides nothing";
    note_last_seen(elsewhere, end(3, "b"));
    EXPECT_THAT(last_seen(file_), UnorderedElementsAre(Ends{end(7, "a")}, Ends{end(3, "b")}));
    note_last_seen(file_, end(8, "c"));
    EXPECT_THAT(last_seen(file_), ElementsAre(Ends{end(8, "c")}, Ends{end(8, "c")}));
    EXPECT_THAT(last_seen(elsewhere), ElementsAre(Ends{end(8, "c")}));
    allow_last_seen(file_, end(2, "d"));
    const Ends either{end(8, "c"), end(2, "d")};
    EXPECT_THAT(last_seen(file_), ElementsAre(either, either));
    forget_last_seen(file_);
    EXPECT_THAT(last_seen(file_), IsEmpty());
    EXPECT_THAT(last_seen(elsewhere), IsEmpty());
}

TEST_F(LastSeen, AllowsTwoEndsWhileTheProgramReplacesTheBook) {
    keep_key(key_, file_);
    allow_last_seen(file_, end(3, "b"));
    EXPECT_THAT(last_seen(file_), IsEmpty()) << "of a book that was never seen nothing is said";
    note_last_seen(file_, end(7, "a"));
    allow_last_seen(file_, end(3, "b"));
    EXPECT_THAT(last_seen(file_), ElementsAre(Ends{end(7, "a"), end(3, "b")}));
    note_last_seen(file_, end(3, "b"));
    EXPECT_THAT(last_seen(file_), ElementsAre(Ends{end(3, "b")}));
}

TEST_F(LastSeen, ThatIsNotWholeCountsAsNone) {
    keep_key(key_, file_);
    note_last_seen(file_, end(7, "a"));
    for (const std::streamoff at : {0, 30, 60, 130, 200, 225}) {
        note_last_seen(file_, end(7, "a"));
        std::fstream(last_seen_file(file_), std::ios::in | std::ios::out).seekp(at) << "!";
        EXPECT_THAT(last_seen(file_), IsEmpty()) << at;
    }
    note_last_seen(file_, end(7, "a"));
    fs::resize_file(last_seen_file(file_), 100);
    EXPECT_THAT(last_seen(file_), IsEmpty());
    fs::resize_file(last_seen_file(file_), 0);
    EXPECT_THAT(last_seen(file_), IsEmpty());
}

}  // namespace
}  // namespace db::key_files_test
