// The workbooks and text files in files/ come into a book with at most one look at a proposal: what
// each needs to be told, as files/README.md lists it.

#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "tests/app/import/proposal_example.h"

namespace exchange::files_at_one_look_test {
namespace {

const std::filesystem::path folder_of_files =
    std::filesystem::path(SOURCE_DIR) / "tests/app/import/files";

struct Needed {
    const char* file;
    const char* kind;     // what comes in
    std::size_t records;  // how many
    std::function<void(ImportOptions&)> told{};
};

void keep_good(ImportOptions& options) {
    options.keep_good = true;
}

void header_2_3(ImportOptions& options) {
    options.header_row = "2-3";
}

void header_1_2(ImportOptions& options) {
    options.header_row = "1-2";
}

void sessions_by_pen(ImportOptions& options) {
    options.kind = "sessions";
    options.set = {"device=pen", "areas=chin:1.5:4"};
    options.ignore = {"day", "time", "depth"};
}

std::vector<Needed> all_files() {
    return {{"openpyxl_scores.xlsx", "scores", 3},
            {"openpyxl_sheets.xlsx", "patients", 2},
            {"openpyxl_formula.xlsx", "scores", 1, keep_good},
            {"openpyxl_merged.xlsx", "scores", 4, header_2_3},
            {"xlsxwriter_visits.xlsx", "sessions", 4, sessions_by_pen},
            {"xlsxwriter_1904.xlsx", "scores", 1},
            {"libreoffice_visits.ods", "sessions", 4, sessions_by_pen},
            {"libreoffice_sheets.ods", "patients", 2},
            {"libreoffice_merged.ods", "scores", 4, header_2_3},
            {"libreoffice_formula.xlsx", "scores", 2},
            {"excel_rich.xlsx", "acne", 2},
            {"excel_macros.xlsm", "acne", 1},
            {"excel_mac.xlsx", "acne", 1},
            {"excel_totals.xlsx", "scores", 2, keep_good},
            {"excel_french.csv", "patients", 3},
            {"excel_arabic.csv", "patients", 3},
            {"excel_unicode.txt", "scores", 2},
            {"wrapped.csv", "scores", 2},
            {"title_and_blanks.csv", "scores", 2, keep_good},
            {"numbers_export.csv", "scores", 2},
            {"two_headers.csv", "scores", 4, header_1_2}};
}

using FilesAtOneLook = ProposalExample;

TEST_F(FilesAtOneLook, AllComeIn) {
    for (const auto& [file, kind, records, told] : all_files()) {
        SCOPED_TRACE(file);
        auto clinic = new_book((std::string(file) + ".needlebook").c_str());
        std::ifstream stream(folder_of_files / file, std::ios::binary);
        ImportOptions options;
        options.file = file;
        options.content = std::string(std::istreambuf_iterator<char>(stream), {});
        options.create_patients = true;
        if (told) {
            told(options);
        }
        const auto proposal = propose_import(clinic, {.actor = "nurse"}, options, {});
        EXPECT_EQ(proposal.kind, kind);
        ASSERT_EQ(open(proposal), "");
        const auto report =
            import_file(clinic, {.actor = "nurse", .action = "import"}, proposal.options, {});
        EXPECT_EQ(report.records, records);
        expect_whole(clinic);
    }
}

TEST_F(FilesAtOneLook, NoneIsForgotten) {
    std::set<std::string> tried;
    for (const auto& each : all_files()) {
        tried.insert(each.file);
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder_of_files)) {
        const auto name = entry.path().filename().string();
        EXPECT_TRUE(tried.contains(name) || name == "README.md" || name == "made.py") << name;
    }
    EXPECT_GE(tried.size(), 20U);
}

}  // namespace
}  // namespace exchange::files_at_one_look_test
