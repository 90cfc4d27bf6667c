#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/exchange/import_bytes.h"
#include "tests/app/exchange/import_example.h"

namespace exchange::import_bounds_test {
namespace {

using exchange::ImportBounds;
using testing::HasSubstr;

class ImportOfWhatIsTooMuch : public ImportTest {
  protected:
    std::string refusal_of(const exchange::ImportOptions& options) {
        const auto problems = refusal(options);
        return problems.empty() ? "" : problems.front().where + ": " + problems.front().what;
    }
    exchange::ImportOptions of_file(const std::filesystem::path& file) const {
        auto options = rows("patients", "");
        options.file = file;
        return options;
    }
    exchange::ImportOptions of_text(std::string text) const {
        auto options = rows("patients", "");
        options.content = std::move(text);
        return options;
    }
};

TEST_F(ImportOfWhatIsTooMuch, IsRefusedByItsSizeBeforeItIsRead) {
    const auto file = folder / "long.csv";
    std::ofstream(file) << "chart\n";
    std::filesystem::resize_file(file, ImportBounds::file + 1);  // a hole: takes no space
    EXPECT_THAT(refusal_of(of_file(file)),
                HasSubstr("is of 268435457 bytes; at most 268435456 are read"));
}

TEST_F(ImportOfWhatIsTooMuch, IsRefusedWhenAPipeBringsIt) {
    const auto file = folder / "long.csv";
    std::ofstream(file) << "chart\n";
    std::filesystem::resize_file(file, ImportBounds::file + 1);
    const auto command = "exec cat '" + file.string() + "'";
    auto* const pipe = ::popen(command.c_str(), "r");
    try {
        exchange::bytes_of_stream(::fileno(pipe), "standard input");
        ADD_FAILURE() << "all of it was taken";
    } catch (const schema::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("is of more than 268435456 bytes"));
    }
    ::pclose(pipe);
}

TEST_F(ImportOfWhatIsTooMuch, ALineMayBeAMegabyteLong) {
    const std::string line(ImportBounds::line, ',');
    EXPECT_THAT(refusal_of(of_text("chart\r\n" + line + ",\n")),
                HasSubstr(":2: the line is longer than 1048576 bytes"));
    EXPECT_NO_THROW(exchange::refuse_long_lines("chart\r\n" + line + "\r\n" + line, "f"));
}

TEST_F(ImportOfWhatIsTooMuch, ACellMayBeOf128Kilobytes) {
    const std::string cell(ImportBounds::cell, 'x');
    const auto text = [&](const std::string& note) {
        return of_text("chart,note\nC-1,\"" + note + "\"\n");
    };
    EXPECT_THAT(refusal_of(text(cell + "x")),
                HasSubstr(":2: column 2 \"note\": the cell is of 131073 bytes"));
    exchange::ImportOptions just = text(cell);
    just.dry_run = true;
    for (const auto& problem : import(just).problems) {
        EXPECT_THAT(problem.what, testing::Not(HasSubstr("bytes")));
    }
}

TEST_F(ImportOfWhatIsTooMuch, ThereMayBe4096Columns) {
    const std::string header = "chart" + std::string(ImportBounds::columns - 1, ',');
    EXPECT_THAT(refusal_of(of_text(header + ",\n")), HasSubstr("has more than 4096 columns"));
    EXPECT_NO_THROW(import(of_text(header + "\n")));
}

TEST_F(ImportOfWhatIsTooMuch, ThereMayBeTwoMillionRows) {
    std::string text = "key\n";
    for (std::size_t i = 0; i < ImportBounds::rows; ++i) {
        text += "a\n";
    }
    auto options = of_text(text);
    options.kind.reset();
    EXPECT_EQ(exchange::look_at_file(options).rows_read, ImportBounds::rows);
    *options.content += "a\n";
    EXPECT_THROW(exchange::look_at_file(options), schema::Error);
}

// Opening a pipe that nobody writes to would wait for ever.
TEST_F(ImportOfWhatIsTooMuch, WhatIsNoRegularFileIsRefusedAtOnce) {
    const auto pipe = folder / "pipe.csv";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_THAT(refusal_of(of_file(pipe)), HasSubstr("it is a pipe; give it as -"));
    EXPECT_THAT(refusal_of(of_file("/dev/zero")), HasSubstr("it is not a regular file"));
    EXPECT_THAT(refusal_of(of_file(folder / "")), HasSubstr("it is a directory"));
    EXPECT_THAT(refusal_of(of_file(folder / "none.csv")), HasSubstr("No such file"));
}

}  // namespace
}  // namespace exchange::import_bounds_test
