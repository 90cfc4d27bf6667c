// SIGKILL at random moments while the program writes: what it acknowledged is there afterwards,
// and nothing is there by half.

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace whole::crash_test {
namespace {

using std::chrono::microseconds;
using support::Process;
using Json = nlohmann::json;

constexpr int cycles_per_patient = 20;  // so that lists stay short

// One write that was tried, and the id that the program printed before it died.
struct Attempt {
    std::string key;
    std::string noun;
    std::string line;
    std::optional<int> acknowledged;
};

class Crash : public testing::Test {
  protected:
    void SetUp() override {
        std::cout << "seed " << seed_ << '\n';
        desk_.must("init");
        desk_.must("patient add --chart C-0");
        // How long a write takes here, so that the kills fall all over it.
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < 10; ++i) {
            desk_.must(
                fmt::format("acne record C-0 --confirm duplicate --on 2026-01-05 --iga {}", i % 5));
        }
        write_time_ =
            std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - begin) / 10;
    }

    // Starts the line and kills it after a random part of `longest`.
    support::Ran killed(const std::string& line, microseconds longest) {
        Process process(support::CommandLine::line(line), desk_.settings());
        std::this_thread::sleep_for(random_part(longest));
        process.kill();
        return process.wait();
    }
    microseconds random_part(microseconds longest) {
        return microseconds(
            std::uniform_int_distribution<std::int64_t>(0, longest.count())(random_));
    }
    static std::optional<int> acknowledged(const support::Ran& ran) {
        return ran.out.ends_with('\n') ? std::optional(std::stoi(ran.out)) : std::nullopt;
    }
    std::set<int> ids(const std::string& noun, const std::string& chart) const {
        std::set<int> all;
        for (const auto& record : Json::parse(desk_.must(noun + " list " + chart + " --json"))) {
            all.insert(record["id"].get<int>());
        }
        return all;
    }
    void expect_whole(const std::filesystem::path& book) const {
        const auto check = support::CommandLine(book)("check");
        EXPECT_EQ(check.status, 0) << check.out << check.err;
        EXPECT_EQ(check.err, "");
    }

    const unsigned seed_ = static_cast<unsigned>(std::random_device()());
    std::minstd_rand random_{seed_};
    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
    microseconds write_time_{};
};

class CrashOfAWriter : public Crash {
  protected:
    // A session with two areas, or an acne status with its five scores.
    Attempt attempt(const std::string& chart) {
        const auto number = ++tried_;
        const auto key = fmt::format("tablet-{}", number);
        const auto day = fmt::format("2026-{:02}-{:02}", number / 28 % 12 + 1, number % 28 + 1);
        return number % 2 == 0
                   ? Attempt{key,
                             "session",
                             fmt::format("session record {} --at {} --device pen --area chin:0.5:4 "
                                         "--area nose:0.5:2 --key {}",
                                         chart,
                                         day,
                                         key),
                             {}}
                   : Attempt{key,
                             "acne",
                             fmt::format("acne record {} --confirm duplicate --on {} --region "
                                         "chin:open_comedones={} --rest "
                                         "clear --key {}",
                                         chart,
                                         day,
                                         number % 9,
                                         key),
                             {}};
    }

    // Two writers at once, so that one may die while the other waits for it.
    std::vector<Attempt> crash(const std::string& chart) {
        std::vector<Attempt> attempts{attempt(chart), attempt(chart)};
        Process first(support::CommandLine::line(attempts[0].line), desk_.settings());
        Process second(support::CommandLine::line(attempts[1].line), desk_.settings());
        std::this_thread::sleep_for(random_part(write_time_ * 2));
        first.kill();
        std::this_thread::sleep_for(random_part(write_time_));
        second.kill();
        attempts[0].acknowledged = acknowledged(first.wait());
        attempts[1].acknowledged = acknowledged(second.wait());
        return attempts;
    }

    // The ledger's answers of the patient by submission key.
    std::map<std::string, int> ledger(const std::string& chart) const {
        std::map<std::string, int> answers;
        for (const auto& entry : Json::parse(desk_.must("ledger " + chart + " --json"))) {
            if (entry["key"].is_string()) {
                answers[entry["key"].get<std::string>()] =
                    std::stoi(entry["answer"].get<std::string>());
            }
        }
        return answers;
    }

    void expect_all_or_nothing(const Attempt& attempt, const std::string& chart) {
        SCOPED_TRACE(attempt.line);
        const auto stored = ids(attempt.noun, chart);
        const auto answers = ledger(chart);
        const auto known = answers.find(attempt.key);
        if (attempt.acknowledged) {
            ++acknowledged_;
            EXPECT_TRUE(stored.contains(*attempt.acknowledged)) << "an acknowledged write is lost";
            ASSERT_NE(known, answers.end()) << "an acknowledged write is not in the ledger";
            EXPECT_EQ(known->second, *attempt.acknowledged);
        }
        EXPECT_EQ(stored.size(),
                  std::count_if(
                      answers.begin(),
                      answers.end(),
                      [&](const auto& answer) { return nouns_.at(answer.first) == attempt.noun; }))
            << "each record has its entry, each entry its record";
        // The sender does not know what happened and asks again.
        const auto answer = std::stoi(desk_.must(attempt.line));
        if (known != answers.end()) {
            unacknowledged_but_stored_ += attempt.acknowledged ? 0 : 1;
            EXPECT_EQ(answer, known->second) << "a repeat has the first answer";
            EXPECT_EQ(ids(attempt.noun, chart), stored) << "and writes nothing";
        } else {
            EXPECT_FALSE(stored.contains(answer));
        }
    }

    // Every acne status of the patient has its five scores: three counts of the face, that of the
    // trunk, and GAGS.
    void expect_scores(const std::string& chart) const {
        const auto scores = Json::parse(desk_.must("score list " + chart + " --json"));
        EXPECT_EQ(scores.size(), 5 * ids("acne", chart).size());
    }

    int tried_ = 0;
    int acknowledged_ = 0;
    int unacknowledged_but_stored_ = 0;
    std::map<std::string, std::string> nouns_;
};

TEST_F(CrashOfAWriter, LosesNothingThatWasAcknowledgedAndKeepsNothingByHalf) {
    const int cycles = support::repetitions("NEEDLEBOOK_KILLS", 40);
    std::string chart;
    for (int cycle = 0; cycle < cycles && !HasFailure(); ++cycle) {
        SCOPED_TRACE(fmt::format("cycle {}", cycle));
        if (cycle % cycles_per_patient == 0) {
            chart = fmt::format("C-{}", cycle / cycles_per_patient + 1);
            desk_.must("patient add --chart " + chart);
        }
        const auto attempts = crash(chart);
        for (const auto& attempt : attempts) {
            nouns_[attempt.key] = attempt.noun;
        }
        for (const auto& attempt : attempts) {
            expect_all_or_nothing(attempt, chart);
        }
        expect_scores(chart);
        if (cycle % 50 == 49 || cycle == cycles - 1) {
            expect_whole(desk_.book());
        }
    }
    std::cout << fmt::format("{} writes: {} acknowledged, {} stored but not acknowledged\n",
                             tried_,
                             acknowledged_,
                             unacknowledged_but_stored_);
    EXPECT_GT(acknowledged_, cycles / 10) << "the kills came too early to show anything";
    EXPECT_LT(acknowledged_, 2 * cycles - cycles / 10) << "the kills came too late";
}

using CrashOfABackup = Crash;

TEST_F(CrashOfABackup, LeavesTheBookWholeAndNoHalfCopyThatPassesForOne) {
    const auto before = Json::parse(desk_.must("check --json"))["content"];
    for (int cycle = 0; cycle < 40 && !HasFailure(); ++cycle) {
        const auto copy = folder_ / fmt::format("copy-{}.needlebook", cycle).c_str();
        SCOPED_TRACE(copy);
        killed(fmt::format("backup {}", copy.string()), write_time_ * 2);
        const auto check = support::CommandLine(copy)("check --json");
        if (check.status == 0) {
            EXPECT_EQ(Json::parse(check.out)["content"], before);
        } else {
            EXPECT_EQ(check.status, 3);
            EXPECT_EQ(Json::parse(check.err)["exit_status"], 3) << check.err;
        }
        EXPECT_EQ(desk_("patient list").status, 0);
    }
    EXPECT_EQ(Json::parse(desk_.must("check --json"))["content"], before);
}

using CrashOfInit = Crash;

TEST_F(CrashOfInit, LeavesNoBookOrOneThatWorks) {
    for (int cycle = 0; cycle < 40 && !HasFailure(); ++cycle) {
        const support::CommandLine cli(folder_ / fmt::format("new-{}.needlebook", cycle).c_str());
        SCOPED_TRACE(cli.book());
        Process process(support::CommandLine::line("init"), cli.settings());
        std::this_thread::sleep_for(random_part(write_time_ * 2));
        process.kill();
        process.wait();
        const auto again = cli("init");
        EXPECT_TRUE(again.status == 0 || again.status == 1) << again.err;
        EXPECT_EQ(cli("patient add --chart C-001").err, "");
        EXPECT_EQ(cli("clinic show").err, "");
        EXPECT_EQ(cli("progress C-001").err, "");
        EXPECT_EQ(cli("check").err, "");
    }
}

using CrashOfARestore = Crash;

TEST_F(CrashOfARestore, LosesNeitherTheOldBookNorTheCopyAndCanBeDoneAgain) {
    const auto copy = (folder_ / "copy.needlebook").string();
    const auto content_of = [](const std::filesystem::path& book) {
        const auto check = support::CommandLine(book)("check --json");
        return check.status == 0 ? Json::parse(check.out)["content"].get<std::string>() : "";
    };
    // Every restore keeps the book that it replaces: FILE.replaced, FILE.replaced-2 …
    const auto kept = [&](const std::string& content) {
        const auto files = std::filesystem::directory_iterator(folder_.path());
        return std::any_of(begin(files), end(files), [&](const auto& file) {
            const auto name = file.path().string();
            const auto at = name.find(".replaced");
            return at != std::string::npos && name.find('.', at + 1) == std::string::npos &&
                   name.find("-wal") == std::string::npos &&
                   name.find("-shm") == std::string::npos && content_of(file.path()) == content;
        });
    };
    desk_.must("backup " + copy);
    const auto restored = content_of(copy);
    for (int cycle = 0; cycle < 15 && !HasFailure(); ++cycle) {
        SCOPED_TRACE(fmt::format("cycle {}", cycle));
        desk_.must(
            fmt::format("acne record C-0 --confirm duplicate --on 2026-02-05 --iga {}", cycle % 5));
        const auto newer = content_of(desk_.book());
        killed("restore --replace --yes " + copy, write_time_ * 4);
        const auto now = content_of(desk_.book());
        EXPECT_TRUE(now == newer || kept(newer)) << "the book that was there is lost";
        EXPECT_TRUE(now == newer || now == restored || !std::filesystem::exists(desk_.book()))
            << "half a book";
        EXPECT_EQ(content_of(copy), restored);
        const auto again = desk_("restore --replace --yes " + copy);
        EXPECT_EQ(again.status, 0) << again.err;
        EXPECT_EQ(content_of(desk_.book()), restored);
    }
}

class CrashOfAnImport : public Crash {
  protected:
    static constexpr int rows = 1500;

    // A table of one new patient, and the line that imports it.
    std::string line(const std::string& chart) const {
        const auto table = folder_ / (chart + ".csv").c_str();
        std::ofstream file(table);
        file << "chart,on,gags\n";
        for (int i = 0; i < rows; ++i) {
            file << fmt::format("{},2026-01-{:02}T{:02}:{:02},{}\n",
                                chart,
                                i % 28 + 1,
                                i / 28 % 24,
                                i / 672,
                                i % 45);
        }
        return fmt::format(
            "import {} --as scores --map patient=chart --map on=on --map gags=gags "
            "--create-patients --key {}",
            table.string(),
            chart);
    }
    // How many scores there are; none of a patient who is not there.
    std::size_t scores(const std::string& chart) const {
        const auto list = desk_("score list " + chart + " --json");
        return list.status == 0 ? Json::parse(list.out).size() : 0;
    }
};

TEST_F(CrashOfAnImport, LeavesAllOfItsRowsOrNone) {
    const auto begin = std::chrono::steady_clock::now();
    desk_.must(line("T-0"));
    const auto whole =
        std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - begin);
    int nothing = 0;
    for (int cycle = 1; cycle <= 25 && !HasFailure(); ++cycle) {
        const auto chart = fmt::format("T-{}", cycle);
        SCOPED_TRACE(chart);
        const auto importing = line(chart);
        killed(importing, whole * 5 / 4);
        const auto count = scores(chart);
        EXPECT_TRUE(count == 0 || count == rows) << count;
        nothing += count == 0 ? 1 : 0;
        desk_.must(importing);
        EXPECT_EQ(scores(chart), rows) << "asked again, it is there once";
    }
    EXPECT_GT(nothing, 5) << "the kills came too late to show anything";
    expect_whole(desk_.book());
}

// Content and ledger are those of before or of after, never between; undo finds the way back.
TEST_F(Crash, WhatTakesBackMovesOrMergesHappensOrDoesNot) {
    desk_.must("patient add --chart C-1");
    const auto content = [&] {
        const auto told = desk_.must("check");
        return told.substr(told.find("content "));
    };
    const auto last = [&] {
        return Json::parse(desk_.must("ledger --json")).back()["seq"].get<std::int64_t>();
    };
    int happened = 0;
    for (int cycle = support::repetitions("NEEDLEBOOK_KILLS", 40) / 2; cycle > 0; --cycle) {
        const auto id = desk_.must("acne record C-0 --confirm duplicate --on 2026-02-05 --iga 2");
        const auto seq = last();
        const std::string ways[] = {
            fmt::format("undo {}", seq),
            fmt::format("void {} --reason slip", seq),
            fmt::format("acne move {} --to C-1 --reason slip", id.substr(0, id.find('\n'))),
            "patient merge C-1 C-0 --reason slip --yes"};
        SCOPED_TRACE(ways[cycle % 4]);
        const auto before = content();
        killed(ways[cycle % 4], write_time_);
        expect_whole(desk_.book());
        if (last() != seq) {
            ++happened;
            EXPECT_NE(content(), before);
            desk_.must(fmt::format("undo {}", last()));
        }
        ASSERT_EQ(content(), before);
    }
    std::cout << happened << " happened before they were killed\n";
}

}  // namespace
}  // namespace whole::crash_test
