#include "app/import/proposal/rules.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace exchange::rules_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string refusal(const auto& act) {
    try {
        act();
    } catch (const schema::Error& error) {
        return error.problems()[0].where + ": " + error.problems()[0].what;
    }
    return "was taken";
}

TEST(Rules, AreOneOptionALineAndCommentsSayNothing) {
    EXPECT_THAT(read_rules("# from the old program\nas scores\r\n\n"
                           "  map patient=Chart No  \nmap patient=#row\nkeep-good\n",
                           "r"),
                ElementsAre(Rule{"as", "scores", 2},
                            Rule{"map", "patient=Chart No", 4},
                            Rule{"map", "patient=#row", 5},
                            Rule{"keep-good", "", 6}));
}

TEST(Rules, AsATextAreReadBackAsTheyWere) {
    const std::vector<Rule> rules{{"as", "patients", 2}, {"values", "sex:ذكر=male", 3}};
    EXPECT_EQ(read_rules(rules_text(rules), "r"), rules);
    EXPECT_THAT(refusal([] {
                    rules_text({{"values", "sex:a\nb=male", 0}});
                }),
                HasSubstr("line end"));
}

TEST(Rules, OfAFileThatIsNoTextOrNotThereAreRefused) {
    EXPECT_THAT(refusal([] { read_rules("as scores\nmap \xFF=b\n", "r.rules"); }),
                HasSubstr("r.rules:2"));
    EXPECT_THAT(refusal([] { rules_named("/nowhere/r.rules"); }), HasSubstr("is not a file"));
    const support::TemporaryFolder folder;
    std::ofstream(folder / "large.rules") << std::string(300'000, '#');
    EXPECT_THAT(refusal([&] { rules_named(folder / "large.rules"); }), HasSubstr("bytes"));
}

TEST(Rules, ThatShipWithTheProgramSayWhatTheyAreFor) {
    ASSERT_EQ(shipped_rules().size(), 5U);
    for (const auto& each : shipped_rules()) {
        EXPECT_FALSE(rules_named(std::string(each.name)).empty()) << each.name;
        EXPECT_TRUE(each.text.starts_with("# ")) << each.name;
    }
    EXPECT_THAT(list_of_shipped_rules(), HasSubstr("cdisc-ae"));
}

}  // namespace
}  // namespace exchange::rules_test
