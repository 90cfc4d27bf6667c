// A correction changes what it names, says what it changed and why, and nothing else; a key stands
// for one submission.

#include <fstream>

#include <nlohmann/json.hpp>

#include "tests/whole/refusals.h"

namespace whole::correct_test {
namespace {

using Json = nlohmann::json;

class Correct : public Refusals {
  protected:
    Correct() = default;
    void SetUp() override {
        Refusals::SetUp();
        desk_.must(
            "acne record C-001 --on 2026-02-02 --region forehead:papules=3,pustules=1 "
            "--region chin:open_comedones=8 --rest clear --iga 3");  // acne 3
        state_ = state();
    }
    Json acne() const { return Json::parse(desk_.must("acne show 3 --json")); }
};

TEST_F(Correct, OneNumberOfOneRegionAndNothingElse) {
    auto expected = acne();
    EXPECT_EQ(desk_.must("acne correct 3 --region forehead:papules=2 --reason misread"),
              "3\n  region forehead papules  3 → 2\n");
    for (auto& region : expected["regions"]) {
        if (region["region"] == "forehead") {
            region["papules"] = 2;
        }
    }
    expected["version"] = 2;
    EXPECT_EQ(acne(), expected);
}

TEST_F(Correct, AddsARegionTakesOneOutAndEmptiesAField) {
    EXPECT_EQ(desk_.must("acne correct 3 --region nose:nodules=1 --remove region=chin --clear iga "
                         "--reason misread"),
              "3\n  iga  3 → nothing\n  region nose  nothing → nose:nodules=1\n"
              "  region chin  chin:open_comedones=8 → nothing\n");
    const auto after = acne();
    EXPECT_EQ(after["regions"].size(), 2U);
    EXPECT_EQ(after["regions"][0]["pustules"], 1);
    EXPECT_TRUE(after["iga"].is_null());
    EXPECT_EQ(after["rest"], "clear");
}

TEST_F(Correct, SaysItsChangesAsData) {
    const auto said = Json::parse(
        desk_.must("acne correct 3 --iga 2 --region forehead:papules=2 --reason x --json"));
    EXPECT_EQ(said, Json::parse(R"({"id": 3, "version": 2, "changes": [
        {"part": null, "field": "iga", "before": 3, "after": 2},
        {"part": "forehead", "field": "papules", "before": 3, "after": 2}]})"));
}

TEST_F(Correct, WritesNothingWhereNothingChanges) {
    const auto before = state();
    for (const auto* line : {"acne correct 3 --iga 3 --region forehead:papules=3 --reason again",
                             "acne correct 3 --reason again",
                             "session correct 1 --device pen --area chin:1:4 --reason again",
                             "patient correct C-001 --name 'Nadia Farouk' --reason again",
                             "score correct 12 --value 3 --reason again"}) {
        SCOPED_TRACE(line);
        EXPECT_NE(desk_.must(line).find("nothing changed"), std::string::npos);
        EXPECT_EQ(state(), before);
    }
    EXPECT_EQ(acne()["version"], 1);
}

TEST_F(Correct, DoesNotPutASessionIntoACourseThatIsNotNamed) {
    desk_.must("session correct 1 --clear course --reason 'not of the course'");
    EXPECT_EQ(desk_.must("session correct 1 --pain 4 --reason 'left out'"),
              "1\n  pain  nothing → 4\n");
}

TEST_F(Correct, IsRefusedForWhatItCannotMean) {
    expect_refused({
        {"acne correct 3 --clear on --reason x", "on is required"},
        {"acne correct 3 --clear itch --reason x", "acne has no field \"itch\""},
        {"acne correct 3 --iga 2 --clear iga --reason x", "iga is named twice"},
        {"acne correct 3 --remove region=nose --reason x", "there is no region \"nose\""},
        {"acne correct 3 --remove area=chin --reason x", "names no part"},
        {"acne correct 3 --region chin --reason x", "nothing of it is named"},
        {"session correct 1 --remove area=nose --reason x", "there is no area \"nose\""},
        {"score correct 12 --clear value --reason x", "rater and the labels"},
    });
    expect_accepted({
        "acne correct 3 --region chin:papules=1 --reason x",
        "acne correct 3 --remove region=chin --reason x",
        "session correct 1 --area chin::5 --reason x",
    });
}

TEST_F(Correct, AndVoidAreRefusedWithoutAReason) {
    expect_refused({
        {"acne correct 3 --iga 2", "reason: is missing"},
        {"acne correct 3 --iga 2 --reason ' '", "reason: is missing"},
        {"acne void 3", "reason: is missing"},
        {"session correct 1 --pain 4", "reason: is missing"},
        {"patient correct C-002 --monk 3", "reason: is missing"},
        {"patient void C-002", "reason: is missing"},
        {"score correct 12 --value 4", "reason: is missing"},
        {"score void 12", "reason: is missing"},
    });
    expect_accepted({"course end 1 --on 2026-06-01", "acne void 3 --reason slip"});
}

TEST_F(Correct, AKeyStandsForOneSubmission) {
    const std::string line = "acne record C-001 --on 2026-03-02 --rest clear --iga 1 --key k-1";
    const auto id = desk_.must(line);
    state_ = state();
    EXPECT_EQ(desk_.must(line), id);
    EXPECT_EQ(state(), state_);
    expect_refused({
        {"acne record C-001 --on 2026-03-02 --rest clear --iga 2 --key k-1", "something else"},
        {"acne record C-002 --on 2026-03-02 --rest clear --iga 1 --key k-1", "something else"},
        {"acne correct 3 --iga 1 --reason x --key k-1", "something else"},
        {"acne void 3 --reason x --key k-1", "something else"},
        {"session record C-001 --at 2026-03-02T10:30 --device pen --area chin:1:4 --key k-1",
         "something else"},
    });
    expect_accepted({"acne record C-001 --on 2026-03-02 --rest clear --iga 2 --key k-2"});
}

TEST_F(Correct, AKeyOfAnImportStandsForTheContentOfItsFile) {
    const auto file = folder_ / "old.csv";
    const auto line = "import " + file.string() + " --as acne --key k-1";
    std::ofstream(file) << "patient,on,iga\nC-001,2024-01-05,3\n";
    desk_.must(line);
    state_ = state();
    desk_.must(line);
    EXPECT_EQ(state(), state_) << "the same again writes nothing";
    std::ofstream(file) << "patient,on,iga\nC-001,2024-01-05,4\n";
    expect_refusal(support::words(line), {"", "something else"});
    expect_refusal(support::words("acne record C-001 --on 2026-03-02 --iga 1 --key k-1"),
                   {"", "something else"});
}

}  // namespace
}  // namespace whole::correct_test
