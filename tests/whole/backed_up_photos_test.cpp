// Photographs in backups, as a clinic meets them: encrypted ones that only the sheet opens, a stick
// that knows no hard links, what is damaged there, kills, and the way back.

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <regex>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/made_pictures.h"
#include "tests/support/program.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace whole::backed_up_photos_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAreArray;

class BackedUpPhotos : public testing::Test {
  protected:
    BackedUpPhotos() {
        desk_.must("init --name Clinic --time-zone Etc/UTC");
        desk_.must("patient add --chart C1");
        fs::create_directory(stick_);
        desk_.must("backup policy --add-folder " + stick_.string());
    }

    void add(int number) const {
        desk_.must(fmt::format("photo add C1 --file {} --view front --at 2026-01-05T10:30",
                               made_.draw(number).string()));
    }
    std::string make_key(const std::string& name = "recovery.html") const {
        const auto sheet = folder_.path() / name;
        desk_.must("backup key make --sheet " + sheet.string());
        const auto text = text_of(sheet);
        const std::regex list(R"re("key":\[("[^\]]*")\])re");
        std::smatch found;
        EXPECT_TRUE(std::regex_search(text, found, list));
        std::string lines;
        for (const auto& line : Json::parse("[" + found[1].str() + "]")) {
            lines += line.get<std::string>() + "\n";
        }
        return lines;
    }
    support::Ran typed(const std::string& line, const std::string& text) const {
        std::ofstream(folder_ / "typed") << text;
        auto settings = desk_.settings();
        return support::Process(
                   {"/bin/sh",
                    "-ec",
                    fmt::format("{} {} < '{}'", NEEDLEBOOK, line, (folder_ / "typed").string())},
                   settings)
            .wait();
    }
    support::Ran restored(const fs::path& from, const fs::path& to, const std::string& key) const {
        return typed(
            fmt::format("restore '{}' --book '{}' --key-stdin", from.string(), to.string()), key);
    }
    // The program on a file system without hard links.
    support::Ran without_links(const std::string& line) const {
        auto settings = desk_.settings();
        settings["LD_PRELOAD"] = FAILING_CALLS;
        settings["ASAN_OPTIONS"] = "verify_asan_link_order=0";
        settings["FAIL"] = "link";
        settings["AT"] = "1";
        settings["FOR_GOOD"] = "1";
        settings["ERROR"] = "1";  // EPERM, as FAT says
        return support::Process(support::CommandLine::line(line), settings).wait();
    }
    static std::string text_of(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    static std::vector<std::string> names(const fs::path& folder) {
        std::vector<std::string> all;
        if (fs::exists(folder)) {
            for (const auto& each : fs::directory_iterator(folder)) {
                all.push_back(each.path().filename().string());
            }
        }
        std::sort(all.begin(), all.end());
        return all;
    }
    std::vector<std::string> kept() const { return names(desk_.book().string() + ".photos"); }
    static std::vector<std::string> photos_of(const support::CommandLine& book) {
        return names(book.book().string() + ".photos");
    }
    fs::path shared() const { return stick_ / "needlebook-photos"; }
    fs::path only_file(const char* extension) const {
        fs::path found;
        for (const auto& name : names(stick_)) {
            if (fs::path(name).extension() == extension) {
                EXPECT_TRUE(found.empty()) << name;
                found = stick_ / name;
            }
        }
        return found;
    }
    static void flip_a_bit(const fs::path& file) {
        auto bytes = text_of(file);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }

    support::MadePictures made_;
    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
    fs::path stick_ = folder_ / "stick";
};

TEST_F(BackedUpPhotos, AreEncryptedOnceEachAndComeBackWithTheSheet) {
    const auto key = make_key();
    add(1);
    add(2);
    desk_.must("backup run");
    const auto first = names(shared());
    ASSERT_THAT(first, SizeIs(2));
    const auto written = fs::last_write_time(shared() / first[0]);
    add(3);
    desk_.must("backup run");
    const auto second = names(shared());
    EXPECT_THAT(second, SizeIs(3));
    EXPECT_TRUE(std::includes(second.begin(), second.end(), first.begin(), first.end()));
    EXPECT_EQ(fs::last_write_time(shared() / first[0]), written) << "once";
    EXPECT_THAT(desk_("backup status").err, Not(HasSubstr("photograph")));
    for (const auto& each : fs::recursive_directory_iterator(stick_)) {
        for (const auto& photo : kept()) {
            const auto picture = text_of(desk_.book().string() + ".photos/" + photo);
            EXPECT_THAT(each.path().string(), Not(HasSubstr(photo)));
            if (each.is_regular_file()) {
                const auto bytes = text_of(each.path());
                EXPECT_EQ(bytes.find(picture.substr(picture.size() / 2, 64)), std::string::npos);
                EXPECT_EQ(bytes.find(photo), std::string::npos) << each.path();
            }
        }
    }

    const support::CommandLine bare(folder_ / "bare" / "clinic.needlebook");
    const auto back = restored(stick_, bare.book(), key);
    ASSERT_EQ(back.status, 0) << back.err;
    EXPECT_EQ(back.err, "Restored: " + bare.book().string() + "\n");
    EXPECT_EQ(photos_of(bare), kept());
    EXPECT_EQ(bare("check").err, "");
    const auto drill = typed("drill --key-stdin --book '" + desk_.book().string() + "'", key);
    EXPECT_EQ(drill.status, 0) << drill.err;
    EXPECT_THAT(drill.out, HasSubstr("THE BOOK COMES BACK"));
    EXPECT_THAT(drill.out, HasSubstr("3 photographs"));
}

TEST_F(BackedUpPhotos, AreOpenedByAnotherProgramThatKnowsTheFormatOnly) {
    const auto key = make_key();
    add(1);
    add(2);
    desk_.must("backup run");
    const auto opened = folder_ / "opened";
    fs::create_directory(opened);
    const auto read = [&] {
        std::ofstream(folder_ / "key") << key;
        return support::Process({"/bin/sh",
                                 "-ec",
                                 fmt::format("/usr/bin/python3 '{}/tests/whole/read_sealed.py' "
                                             "'{}' '{}' < '{}'",
                                             SOURCE_DIR,
                                             only_file(".sealed").string(),
                                             opened.string(),
                                             (folder_ / "key").string())})
            .wait();
    };
    const auto ran = read();
    ASSERT_EQ(ran.status, 0) << ran.err;
    const support::CommandLine back(opened / "book.needlebook");
    EXPECT_EQ(photos_of(back), kept());
    EXPECT_EQ(back("check").err, "");
    flip_a_bit(shared() / names(shared())[0]);
    EXPECT_EQ(read().status, 1);
}

TEST_F(BackedUpPhotos, StayAsLongAsABackupNeedsThem) {
    make_key();
    desk_.must("patient add --chart C2");
    add(1);
    desk_.must(
        fmt::format("photo add C2 --file {} --view front --at 2026-01-05", made_.draw(2).string()));
    desk_.must("backup policy --keep-hourly 0 --keep-daily 0 --keep-weekly 0 --keep-monthly 0");
    desk_.must("backup run");
    const auto both = names(shared());
    ASSERT_THAT(both, SizeIs(2));
    desk_.must("patient erase C2 --reason asked --legal-reason law --yes");
    desk_.must("backup run");
    const auto left = names(shared());
    EXPECT_THAT(left, SizeIs(1)) << "the newest alone stays, and needs one";
    EXPECT_TRUE(std::includes(both.begin(), both.end(), left.begin(), left.end()));
}

TEST_F(BackedUpPhotos, OfABackupWhoseManifestCannotBeReadStay) {
    make_key();
    desk_.must("patient add --chart C2");
    desk_.must(
        fmt::format("photo add C2 --file {} --view front --at 2026-01-05", made_.draw(2).string()));
    desk_.must("backup policy --keep-hourly 0 --keep-daily 0 --keep-weekly 0 --keep-monthly 0");
    desk_.must("backup run");
    auto manifest = only_file(".sealed");
    manifest.replace_extension(".json");
    std::ofstream(manifest, std::ios::trunc) << "{";
    desk_.must("patient erase C2 --reason asked --legal-reason law --yes");
    desk_.must("backup run");
    EXPECT_THAT(names(shared()), SizeIs(1));
}

// A stick that rots: the drill names it, the next proof writes it anew from the book's own.
TEST_F(BackedUpPhotos, ThatAreDamagedOrGoneAreNamedAndTheBookComesBackWithoutThem) {
    const auto key = make_key();
    add(1);
    add(2);
    desk_.must("backup run");
    const auto files = names(shared());
    const auto drill = "drill --key-stdin --book '" + desk_.book().string() + "'";
    EXPECT_EQ(typed(drill, key).status, 0);

    flip_a_bit(shared() / files[0]);
    EXPECT_EQ(typed(drill, key).status, 3);
    const support::CommandLine bare(folder_ / "bare.needlebook");
    const auto back = restored(stick_, bare.book(), key);
    EXPECT_EQ(back.status, 0) << back.err;
    EXPECT_THAT(back.err, HasSubstr(files[0]));
    EXPECT_THAT(back.err, HasSubstr("does not have the bytes of these photographs"));
    EXPECT_THAT(photos_of(bare), SizeIs(1));
    EXPECT_THAT(bare("check").err, HasSubstr("its file"));

    const auto other = fs::last_write_time(shared() / files[1]);
    const auto proof = desk_("backup run --prove");
    EXPECT_EQ(proof.status, 0) << proof.err;
    EXPECT_THAT(proof.err, HasSubstr(files[0]));
    EXPECT_THAT(proof.err, HasSubstr("written anew from the book's own"));
    EXPECT_FALSE(fs::exists(shared() / files[0]));
    EXPECT_THAT(names(shared()), SizeIs(2));
    EXPECT_EQ(fs::last_write_time(shared() / files[1]), other) << "the good one stays";
    EXPECT_EQ(desk_("backup run --prove").err, "");
    EXPECT_EQ(typed(drill, key).status, 0);

    const auto own = desk_.book().string() + ".photos/" + kept()[0];
    const auto own_bytes = text_of(own);
    flip_a_bit(own);
    for (const auto& name : names(shared())) {
        flip_a_bit(shared() / name);
    }
    const auto neither = desk_("backup run --prove");
    EXPECT_EQ(neither.status, 1) << "the book has one of them no better";
    EXPECT_THAT(neither.err, HasSubstr("is not as it was written: a photograph of this backup"));
    std::ofstream(own, std::ios::binary | std::ios::trunc) << own_bytes;
    EXPECT_EQ(desk_("backup run --prove").status, 0);
    EXPECT_EQ(typed(drill, key).status, 0);

    fs::remove(shared() / files[1]);
    fs::remove(shared() / names(shared())[0]);
    EXPECT_EQ(typed(drill, key).status, 3);
    desk_.must("backup run --prove");
    EXPECT_THAT(names(shared()), SizeIs(2)) << "what is not there is put there anew";
    EXPECT_EQ(typed(drill, key).status, 0);
}

TEST_F(BackedUpPhotos, OfANewKeyAreOpenedByItAndThoseOfTheOldOneByTheOld) {
    const auto old_key = make_key();
    add(1);
    desk_.must("backup run");
    const auto old_backup = only_file(".sealed");
    const auto kept_apart = folder_ / "old";
    fs::copy(stick_, kept_apart, fs::copy_options::recursive);
    const auto key = make_key("second.html");
    desk_.must("backup run");
    const support::CommandLine one(folder_ / "one.needlebook");
    const support::CommandLine other(folder_ / "other.needlebook");
    EXPECT_EQ(restored(kept_apart / old_backup.filename(), one.book(), old_key).status, 0);
    EXPECT_EQ(photos_of(one), kept());
    EXPECT_EQ(restored(stick_, other.book(), old_key).status, 1);
    EXPECT_EQ(restored(stick_, other.book(), key).status, 0);
    EXPECT_EQ(photos_of(other), kept());
}

// A stick as it is bought.
TEST_F(BackedUpPhotos, TakeRoomOnceWhereTheFolderKnowsNoHardLinks) {
    add(1);
    add(2);
    desk_.must("backup policy --keep-hourly 5");
    ASSERT_EQ(without_links("backup run").status, 0);
    desk_.must("patient add --chart C2");
    const auto again = without_links("backup run --prove");
    ASSERT_EQ(again.status, 0) << again.err;
    EXPECT_THAT(names(shared()), UnorderedElementsAreArray(kept()));
    for (const auto& name : names(stick_)) {
        EXPECT_FALSE(name.ends_with(".photos") && name != "needlebook-photos") << name;
        EXPECT_EQ(name.find("link"), std::string::npos) << name;
    }
    EXPECT_THAT(desk_.must("drill"), HasSubstr("2 photographs"));
    const support::CommandLine back(folder_ / "back.needlebook");
    back.must("restore " + stick_.string());
    EXPECT_EQ(photos_of(back), kept());
    EXPECT_EQ(back("check").err, "");
    desk_.must("restore " + stick_.string() + " --replace --yes");
    EXPECT_EQ(desk_("check").err, "");
    flip_a_bit(shared() / names(shared())[0]);
    EXPECT_EQ(desk_("drill").status, 3);
    const auto healed = without_links("backup run --prove");
    EXPECT_EQ(healed.status, 0) << healed.err;
    EXPECT_THAT(healed.err, HasSubstr("written anew from the book's own"));
    EXPECT_THAT(desk_.must("drill"), HasSubstr("2 photographs"));
}

TEST_F(BackedUpPhotos, ThatAreDamagedAreHealedInBackupsThatHaveThemByLinksToo) {
    add(1);
    add(2);
    desk_.must("backup policy --keep-hourly 5");
    desk_.must("backup run");
    const auto name = kept()[0];
    flip_a_bit(only_file(".photos") / name);
    desk_.must("patient add --chart C2");
    const auto healed = desk_("backup run --prove");
    EXPECT_EQ(healed.status, 0) << healed.err;
    EXPECT_THAT(healed.err, HasSubstr("written anew from the book's own"));
    for (const auto& each : fs::directory_iterator(stick_)) {
        if (each.path().extension() == ".photos") {
            EXPECT_EQ(text_of(each.path() / name),
                      text_of(desk_.book().string() + ".photos/" + name));
            EXPECT_THAT(names(each.path()), UnorderedElementsAreArray(kept()));
        }
    }
    EXPECT_EQ(desk_("backup run --prove").err, "");
}

// Whatever a kill leaves, each backup with a manifest has its photographs, and after the next run
// nothing half is there.
TEST_F(BackedUpPhotos, SurviveKills) {
    const auto key = make_key();
    desk_.must("backup policy --keep-hourly 1 --keep-daily 0 --keep-weekly 0 --keep-monthly 0");
    for (int number = 0; number < 6; ++number) {
        add(number);
    }
    const auto seed = std::random_device{}();
    std::cout << "seed " << seed << '\n';
    std::mt19937 random(seed);
    const auto begin = std::chrono::steady_clock::now();
    desk_.must("backup run --prove");
    const auto longest = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);
    const int kills = support::repetitions("NEEDLEBOOK_BACKUP_KILLS", 15);
    int cut_off = 0;
    int whole = 0;
    for (int i = 0; i < kills; ++i) {
        fs::remove_all(shared());  // so that there is something to write
        for (const auto& name : names(stick_)) {
            if (name != "needlebook-backups.json") {
                fs::remove(stick_ / name);
            }
        }
        support::Process run(support::CommandLine::line("backup run --prove"), desk_.settings());
        std::this_thread::sleep_for(std::chrono::microseconds(
            std::uniform_int_distribution<std::int64_t>(0, longest.count())(random)));
        run.kill();
        cut_off += run.wait().status == -SIGKILL ? 1 : 0;
        const auto left = names(stick_);
        const bool is_made = std::count_if(left.begin(), left.end(), [](const auto& name) {
                                 return name.ends_with(".json");
                             }) == 2;
        if (is_made) {
            const support::CommandLine back(folder_.path() / fmt::format("b{}.needlebook", i));
            EXPECT_EQ(restored(stick_, back.book(), key).status, 0);
            EXPECT_EQ(photos_of(back), kept());
            ++whole;
        }
        if (i % 5 == 0) {
            desk_.must("backup run --prove");
            EXPECT_THAT(names(shared()), SizeIs(6)) << "nothing half stays";
            const support::CommandLine back(folder_.path() / fmt::format("a{}.needlebook", i));
            EXPECT_EQ(restored(stick_, back.book(), key).status, 0);
            EXPECT_EQ(photos_of(back), kept());
        }
    }
    EXPECT_GT(cut_off, kills / 3);
    std::cout << cut_off << " of " << kills << " runs cut off, " << whole << " were whole\n";
    EXPECT_EQ(desk_("check").err, "");
}

}  // namespace
}  // namespace whole::backed_up_photos_test
