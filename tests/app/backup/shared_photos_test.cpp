#include "app/backup/shared_photos.h"

#include <chrono>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/backup/healed_photos.h"
#include "app/backup/sealed_file.h"
#include "db/ledger/sha256.h"
#include "db/photos/photo_store.h"
#include "tests/app/backup/kept_book.h"

namespace backup::shared_photos_test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class SharedPhotosOfAFolder : public testing::Test {
  protected:
    SharedPhotosOfAFolder() { policy_.photo_names.emplace().fill(7); }

    SharedPhoto sealed(const std::string& bytes) const {
        const auto sha = db::hex(db::sha256(bytes));
        return {.sha256 = sha, .id = sealed_photo_id(policy_, sha)};
    }
    static SharedPhoto plain(const std::string& bytes) {
        const auto sha = db::hex(db::sha256(bytes));
        return {.sha256 = sha, .id = sha};
    }
    std::vector<fs::path> files() const {
        std::vector<fs::path> all;
        for (const auto& each : fs::directory_iterator(folder_ / "needlebook-photos")) {
            all.push_back(each.path());
        }
        return all;
    }
    static std::string text_of(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    static void put(const fs::path& file, const std::string& bytes) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }

    support::TemporaryFolder folder_;
    NewKey key_ = new_key();
    Policy policy_{.recipient = key_.recipient};
    const db::Wiped none_{""};
};

TEST_F(SharedPhotosOfAFolder, GiveBackWhatWasPutAndKnowItTheNextTime) {
    const std::string one = "picture of a face";
    const std::string other(200'000, 'p');
    SharedPhotos photos(folder_.path());
    photos.put_sealed(sealed(one), one, key_.recipient);
    photos.put(plain(other), other);
    const SharedPhotos again(folder_.path());
    EXPECT_TRUE(again.has(sealed(one).id));
    EXPECT_TRUE(again.has(plain(other).id));
    EXPECT_FALSE(again.has(plain(one).id));
    EXPECT_EQ(again.bytes_of(sealed(one), key_.secret), one);
    EXPECT_EQ(again.bytes_of(plain(other), none_), other);
    EXPECT_EQ(again.size(plain(other).id), other.size());
    EXPECT_THAT(again.problems({sealed(one).id, plain(other).id}), IsEmpty());
}

TEST_F(SharedPhotosOfAFolder, TellNothingOfWhatIsSealed) {
    const std::string small(20'000, 's');
    const std::string large(60'000, 'l');
    SharedPhotos photos(folder_.path());
    photos.put_sealed(sealed(small), small, key_.recipient);
    photos.put_sealed(sealed(large), large, key_.recipient);
    for (const auto& file : files()) {
        EXPECT_THAT(file.filename().string(), Not(HasSubstr(sealed(small).sha256)));
        EXPECT_THAT(text_of(file), Not(HasSubstr("ssssssss")));
        EXPECT_EQ(fs::file_size(file), 154U + 24U + 65'536U + 17U) << "nor its size";
    }
    auto other_machine = policy_;
    other_machine.photo_names->fill(8);
    EXPECT_NE(sealed_photo_id(other_machine, sealed(small).sha256), sealed(small).id);
    auto other_key = policy_;
    other_key.recipient = new_key().recipient;
    EXPECT_NE(sealed_photo_id(other_key, sealed(small).sha256), sealed(small).id)
        << "who has the new key opens all that a new backup names";
    EXPECT_EQ(sealed_photo_id(policy_, sealed(small).sha256), sealed(small).id);
}

TEST_F(SharedPhotosOfAFolder, AreOpenedByTheirKeyAlone) {
    SharedPhotos photos(folder_.path());
    photos.put_sealed(sealed("picture"), "picture", key_.recipient);
    EXPECT_EQ(error_of([&] { photos.bytes_of(sealed("picture"), new_key().secret); }).fault(),
              schema::Fault::refused);
    EXPECT_EQ(error_of([&] { photos.bytes_of(sealed("another"), key_.secret); }).fault(),
              schema::Fault::missing);
}

TEST_F(SharedPhotosOfAFolder, NameEveryBitThatIsNotAsItWasWritten) {
    const std::string picture = "picture";
    SharedPhotos photos(folder_.path());
    photos.put_sealed(sealed(picture), picture, key_.recipient);
    photos.put(plain(picture), picture);
    for (const auto& file : files()) {
        const auto whole = text_of(file);
        const auto photo = file.extension() == ".sealed" ? sealed(picture) : plain(picture);
        for (const auto at : {std::size_t{0}, whole.size() / 2, whole.size() - 1}) {
            auto bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
            put(file, bytes);
            EXPECT_THAT(photos.problems({photo.id}), SizeIs(1)) << at;
            EXPECT_EQ(error_of([&] { photos.bytes_of(photo, key_.secret); }).fault(),
                      schema::Fault::damaged)
                << at;
        }
        put(file, whole);
        EXPECT_EQ(photos.bytes_of(photo, key_.secret), picture);
        fs::remove(file);
        EXPECT_THAT(photos.problems({photo.id}), SizeIs(1));
    }
}

// Somebody who can write into the folder and knows the public key.
TEST_F(SharedPhotosOfAFolder, TakeNoOtherPhotographForTheOneThatABackupNames) {
    SharedPhotos photos(folder_.path());
    photos.put_sealed(sealed("picture"), "another picture", key_.recipient);
    EXPECT_EQ(error_of([&] { photos.bytes_of(sealed("picture"), key_.secret); }).fault(),
              schema::Fault::damaged);
}

TEST_F(SharedPhotosOfAFolder, StayAsLongAsABackupNeedsThem) {
    SharedPhotos photos(folder_.path());
    for (const auto* each : {"one", "two", "three"}) {
        photos.put_sealed(sealed(each), each, key_.recipient);
    }
    photos.put(plain("four"), "four");
    put(folder_ / "needlebook-photos" / (sealed("five").id + ".new"), "half");
    put(folder_ / "needlebook-photos" / (sealed("six").id + ".new.unfinished"), "half");
    put(folder_ / "needlebook-photos" / "notes.txt", "somebody's");
    photos.remove_all_but({sealed("two").id, plain("four").id});
    EXPECT_THAT(files(), SizeIs(3));
    const SharedPhotos left(folder_.path());
    EXPECT_FALSE(left.has(sealed("one").id));
    EXPECT_EQ(left.bytes_of(sealed("two"), key_.secret), "two");
    EXPECT_EQ(left.bytes_of(plain("four"), none_), "four");
    EXPECT_TRUE(fs::exists(folder_ / "needlebook-photos" / "notes.txt"));
}

TEST_F(SharedPhotosOfAFolder, AreMadeAnewWhereAKillLeftHalf) {
    fs::create_directory(folder_ / "needlebook-photos");
    put(folder_ / "needlebook-photos" / (sealed("one").id + ".new"), "half");
    SharedPhotos photos(folder_.path());
    EXPECT_FALSE(photos.has(sealed("one").id));
    photos.put_sealed(sealed("one"), "one", key_.recipient);
    EXPECT_EQ(photos.bytes_of(sealed("one"), key_.secret), "one");
    EXPECT_THAT(files(), SizeIs(1));
}

TEST_F(SharedPhotosOfAFolder, ThatAreWrittenAnewStandForTheFileBefore) {
    SharedPhotos photos(folder_.path());
    photos.put_sealed(sealed("one"), "one", key_.recipient);
    const auto before = files().front();
    const auto whole = text_of(before);
    photos.put_sealed(sealed("one"), "one", key_.recipient);
    ASSERT_THAT(files(), SizeIs(1));
    EXPECT_NE(files().front(), before) << "it is encrypted anew";
    EXPECT_EQ(photos.bytes_of(sealed("one"), key_.secret), "one");
    put(before, whole.substr(1));  // a kill came before it was removed
    fs::last_write_time(before, fs::last_write_time(files().front()) - std::chrono::hours(1));
    SharedPhotos again(folder_.path());
    EXPECT_EQ(again.bytes_of(sealed("one"), key_.secret), "one");
    again.remove_all_but({sealed("one").id});
    EXPECT_THAT(files(), SizeIs(1));
    EXPECT_EQ(again.bytes_of(sealed("one"), key_.secret), "one");
}

TEST_F(SharedPhotosOfAFolder, AreHealedFromTheBooksOwnWhereThatIsAsItWasKept) {
    const auto book = folder_ / "clinic.needlebook";
    const std::vector<std::string> pictures{"one", "two", "three", "four"};
    const db::PhotoStore store(book);
    SharedPhotos photos(folder_.path());
    std::vector<SharedPhoto> named;
    for (const auto& each : pictures) {
        store.put(each);
        photos.put_sealed(sealed(each), each, key_.recipient);
        named.push_back(sealed(each));
    }
    EXPECT_THAT(heal_shared(photos, named, policy_, book).done, IsEmpty());
    const auto file_of = [&](const std::string& bytes) {
        for (const auto& file : files()) {
            if (file.filename().string().starts_with(sealed(bytes).id)) {
                return file;
            }
        }
        return fs::path();
    };
    const auto good = file_of("one");
    const auto written = fs::last_write_time(good);
    put(file_of("two"), "damaged");
    fs::remove(file_of("three"));
    put(file_of("four"), "damaged");
    put(store.folder() / sealed("four").sha256, "and in the book too");
    const auto healed = heal_shared(photos, named, policy_, book);
    EXPECT_THAT(healed.done, SizeIs(2));
    ASSERT_THAT(healed.left, SizeIs(1));
    EXPECT_THAT(healed.left[0].where, HasSubstr(sealed("four").id));
    for (const auto* each : {"one", "two", "three"}) {
        EXPECT_EQ(photos.bytes_of(sealed(each), key_.secret), each);
    }
    EXPECT_EQ(fs::last_write_time(good), written) << "a good one is left alone";
    EXPECT_THAT(files(), SizeIs(4));
}

// By hard links backups have the same file, and all are healed.
TEST_F(SharedPhotosOfAFolder, OfBackupsThatHaveThemByALinkAreHealedInAll) {
    const auto book = folder_ / "clinic.needlebook";
    const db::PhotoStore store(book);
    const auto name = store.put("one");
    Manifest last;
    std::vector<fs::path> photos;
    for (const auto* each : {"first", "second"}) {
        last = {.name = each,
                .book = "b",
                .content = "c",
                .program = "test",
                .files = {{.name = std::string(each) + ".needlebook", .size = 1, .sha256 = name}}};
        write_manifest(folder_.path(), last);
        photos.push_back(folder_ / (std::string(each) + ".needlebook.photos").c_str());
        fs::create_directory(photos.back());
    }
    put(photos[0] / name, "one");
    fs::create_hard_link(photos[0] / name, photos[1] / name);
    EXPECT_THAT(heal_linked(folder_.path(), last, {name}, book).done, IsEmpty());
    put(photos[0] / name, "damaged");
    EXPECT_THAT(heal_linked(folder_.path(), last, {name}, book).done, SizeIs(1));
    for (const auto& folder : photos) {
        EXPECT_EQ(text_of(folder / name), "one");
        EXPECT_EQ(fs::hard_link_count(folder / name), 2U) << "room once";
    }
    put(photos[0] / name, "damaged");
    put(store.folder() / name, "in the book too");
    EXPECT_THAT(heal_linked(folder_.path(), last, {name}, book).left, SizeIs(1));
}

TEST_F(SharedPhotosOfAFolder, AreListedAndAListThatIsNoneIsRefused) {
    const auto file = folder_ / "list";
    EXPECT_THAT(read_photo_list(file), IsEmpty()) << "a backup without photographs has none";
    const std::vector photos{sealed("one"), plain("two")};
    put(file, photo_list_text(photos));
    const auto read = read_photo_list(file);
    ASSERT_THAT(read, SizeIs(2));
    EXPECT_EQ(read[0].sha256, photos[0].sha256);
    EXPECT_EQ(read[0].id, photos[0].id);
    EXPECT_EQ(read[1].id, photos[1].id);
    const auto line = photo_list_text({sealed("one")});
    for (const auto& text : {std::string("\n"),
                             line.substr(1),
                             line.substr(0, 64) + "\n",
                             line.substr(0, 65) + "../../etc/passwd\n",
                             line + "x"}) {
        put(file, text);
        EXPECT_EQ(error_of([&] { read_photo_list(file); }).fault(), schema::Fault::damaged) << text;
    }
}

TEST_F(SharedPhotosOfAFolder, AFolderHasHardLinksOrNotAndIsLeftAsItWas) {
    EXPECT_TRUE(has_hard_links(folder_.path()));
    EXPECT_TRUE(fs::is_empty(folder_.path()));
    put(folder_ / "needlebook-link.unfinished", "of one that was killed");
    EXPECT_TRUE(has_hard_links(folder_.path()));
    EXPECT_TRUE(fs::is_empty(folder_.path()));
}

}  // namespace
}  // namespace backup::shared_photos_test
