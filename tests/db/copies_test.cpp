#include "db/copies.h"

#include <fstream>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/backup.h"
#include "tests/db/clinic_book.h"

namespace db::copies_test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using PatientId = schema::Id<schema::Patient>;

class Copies : public ClinicBook {
  protected:
    void SetUp() override {
        Book::create(file_);
        auto book = Book::open(file_);
        add(book, "C-1");
        copy_verified(book, folder_ / "before");
        add(book, "C-2");
        copy_verified(book, folder_ / "after");
    }
    // Of C-2: the names, with "?" where nobody could look.
    std::vector<std::string> with_second(const std::string& chart = "C-2",
                                         const std::vector<fs::path>& folders = {}) const {
        std::vector<std::string> names;
        for (const auto& each : copies_with(Book::open(file_), PatientId(2), chart, folders)) {
            names.push_back(each.file.filename().string() + (each.is_known ? "" : "?"));
        }
        return names;
    }
};

TEST_F(Copies, AreThoseThatHoldThePatientByNumberWhateverTheChartIsNow) {
    EXPECT_THAT(with_second(), ElementsAre("after"));
    EXPECT_THAT(with_second("C-900"), ElementsAre("after"));
}

TEST_F(Copies, OfAnotherClinicHoldThePatientByTheChartAlone) {
    const auto other = folder_ / "other";
    {
        auto book = Book::create(other);
        add(book, "D-1");
        add(book, "D-2");
    }
    EXPECT_THAT(with_second(), ElementsAre("after"));
    EXPECT_THAT(with_second("D-1"), ElementsAre("after", "other"));
}

TEST_F(Copies, AreLookedForInTheFoldersThatAreNamedWithAllThatIsInThem) {
    const support::TemporaryFolder backups;
    fs::create_directories(backups / "2026");
    fs::rename(folder_ / "after", backups / "2026" / "moved");
    EXPECT_THAT(with_second(), testing::IsEmpty());
    EXPECT_THAT(with_second("C-2", {backups.path()}), ElementsAre("moved"));
    EXPECT_THROW(with_second("C-2", {backups / "none"}), schema::Error);
}

TEST_F(Copies, ThatNobodyCanLookIntoAreSaidToBeSo) {
    std::ofstream(folder_ / "before-wal") << "a log";
    fs::copy_file(folder_ / "after", folder_ / "torn");
    fs::resize_file(folder_ / "torn", 5000);
    std::ofstream(folder_ / "encrypted") << "NDLBSEAL and what only its key opens";
    std::ofstream(folder_ / "notes") << "NDLBSEA";
    EXPECT_THAT(with_second(), ElementsAre("after", "before?", "encrypted?", "torn?"));
}

// Whether another process finds SQLite's lock on the file, whose place is part of the file format.
bool is_locked(const fs::path& file) {
    const auto child = ::fork();
    if (child == 0) {
        constexpr off_t shared_bytes = 0x40000002;
        struct flock lock {
            .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = shared_bytes, .l_len = 510
        };
        const int descriptor = ::open(file.c_str(), O_RDWR);
        ::_exit(::fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type == F_UNLCK ? 0 : 1);
    }
    int state = 0;
    ::waitpid(child, &state, 0);
    return WEXITSTATUS(state) == 1;
}

// To close a file ends the locks of the process on it.
TEST_F(Copies, AreLookedForWithoutLettingGoOfTheBook) {
    EXPECT_FALSE(is_locked(file_));
    const auto book = Book::open(file_);
    find_patient(book, "C-1");
    ASSERT_TRUE(is_locked(file_));
    copies_with(book, PatientId(2), "C-2", {});
    EXPECT_TRUE(is_locked(file_));
}

}  // namespace
}  // namespace db::copies_test
