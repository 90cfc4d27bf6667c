// The documentation keeps its word: its commands run and print what it shows, and the generated
// pages are those of the program.

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/access/right.h"
#include "app/cli/commands/commands.h"
#include "schema/records/any_record.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::docs_test {
namespace {

namespace fs = std::filesystem;

// A command of a page and what the page says it prints.
struct Shown {
    std::string command;
    std::string output;
    std::size_t line = 0;
};

struct Page {
    fs::path file;
    std::vector<Shown> commands;
};

// In ```sh blocks a line beginning with `$ ` is a command, what follows its output; in a block
// without such lines every line is a command. Set-up and tests are run elsewhere.
bool is_elsewhere(std::string_view command) {
    return command.starts_with("app/start") || command.starts_with("tests/run") ||
           command.starts_with("app/package/build") || command.starts_with("git ") ||
           command.starts_with("cd ") || command.empty() || command.starts_with("#");
}

std::vector<Shown> commands_of_block(const std::vector<std::string>& block, std::size_t line) {
    const bool prompted = std::any_of(
        block.begin(), block.end(), [](const auto& each) { return each.starts_with("$ "); });
    std::vector<Shown> all;
    bool continued = false;
    for (const auto& each : block) {
        ++line;
        if (continued) {
            all.back().command += "\n" + each;
        } else if (each.starts_with("$ ") || !prompted) {
            all.push_back({prompted ? each.substr(2) : each, "", line});
        } else if (!all.empty()) {
            all.back().output += each + "\n";
            continue;
        }
        continued = each.ends_with("\\");
    }
    std::erase_if(all, [](const Shown& shown) { return is_elsewhere(shown.command); });
    return all;
}

Page read_page(const fs::path& file) {
    Page page{file, {}};
    std::ifstream stream(file);
    std::vector<std::string> block;
    bool inside = false;
    std::size_t number = 0;
    std::size_t begin = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (!inside && line == "```sh") {
            inside = true;
            begin = number;
            block.clear();
        } else if (inside && line == "```") {
            inside = false;
            const auto commands = commands_of_block(block, begin);
            page.commands.insert(page.commands.end(), commands.begin(), commands.end());
        } else if (inside) {
            block.push_back(line);
        }
    }
    return page;
}

std::vector<Page> pages() {
    std::vector<Page> all;
    const fs::path root(SOURCE_DIR);
    if (fs::exists(root / "README.md")) {
        all.push_back(read_page(root / "README.md"));
    }
    if (fs::exists(root / "docs")) {
        for (const auto& entry : fs::directory_iterator(root / "docs")) {
            if (entry.path().extension() == ".md") {
                all.push_back(read_page(entry.path()));
            }
        }
    }
    return all;
}

// What a command of a page did.
struct Done {
    std::string output;
    int status = 0;
};

// Runs the page's commands one after the other in one shell, so that `export` and files last.
std::vector<Done> run(const Page& page, const fs::path& folder) {
    const std::string mark = "\x1e";
    std::string script = fmt::format("cd '{}'\n", folder.string());
    for (const auto& shown : page.commands) {
        script += shown.command + "\nprintf '\\n\\036%s\\n' $?\n";
    }
    const auto path = fs::path(NEEDLEBOOK).parent_path().string() + ":/usr/bin:/bin";
    auto ran = support::Process({"/bin/sh", "-c", script},
                                {{"PATH", path},
                                 {"HOME", folder.string()},
                                 {"XDG_DATA_HOME", (folder / "data").string()},
                                 {"NEEDLEBOOK", ""}})
                   .wait();
    std::vector<Done> all;
    std::string_view rest = ran.out;
    while (true) {
        const auto end = rest.find("\n" + mark);
        if (end == std::string_view::npos) {
            break;
        }
        const auto line_end = rest.find('\n', end + 2);
        all.push_back({std::string(rest.substr(0, end)),
                       std::stoi(std::string(rest.substr(end + 2, line_end - end - 2)))});
        rest.remove_prefix(line_end + 1);
    }
    EXPECT_EQ(all.size(), page.commands.size()) << ran.err;
    if (std::any_of(all.begin(), all.end(), [](const auto& done) { return done.status != 0; })) {
        ADD_FAILURE() << page.file << " said on stderr:\n" << ran.err;
    }
    return all;
}

// Whether `text` is what `pattern` shows, where … stands for anything.
bool matches(std::string_view pattern, std::string_view text) {
    constexpr std::string_view anything = "…";
    const auto gap = pattern.find(anything);
    if (gap == std::string_view::npos) {
        return pattern == text;
    }
    if (text.substr(0, gap) != pattern.substr(0, gap)) {
        return false;
    }
    const auto rest = pattern.substr(gap + anything.size());
    for (std::size_t at = gap; at <= text.size(); ++at) {
        if (matches(rest, text.substr(at))) {
            return true;
        }
    }
    return false;
}

std::string trimmed(std::string text) {
    while (text.ends_with('\n')) {
        text.pop_back();
    }
    return text;
}

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Docs, ThreeDotsStandForAnything) {
    EXPECT_TRUE(matches("a…c", "a b c"));
    EXPECT_TRUE(matches("…", ""));
    EXPECT_TRUE(matches("one\n…\nlast", "one\ntwo\nthree\nlast"));
    EXPECT_FALSE(matches("a…c", "a b d"));
    EXPECT_FALSE(matches("a", "ab"));
}

TEST(Docs, EveryCommandInThemRunsAndPrintsWhatTheyShow) {
    for (const auto& page : pages()) {
        if (page.commands.empty()) {
            continue;
        }
        SCOPED_TRACE(page.file);
        const support::TemporaryFolder folder;
        const auto done = run(page, folder.path());
        for (std::size_t i = 0; i < std::min(done.size(), page.commands.size()); ++i) {
            const auto& shown = page.commands[i];
            EXPECT_EQ(done[i].status, 0) << "line " << shown.line << ": " << shown.command;
            EXPECT_TRUE(shown.output.empty() ||
                        matches(trimmed(shown.output), trimmed(done[i].output)))
                << "line " << shown.line << ": " << shown.command << "\nshown:\n"
                << shown.output << "printed:\n"
                << done[i].output;
        }
    }
}

TEST(Docs, TheReadmeShowsOneHowToBegin) {
    const auto readme = read_page(fs::path(SOURCE_DIR) / "README.md");
    const auto shows = [&](std::string_view command) {
        return std::any_of(readme.commands.begin(), readme.commands.end(), [&](const auto& shown) {
            return shown.command.starts_with(command);
        });
    };
    for (const auto* command : {"needlebook init",
                                "needlebook patient add",
                                "needlebook session record",
                                "needlebook progress"}) {
        EXPECT_TRUE(shows(command)) << command;
    }
}

TEST(Docs, TheCommandLineReferenceIsTheProgramsOwn) {
    const support::CommandLine cli("none.needlebook");
    EXPECT_EQ(text_of(fs::path(SOURCE_DIR) / "docs/cli.md"), cli.must("help --markdown"))
        << "make it anew: needlebook help --markdown > docs/cli.md";
}

TEST(Docs, TheDataModelIsTheProgramsOwn) {
    const support::CommandLine cli("none.needlebook");
    EXPECT_EQ(text_of(fs::path(SOURCE_DIR) / "docs/data-model.md"), cli.must("help --data-model"))
        << "make it anew: needlebook help --data-model > docs/data-model.md";
}

TEST(Docs, TheInterfaceIsTheProgramsOwn) {
    const support::CommandLine cli("none.needlebook");
    EXPECT_EQ(text_of(fs::path(SOURCE_DIR) / "docs/openapi.yaml"), cli.must("help --openapi"))
        << "make it anew: needlebook help --openapi > docs/openapi.yaml";
}

TEST(Docs, TheClinicalRulesAreTheProgramsOwn) {
    const support::CommandLine cli("none.needlebook");
    EXPECT_EQ(text_of(fs::path(SOURCE_DIR) / "docs/clinical.md"), cli.must("help --clinical"))
        << "make it anew: needlebook help --clinical > docs/clinical.md";
}

TEST(Docs, TheTableOfRightsIsTheProgramsOwn) {
    const auto page = text_of(fs::path(SOURCE_DIR) / "docs/security.md");
    const std::string begin = "<!-- rights -->\n";
    const auto at = page.find(begin);
    ASSERT_NE(at, std::string::npos);
    const auto from = at + begin.size();
    EXPECT_EQ(page.substr(from, page.find("<!-- end of rights -->") - from),
              access_control::right_table_markdown());
}

TEST(Docs, EveryCommandIsDocumentedWithAnExampleOfItself) {
    const auto reference = text_of(fs::path(SOURCE_DIR) / "docs/cli.md");
    for (const auto& command : cli::all_commands()) {
        SCOPED_TRACE(command.name());
        EXPECT_NE(reference.find("## needlebook " + command.name() + "\n"), std::string::npos);
        EXPECT_TRUE(command.example.starts_with("needlebook " + command.name())) << command.example;
        EXPECT_TRUE(command.summary.ends_with(".")) << command.summary;
        for (const auto& option : command.options) {
            EXPECT_FALSE(option.meaning.empty()) << option.name;
        }
    }
}

TEST(Docs, EveryKindOfRecordIsDocumentedWithAllItsFields) {
    const auto model = text_of(fs::path(SOURCE_DIR) / "docs/data-model.md");
    schema::for_each_kind([&](const auto& kind) {
        using Record = std::decay_t<decltype(kind)>;
        const std::string table(schema::Description<Record>::table);
        EXPECT_NE(model.find(table), std::string::npos) << table;
        schema::for_each_field<Record>([&](const auto& field) {
            EXPECT_NE(model.find(field.name), std::string::npos) << table << " " << field.name;
            EXPECT_NE(model.find(field.meaning), std::string::npos) << table << " " << field.name;
        });
    });
}

TEST(Docs, LinksLeadToFilesThatAreThere) {
    for (const auto& page : pages()) {
        const auto text = text_of(page.file);
        for (auto at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
            const auto target = text.substr(at + 2, text.find_first_of(")#", at) - at - 2);
            if (!target.empty() && target.find("://") == std::string::npos) {
                EXPECT_TRUE(fs::exists(page.file.parent_path() / target))
                    << page.file << " links to " << target;
            }
        }
    }
}

// What stands between backticks.
std::vector<std::string> quoted_in(const std::string& text) {
    std::vector<std::string> all;
    for (auto at = text.find('`'); at != std::string::npos;) {
        const auto end = text.find('`', at + 1);
        if (end == std::string::npos) {
            break;
        }
        all.push_back(text.substr(at + 1, end - at - 1));
        at = text.find('`', end + 1);
    }
    return all;
}

std::string sources_of_tests() {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / "tests")) {
        if (entry.path().string().ends_with("_test.cpp")) {
            all += text_of(entry.path());
        }
    }
    return all;
}

TEST(Docs, FilesAndTestsThatTheyRestOnAreThere) {
    constexpr std::array<std::string_view, 5> tops{"app/", "db/", "schema/", "tests/", "docs/"};
    const std::regex test_name("([A-Z][A-Za-z0-9]+)\\.([A-Z][A-Za-z0-9]+|\\*)");
    const auto tests = sources_of_tests();
    int files = 0;
    int cases = 0;
    for (const auto* page : {"docs/security.md", "docs/components.md"}) {
        for (const auto& name : quoted_in(text_of(fs::path(SOURCE_DIR) / page))) {
            std::smatch parts;
            if (std::any_of(
                    tops.begin(), tops.end(), [&](auto top) { return name.starts_with(top); })) {
                ++files;
                EXPECT_TRUE(fs::exists(fs::path(SOURCE_DIR) / name)) << page << ": " << name;
            } else if (std::regex_match(name, parts, test_name)) {
                ++cases;
                const auto rest = fmt::format("({}, {})", parts.str(1), parts.str(2));
                EXPECT_TRUE(tests.find("TEST" + rest) != std::string::npos ||
                            tests.find("TEST_F" + rest) != std::string::npos)
                    << page << ": " << name;
            }
        }
    }
    EXPECT_GT(files, 30);
    EXPECT_GT(cases, 30);
}

TEST(Docs, EveryComponentIsNamed) {
    const fs::path root(SOURCE_DIR);
    const auto page = text_of(root / "docs/components.md");
    const auto script = text_of(root / "app/packages.sh");
    const auto begin =
        script.find("build_packages=(") + std::string_view("build_packages=(").size();
    std::istringstream packages(script.substr(begin, script.find(')', begin) - begin));
    int count = 0;
    for (std::string package; packages >> package; ++count) {
        EXPECT_NE(page.find("`" + package + "`"), std::string::npos) << package;
    }
    EXPECT_GT(count, 15);
    const auto json = text_of(root / "app/web/package.json");
    const std::regex entry("\"([^\"]+)\": \"[0-9.]+\"");
    const auto from = json.cbegin() + static_cast<std::ptrdiff_t>(json.find("\"dependencies\""));
    const auto first = std::sregex_iterator(from, json.cend(), entry);
    EXPECT_GT(std::distance(first, std::sregex_iterator()), 10);
    for (auto found = first; found != std::sregex_iterator(); ++found) {
        EXPECT_NE(page.find("`" + (*found)[1].str() + "`"), std::string::npos) << (*found)[1].str();
    }
}

}  // namespace
}  // namespace whole::docs_test
