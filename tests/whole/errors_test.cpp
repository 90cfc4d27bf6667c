// A catalogue of mistakes: every line of errors/mistakes.txt is refused with the message of
// errors/catalogue.golden.txt, in the form of two lines, and changes nothing.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::errors_test {
namespace {

namespace fs = std::filesystem;

const fs::path catalogue = fs::path(SOURCE_DIR) / "tests/whole/errors";

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> mistakes() {
    std::istringstream in(text_of(catalogue / "mistakes.txt"));
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && !line.starts_with("#")) {
            lines.push_back(line);
        }
    }
    return lines;
}

class Errors : public testing::Test {
  protected:
    Errors() {
        fs::create_directory(made_);
        const auto ran = in_shell(made_, ". " + (catalogue / "made.sh").string());
        EXPECT_EQ(ran.status, 0) << ran.err;
    }
    support::Ran in_shell(const fs::path& folder, const std::string& line) const {
        return support::Process(
                   {"/bin/sh", "-c", "cd '" + folder.string() + "' && " + line},
                   {{"PATH", fs::path(NEEDLEBOOK).parent_path().string() + ":/usr/bin:/bin"},
                    {"HOME", (folder / "home").string()},
                    {"XDG_DATA_HOME", (folder / "home").string()},
                    {"NEEDLEBOOK_ACTOR", "huda"},
                    {"NEEDLEBOOK", "clinic.needlebook"}})
            .wait();
    }
    std::size_t entries(const fs::path& folder) const {
        const auto text = in_shell(folder, "needlebook ledger").out;
        return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    }

    support::TemporaryFolder folder_;
    fs::path made_ = folder_ / "made";
};

std::string without_folder(std::string text, const fs::path& folder) {
    for (std::size_t at = 0; (at = text.find(folder.string(), at)) != std::string::npos;) {
        text.replace(at, folder.string().size(), "FOLDER");
    }
    return text;
}

// What was read otherwise than it was typed is told before.
std::string without_notes(std::string text) {
    while (text.starts_with("note: ")) {
        text.erase(0, text.find('\n') + 1);
    }
    return text;
}

// The day and the second of the test.
std::string without_now(const std::string& text) {
    const std::string day = "20[0-9]{2}-[0-9]{2}-[0-9]{2}";
    return std::regex_replace(
        std::regex_replace(text, std::regex("is read as " + day), "is read as TODAY"),
        std::regex(day + "T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"),
        "NOW");
}

TEST_F(Errors, AreSaidAsTheCatalogueSaysAndChangeNothing) {
    const auto before = entries(made_);
    std::string found;
    int place = 0;
    for (const auto& line : mistakes()) {
        const auto folder = folder_.path() / fmt::format("run{}", ++place);
        fs::copy(made_, folder, fs::copy_options::recursive);
        const auto ran = in_shell(folder, line);
        const bool is_json = line.ends_with("--json");
        EXPECT_NE(ran.status, 0) << line;
        EXPECT_TRUE(is_json || support::is_error_pairs(without_notes(ran.err))) << line << '\n'
                                                                                << ran.err;
        EXPECT_EQ(entries(folder), before) << line;
        found += fmt::format("$ {}\nexit status {}\n{}\n",
                             line,
                             ran.status,
                             without_now(without_folder(ran.err, folder)));
        fs::remove_all(folder);
    }
    if (found != text_of(catalogue / "catalogue.golden.txt")) {
        std::ofstream("/tmp/catalogue.golden.txt") << found;
        ADD_FAILURE()
            << "the messages are others: diff /tmp/catalogue.golden.txt with the catalogue";
    }
}

}  // namespace
}  // namespace whole::errors_test
