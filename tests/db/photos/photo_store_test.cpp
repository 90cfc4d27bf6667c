// The bytes of photographs beside a book: what is there, under which name, and what check says.

#include "db/photos/photo_store.h"

#include <fstream>

#include <sys/stat.h>

#include "db/backup.h"
#include "db/ledger/erasure.h"
#include "db/ledger/sha256.h"
#include "db/photos/carry_photos.h"
#include "db/photos/photo_sizes.h"
#include "tests/db/clinic_book.h"

namespace db::photo_store_test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class PhotosBesideABook : public ClinicBook {
  protected:
    PhotosBesideABook() { add(book_, "C-001"); }

    // A record and its bytes, which need be no picture here.
    std::string add_photo(const std::string& bytes) {
        transact(book_, {.actor = "nurse", .action = "photo add"}, [&](Write& write) {
            schema::Photo photo;
            photo.patient = schema::Id<schema::Patient>(1);
            photo.taken_at = schema::CivilTime(*schema::Date::of(2026, 1, 5));
            photo.sha256 = hex(sha256(bytes));
            photo.bytes = static_cast<int>(bytes.size());
            photo.width = photo.height = 1;
            insert(write, photo);
            store().put(bytes);
            return std::string("1");
        });
        return hex(sha256(bytes));
    }
    PhotoStore store() const { return PhotoStore(file_); }
    static mode_t mode(const fs::path& path) {
        struct stat found {};
        ::stat(path.c_str(), &found);
        return found.st_mode & 07777U;
    }
    static void write(const fs::path& path, const std::string& bytes) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    // As if it had come long ago.
    static void age(const fs::path& path) {
        fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(1));
    }

    Book book_ = Book::create(file_);
};

TEST_F(PhotosBesideABook, LieUnderTheirHashForTheirOwnerOnly) {
    const auto name = add_photo("one");
    EXPECT_EQ(name, "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed");
    EXPECT_EQ(store().folder(), fs::canonical(file_).string() + ".photos");
    EXPECT_EQ(mode(store().folder()), 0700U);
    EXPECT_EQ(mode(store().folder() / name), 0600U);
    EXPECT_EQ(store().find(name), "one");
    EXPECT_EQ(store().find(hex(sha256("two"))), std::nullopt);
    EXPECT_EQ(store().find("../clinic.needlebook"), std::nullopt);
}

TEST_F(PhotosBesideABook, ThatAreThereAlreadyStay) {
    store().put("one");
    EXPECT_EQ(store().put("one"), hex(sha256("one")));
    EXPECT_EQ(store().files().photos.size(), 1U);
    write(store().folder() / hex(sha256("one")), "bad");
    store().put("one");
    EXPECT_EQ(store().find(hex(sha256("one"))), "one") << "damaged bytes are replaced";
}

TEST_F(PhotosBesideABook, AreInNoFolderThatIsALink) {
    fs::create_directory(folder_ / "elsewhere");
    fs::create_directory_symlink(folder_ / "elsewhere", beside(".photos"));
    EXPECT_THAT(said(error_of([&] { store().put("one"); })),
                HasSubstr("is a symbolic link, not a folder"));
    EXPECT_TRUE(fs::is_empty(folder_ / "elsewhere"));
}

TEST_F(PhotosBesideABook, AreNoLinksThemselves) {
    const auto name = add_photo("one");
    fs::remove(store().folder() / name);
    write(folder_ / "secret", "one");
    fs::create_symlink(folder_ / "secret", store().folder() / name);
    EXPECT_THAT(said(error_of([&] { store().find(name); })), HasSubstr("is a symbolic link"));
    EXPECT_THAT(said(photo_problems(book_)), HasSubstr("photo 1: its file " + name));
}

TEST_F(PhotosBesideABook, AreProvedByTheirHashes) {
    const auto name = add_photo("one");
    EXPECT_THAT(photo_problems(book_), IsEmpty());
    write(store().folder() / name, "onf");  // one bit of the last byte
    EXPECT_EQ(said(photo_problems(book_)),
              "photo 1: its file " + name + " has other bytes than were kept\n");
    fs::remove(store().folder() / name);
    EXPECT_EQ(said(photo_problems(book_)), "photo 1: its file " + name + " is missing\n");
}

TEST_F(PhotosBesideABook, ThatNoRecordNamesAreNamedAndRemoved) {
    add_photo("one");
    const auto orphan = store().folder() / store().put("two");
    const auto unfinished = store().folder() / (hex(sha256("three")) + ".unfinished");
    write(unfinished, "thr");
    EXPECT_THAT(photo_problems(book_), IsEmpty()) << "they may be on their way";
    age(orphan);
    age(unfinished);
    EXPECT_EQ(said(photo_problems(book_)),
              orphan.string() + ": is named by no record\n" + unfinished.string() +
                  ": is named by no record\n");
    keep_size(file_, hex(sha256("one")), 320, "small one");
    keep_size(file_, hex(sha256("two")), 320, "small two");
    EXPECT_EQ(remove_unnamed_photos(book_.connection(), file_), 2);
    EXPECT_THAT(photo_problems(book_), IsEmpty());
    EXPECT_EQ(store().find(hex(sha256("one"))), "one");
    EXPECT_EQ(find_size(file_, hex(sha256("one")), 320), "small one");
    EXPECT_EQ(find_size(file_, hex(sha256("two")), 320), std::nullopt);
}

TEST_F(PhotosBesideABook, GoWithACopyAndComeBack) {
    const auto name = add_photo("one");
    const auto copy = folder_ / "copy.needlebook";
    EXPECT_THAT(copy_verified(book_, copy).photos_left_out, IsEmpty());
    EXPECT_EQ(PhotoStore(copy).find(name), "one");
    EXPECT_EQ(mode(PhotoStore(copy).folder()), 0700U);
    EXPECT_THAT(photo_problems(Book::open_for_check(copy)), IsEmpty());
    const auto back = folder_ / "back.needlebook";
    EXPECT_THAT(restore(copy, back, false), IsEmpty());
    EXPECT_EQ(PhotoStore(back).find(name), "one");
    EXPECT_THAT(photo_problems(Book::open_for_check(back)), IsEmpty());
}

// Of two copies in one folder, the second takes no room for what the first has; and never shares
// bytes with the book itself.
TEST_F(PhotosBesideABook, AreCopiedOnceForAllCopiesOfAFolder) {
    const auto one = add_photo("one");
    fs::create_directory(folder_ / "backups");
    const auto first = folder_ / "backups" / "first.needlebook";
    const auto second = folder_ / "backups" / "second.needlebook";
    copy_verified(book_, first);
    const auto two = add_photo("two");
    copy_verified(book_, second);
    const auto links = [](const PhotoStore& store, const std::string& name) {
        return fs::hard_link_count(store.folder() / name);
    };
    EXPECT_EQ(links(PhotoStore(second), one), 2U);
    EXPECT_EQ(links(PhotoStore(second), two), 1U);
    EXPECT_EQ(links(store(), one), 1U);
    fs::remove_all(PhotoStore(first).folder());
    EXPECT_EQ(PhotoStore(second).find(one), "one");
}

TEST_F(PhotosBesideABook, ThatAreDamagedKeepNobodyFromACopyThatSaysSo) {
    const auto one = add_photo("one");
    add_photo("two");
    write(store().folder() / one, "bad");
    const auto copied = copy_verified(book_, folder_ / "copy.needlebook");
    EXPECT_EQ(said(copied.photos_left_out),
              (store().folder() / one).string() + ": has other bytes than were kept\n");
    EXPECT_EQ(PhotoStore(folder_ / "copy.needlebook").files().photos.size(), 1U);
}

TEST_F(PhotosBesideABook, GoWithThePatientByLaw) {
    const auto name = add_photo("one");
    keep_size(file_, name, 320, "small one");
    const schema::Id<schema::Patient> patient(1);
    transact(book_, {.actor = "owner", .action = std::string(erases_patient)}, [&](Write& write) {
        return erase_patient(write, patient, holdings_of(write.book(), patient).entries);
    });
    EXPECT_TRUE(finish_erasure(book_));
    EXPECT_EQ(store().find(name), std::nullopt);
    EXPECT_EQ(find_size(file_, name, 320), std::nullopt);
    EXPECT_THAT(photo_problems(book_), IsEmpty());
}

}  // namespace
}  // namespace db::photo_store_test
