// Photographs as a clinic keeps them: kept, checked, backed up, exported, erased; killed and
// failing at every step.

#include <chrono>
#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/made_pictures.h"
#include "tests/support/program.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace whole::photos_test {
namespace {

namespace fs = std::filesystem;
using support::Process;
using testing::HasSubstr;
using Json = nlohmann::json;

class Photographs : public testing::Test {
  protected:
    Photographs() {
        desk_.must("init --name Clinic");
        desk_.must("patient add --chart C1");
    }
    std::string adding(const std::string& name = "head.jpg") const {
        return fmt::format("photo add C1 --file {} --view front --at 2026-01-05T10:30",
                           made_.path(name).string());
    }
    Json photos() const { return Json::parse(desk_.must("photo list C1 --json")); }
    fs::path store() const { return desk_.book().string() + ".photos"; }
    static std::vector<std::string> names(const fs::path& folder) {
        std::vector<std::string> all;
        if (fs::exists(folder)) {
            for (const auto& each : fs::directory_iterator(folder)) {
                all.push_back(each.path().filename().string());
            }
        }
        return all;
    }
    static std::string bytes_of(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void age_all() const {
        for (const auto& name : names(store())) {
            fs::last_write_time(store() / name,
                                fs::file_time_type::clock::now() - std::chrono::hours(1));
        }
    }
    // No record is without its bytes: whatever else check says, it names no photograph.
    void expect_no_record_without_bytes() const {
        EXPECT_THAT(desk_("check").err, Not(HasSubstr("its file")));
    }

    support::MadePictures made_;
    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Photographs, AreKeptListedAndProved) {
    EXPECT_EQ(desk_.must(adding()), "1\n");
    const auto photo = photos()[0];
    EXPECT_EQ(photo["view"], "front");
    EXPECT_EQ(names(store()), std::vector{photo["sha256"].get<std::string>()});
    EXPECT_THAT(desk_.must("photo show 1"), HasSubstr("2026-01-05T10:30"));
    EXPECT_THAT(desk_.must("photo show 1"), Not(HasSubstr("head.jpg"))) << "no name of a file";
    EXPECT_EQ(desk_("check").err, "");
    auto bytes = bytes_of(store() / names(store())[0]);
    bytes[bytes.size() / 2] ^= 1;
    std::ofstream(store() / names(store())[0], std::ios::binary) << bytes;
    const auto check = desk_("check");
    EXPECT_EQ(check.status, 3);
    EXPECT_THAT(check.err, HasSubstr("photo 1: its file"));
    EXPECT_THAT(check.err, HasSubstr("has other bytes than were kept"));
}

TEST_F(Photographs, AreCorrectedAndTheLedgerKeepsBoth) {
    desk_.must(adding());
    const auto sha = photos()[0]["sha256"];
    EXPECT_THAT(desk_.must("photo correct 1 --view left_90 --region chin --taken-at 2026-01-04 "
                           "--reason 'wrong view'"),
                HasSubstr("view  front → left_90"));
    EXPECT_EQ(photos()[0]["view"], "left_90");
    EXPECT_EQ(photos()[0]["sha256"], sha);
    EXPECT_EQ(desk_("photo correct 1 --sha256 0 --reason x").status, 2) << "no such option";
    EXPECT_NE(desk_("photo correct 1 --view back").status, 0) << "no reason";
    EXPECT_THAT(desk_.must("ledger"), HasSubstr("photo correct"));
    EXPECT_EQ(desk_("check").err, "");
}

// LIGHT RED BLUE BLUR SHINE NEARER; the head is not judged here, and that is said.
TEST_F(Photographs, AreComparedByWhatIsMeasuredInThem) {
    struct Row {
        std::string how;
        std::string part;
        std::string words;
    };
    const std::vector<Row> rows{{"0 0 0 0 0 0", "", ""},
                                {"1 0 0 0 0 0", "light", "One stop darker"},
                                {"0 0.5 0 0 0 0", "colour", "light less red, by half a stop"},
                                {"0 0 0 3 0 0", "sharpness", "the second picture is blurred"},
                                {"0 0 0 0 12 0", "clipping", "the second picture is too bright"},
                                {"0 0 0 0 0 5", "", ""}};
    int id = 0;
    for (const auto& row : rows) {
        made_.skin("skin.jpg", row.how);
        ++id;
        desk_.must(fmt::format("photo add C1 --file {} --view front --at 2026-01-0{}",
                               made_.path("skin.jpg").string(),
                               id));
        if (id == 1) {
            continue;
        }
        const auto pair = Json::parse(desk_.must(fmt::format("photo compare 1 {} --json", id)));
        EXPECT_EQ(pair["verdict"], row.part.empty() ? "partly_judged" : "not_comparable")
            << row.how;
        for (const auto& part : pair["parts"]) {
            const bool is_fallen = part["score"].is_number() && part["score"] < 100;
            EXPECT_EQ(is_fallen, part["part"] == row.part) << row.how << ' ' << part;
            if (is_fallen) {
                EXPECT_THAT(part["words"]["text"].get<std::string>(), HasSubstr(row.words));
            }
        }
    }
    EXPECT_THAT(desk_.must("photo compare 1 2"), HasSubstr("Not comparable: score "));
    EXPECT_THAT(desk_.must("photo compare 1 2"), HasSubstr("one stop darker"));
    desk_.must("clinic set comparable_from=1");
    EXPECT_THAT(desk_.must("photo compare 1 2"), HasSubstr("not judged: head turned"));
}

TEST_F(Photographs, AreComparedOnlyWhereBothMayBeShown) {
    desk_.must(adding());
    desk_.must("photo add C1 --file " + made_.path("head.png").string() +
               " --view front --at 2026-01-05");
    desk_.must("photo add C1 --file " + made_.draw(3).string() +
               " --view document --at 2026-01-05");
    desk_.must("patient add --chart C2");
    desk_.must("photo add C2 --file " + made_.draw(5).string() + " --view front --at 2026-01-05");
    desk_.must("photo compare 1 2");
    EXPECT_THAT(desk_("photo compare 1 1").err, HasSubstr("same photograph"));
    EXPECT_THAT(desk_("photo compare 1 3").err, HasSubstr("is a paper"));
    EXPECT_THAT(desk_("photo compare 1 4").err, HasSubstr("another patient"));
    EXPECT_THAT(desk_("photo compare 1 9").err, HasSubstr("no photograph"));
    EXPECT_THAT(desk_("photo compare 1 first").err, HasSubstr("\"first\" is not an id"));
    desk_.must("photo void 2 --reason twice");
    const auto voided = desk_("photo compare 1 2 --json");
    EXPECT_EQ(voided.status, 1);
    EXPECT_EQ(voided.out, "");
    EXPECT_THAT(voided.err, HasSubstr("voided"));
}

TEST_F(Photographs, GoThroughABackupAnExportAndBack) {
    desk_.must(adding());
    desk_.must(adding("head.png"));
    desk_.must("photo void 2 --reason twice");
    desk_.must("backup " + (folder_ / "copy.needlebook").string());
    const support::CommandLine copy(folder_ / "copy.needlebook");
    EXPECT_EQ(copy("check").err, "");
    desk_.must("export " + (folder_ / "out").string());
    EXPECT_EQ(names(folder_ / "out" / "photos").size(), 2U);
    const support::CommandLine other(folder_ / "other.needlebook");
    other.must("init --name Other");
    other.must("import " + (folder_ / "out").string());
    EXPECT_EQ(other("check").err, "");
    EXPECT_EQ(other.must("photo list C1 --voided --json"),
              desk_.must("photo list C1 --voided --json"));
    fs::remove(folder_ / "out" / "photos" / names(store())[0]);
    const support::CommandLine third(folder_ / "third.needlebook");
    third.must("init --name Third");
    EXPECT_EQ(third("import " + (folder_ / "out").string()).status, 1) << "a photograph is missing";
    EXPECT_EQ(third("patient list").out.find("C1"), std::string::npos);
}

// What a folder has already is linked there, and takes no room a second time.
TEST_F(Photographs, GoIntoTheFoldersOfThePolicyOnceAndComeBack) {
    desk_.must(adding());
    const auto folder = folder_ / "stick";
    fs::create_directory(folder);
    desk_.must(fmt::format("backup policy --add-folder {}", folder.string()));
    desk_.must("backup run");
    desk_.must("patient add --chart C2");
    desk_.must("backup run");
    int with_photos = 0;
    for (const auto& name : names(folder)) {
        with_photos +=
            name.ends_with(".photos") ? static_cast<int>(names(folder / name).size()) : 0;
    }
    EXPECT_EQ(with_photos, 1) << "the newest of the hour stays, with its photograph";
    EXPECT_THAT(desk_.must("drill"), HasSubstr("THE BOOK COMES BACK"));
    const support::CommandLine back(folder_ / "back.needlebook");
    back.must(fmt::format("restore {}", folder.string()));
    EXPECT_THAT(names(back.book().string() + ".photos"),
                testing::ElementsAre(names(store()).at(0)));
    back.must("check");
}

TEST_F(Photographs, GoWithAPatientWhoIsErased) {
    desk_.must(adding());
    desk_.must("patient add --chart C2");
    desk_.must("photo add C2 --file " + made_.path("head.png").string() +
               " --view front --at 2026-01-05");
    desk_.must("patient erase C1 --reason asked --legal-reason law --yes");
    EXPECT_EQ(names(store()).size(), 1U);
    EXPECT_EQ(names(desk_.book().string() + ".previews").size(), 2U);
    EXPECT_EQ(desk_("check").err, "");
}

// Every way out that the command line has, and that none of them gives what was withdrawn.
TEST_F(Photographs, LeaveByNoCommandOnceTheConsentIsWithdrawn) {
    for (const auto* scope : {"record", "teaching", "publication", "research", "patients_file"}) {
        desk_.must(fmt::format(
            "consent-form add --name {0} --edition 1 --scope {0} --text-en 'I agree.'", scope));
    }
    for (int form = 1; form <= 5; ++form) {
        desk_.must(fmt::format("consent record C1 --form {} --language en", form));
    }
    desk_.must(adding());
    const auto sha = photos()[0]["sha256"].get<std::string>();
    const auto picture = bytes_of(store() / sha);
    const auto part = picture.substr(picture.size() / 2, 64);
    int tries = 0;
    // How many files outside of the book's own folders hold the picture.
    const auto leaving = [&] {
        const auto out = folder_.path() / fmt::format("out{}", ++tries);
        fs::create_directory(out);
        int count = 0;
        for (const auto* purpose :
             {"record", "teaching", "publication", "research", "patients_file"}) {
            desk_(
                fmt::format("photo export 1 --to {} --for {}", (out / purpose).string(), purpose));
        }
        desk_.must("export " + (out / "all").string());
        desk_.must("export " + (out / "one").string() + " --patient C1");
        desk_.must("export " + (out / "sheets").string() + " --for spreadsheet");
        for (const auto* line : {"progress C1 --format html",
                                 "progress C1 --format html --for patient",
                                 "photo list C1 --json",
                                 "photo show 1 --json",
                                 "ledger --json"}) {
            std::ofstream(out / fmt::format("printed{}", std::string_view(line).size()))
                << desk_.must(line);
        }
        for (const auto& each : fs::recursive_directory_iterator(out)) {
            count += each.is_regular_file() && bytes_of(each.path()).find(part) != std::string::npos
                         ? 1
                         : 0;
        }
        return count;
    };
    EXPECT_EQ(leaving(), 8) << "five files and three exports, as long as the patient agrees";
    const auto withdrawn = desk_("consent withdraw 1 --reason asked");
    EXPECT_EQ(withdrawn.status, 0);
    EXPECT_THAT(withdrawn.err, HasSubstr("is not called back"));
    EXPECT_EQ(leaving(), 4) << "no export and not for the record; the others stand for themselves";
    for (int consent = 2; consent <= 5; ++consent) {
        desk_.must(fmt::format("consent withdraw {} --reason asked", consent));
    }
    EXPECT_EQ(leaving(), 0);
    EXPECT_EQ(desk_("check").err, "");
}

// A kill at any moment: what was acknowledged is there with its bytes, and no record is without.
TEST_F(Photographs, SurviveKills) {
    const int kills = support::repetitions("NEEDLEBOOK_PHOTO_KILLS", 25);
    const auto begin = std::chrono::steady_clock::now();
    desk_.must(adding());
    const auto longest = std::chrono::steady_clock::now() - begin;
    std::minstd_rand random(std::random_device{}());
    int acknowledged = 1;
    for (int i = 0; i < kills; ++i) {
        desk_.must(fmt::format("patient add --chart K{}", i));
        Process process(support::CommandLine::line(fmt::format(
                            "photo add K{} --file {} --view front --at 2026-01-05 --key k{}",
                            i,
                            made_.draw(i).string(),
                            i)),
                        desk_.settings());
        std::this_thread::sleep_for(longest * static_cast<double>(random() % 1000) / 1000);
        process.kill();
        const auto ran = process.wait();
        const auto list = Json::parse(desk_.must(fmt::format("photo list K{} --json", i)));
        if (ran.out.ends_with('\n')) {
            ++acknowledged;
            EXPECT_EQ(list.size(), 1U) << "acknowledged and lost";
        }
        for (const auto& photo : list) {
            EXPECT_TRUE(fs::exists(store() / photo["sha256"].get<std::string>()));
        }
        expect_no_record_without_bytes();
    }
    age_all();
    desk_.must("photo tidy --yes");
    EXPECT_EQ(desk_("check").err, "") << "what kills leave, tidy removes";
    EXPECT_GE(acknowledged, 1);
}

// Each call of the system fails in turn: refused and told, or kept whole.
TEST_F(Photographs, SurviveFailingCalls) {
    const int most = support::repetitions("NEEDLEBOOK_FAULTS", 5);
    int attempt = 0;
    for (const auto* call : {"pwrite", "sync", "open", "rename"}) {
        for (const int error : {5, 28}) {  // EIO, ENOSPC
            for (int at = 1; at <= most; ++at) {
                const auto chart = fmt::format("F{}", ++attempt);
                desk_.must("patient add --chart " + chart);
                auto settings = desk_.settings();
                settings["LD_PRELOAD"] = FAILING_CALLS;
                settings["ASAN_OPTIONS"] = "verify_asan_link_order=0";
                settings["FAIL"] = call;
                settings["AT"] = std::to_string(at);
                settings["ERROR"] = std::to_string(error);
                settings["FAIL_IN"] = fs::canonical(folder_ / ".").string();
                const auto line =
                    fmt::format("photo add {} --file {} --view front --at 2026-01-05 --key f{}",
                                chart,
                                made_.draw(attempt).string(),
                                attempt);
                SCOPED_TRACE(fmt::format("{} {}: {}", call, at, error));
                const auto ran = Process(support::CommandLine::line(line), settings).wait();
                const auto list = Json::parse(desk_.must("photo list " + chart + " --json"));
                EXPECT_GE(ran.status, 0);
                EXPECT_TRUE(ran.status != 0 || list.size() == 1) << ran.err;
                for (const auto& photo : list) {
                    EXPECT_TRUE(fs::exists(store() / photo["sha256"].get<std::string>()))
                        << ran.err;
                }
                desk_.must(line);
                EXPECT_EQ(Json::parse(desk_.must("photo list " + chart + " --json")).size(), 1U)
                    << "once, whatever happened";
                expect_no_record_without_bytes();
            }
        }
    }
}

// Killed in the place of each call of the system, one after the other until a call is not made any
// more: at every step there is no record without its bytes, and the same submission is kept once.
TEST_F(Photographs, SurviveAKillAtEachCall) {
    const int most = support::repetitions("NEEDLEBOOK_KILLS_AT_CALLS", 14);
    int attempt = 0;
    int killed = 0;
    for (const auto* call : {"pwrite", "sync", "open", "rename"}) {
        bool was_killed = true;
        for (int at = 1; at <= most && was_killed; ++at) {
            const auto chart = fmt::format("S{}", ++attempt);
            desk_.must("patient add --chart " + chart);
            auto settings = desk_.settings();
            settings["LD_PRELOAD"] = FAILING_CALLS;
            settings["ASAN_OPTIONS"] = "verify_asan_link_order=0";
            settings["FAIL"] = call;
            settings["AT"] = std::to_string(at);
            settings["ERROR"] = "5";
            settings["KILL"] = "1";
            settings["FAIL_IN"] = fs::canonical(folder_ / ".").string();
            const auto line =
                fmt::format("photo add {} --file {} --view front --at 2026-01-05 --key s{}",
                            chart,
                            made_.draw(attempt).string(),
                            attempt);
            SCOPED_TRACE(fmt::format("{} {}", call, at));
            const auto ran = Process(support::CommandLine::line(line), settings).wait();
            was_killed = ran.status == -SIGKILL;
            killed += was_killed ? 1 : 0;
            const auto list = Json::parse(desk_.must("photo list " + chart + " --json"));
            EXPECT_TRUE(was_killed || ran.status == 0) << ran.err;
            EXPECT_TRUE(!ran.out.ends_with('\n') || list.size() == 1) << "acknowledged and lost";
            for (const auto& photo : list) {
                EXPECT_TRUE(fs::exists(store() / photo["sha256"].get<std::string>()));
            }
            expect_no_record_without_bytes();
            desk_.must(line);
            EXPECT_EQ(Json::parse(desk_.must("photo list " + chart + " --json")).size(), 1U);
        }
    }
    EXPECT_GT(killed, 15) << "each call in turn";
    age_all();
    desk_.must("photo tidy --yes");
    EXPECT_EQ(desk_("check").err, "");
}

}  // namespace
}  // namespace whole::photos_test
