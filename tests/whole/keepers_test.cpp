// What lies beside the book (keys, certificates, a loss that is accepted) is for who keeps it; of a
// record somebody else's void.

#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::keepers_test {
namespace {

using testing::HasSubstr;

class Keepers : public testing::Test {
  protected:
    Keepers() {
        desk_.must("init --name Clinic");
        for (const auto* role : {"owner", "reader"}) {
            typed(fmt::format("account add {0} --role {0} --password-stdin --actor owner", role));
        }
    }
    support::Ran typed(const std::string& line) const {
        return support::Process(
                   {"/bin/sh",
                    "-c",
                    fmt::format("printf 'thistle kettle orbit\\n' | {} {}", NEEDLEBOOK, line)},
                   settings())
            .wait();
    }
    std::map<std::string, std::string> settings() const {
        auto all = desk_.settings();
        all["XDG_DATA_HOME"] = (folder_ / "data").string();
        all["XDG_CONFIG_HOME"] = (folder_ / "config").string();
        return all;
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Keepers, AloneMakeCertificatesTakeOutKeysAndAcceptALoss) {
    for (const std::string line : {"certificate make --name book.clinic.example",
                                   "certificate renew --name book.clinic.example",
                                   "key export /nowhere/key.pem --password-stdin",
                                   "check --accept-loss 1 --reason lost"}) {
        const auto refused = typed(line + " --actor reader");
        EXPECT_EQ(refused.status, 1) << line;
        EXPECT_THAT(refused.err, HasSubstr("keep_book")) << line;
        EXPECT_THAT(typed(line + " --actor owner").err, testing::Not(HasSubstr("keep_book")))
            << line;
    }
}

}  // namespace
}  // namespace whole::keepers_test
