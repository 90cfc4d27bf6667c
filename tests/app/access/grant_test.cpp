#include "app/access/grant.h"

#include <type_traits>

#include "app/access/own_grant.h"
#include "app/access/random_token.h"
#include "db/secrets/program_tokens.h"
#include "tests/app/access/people_book.h"

namespace access_control::grant_test {
namespace {

using schema::AccountRole;

// Nobody makes one by hand.
static_assert(!std::is_default_constructible_v<Grant>);
static_assert(!std::is_aggregate_v<Grant>);

class Grants : public PeopleBook {
  protected:
    std::string add_token(AccountId maker,
                          const Rights& rights,
                          std::optional<std::int64_t> until = std::nullopt) {
        auto token = random_token();
        db::change_secrets(book_, [&](db::SecretWrite& write) {
            db::insert_program_token(write,
                                     {.name = "registry",
                                      .hash = token_hash(token),
                                      .rights = rights_text(rights),
                                      .account = maker,
                                      .until = until});
        });
        return token;
    }
};

TEST_F(Grants, OfABookWithoutAccountsAreTheOwnersForAnybody) {
    const auto grant = authorise_local(book_, "anybody");
    EXPECT_EQ(grant.actor(), "anybody");
    EXPECT_EQ(grant.rights(), rights_of(AccountRole::owner));
    EXPECT_FALSE(grant.account());
}

TEST_F(Grants, OfABookWithAccountsAreThoseOfTheAccountOfThatName) {
    add("Huda");
    const auto omar = add("omar", AccountRole::assistant);
    const auto grant = authorise_local(book_, "OMAR");
    EXPECT_EQ(grant.actor(), "omar");
    EXPECT_EQ(grant.account(), omar);
    EXPECT_EQ(grant.rights(), rights_of(AccountRole::assistant));
    EXPECT_EQ(authorise_local(book_, "ｈｕｄａ").actor(), "Huda") << "whatever its width";
    EXPECT_EQ(authorise(book_, omar), grant);
}

TEST_F(Grants, AreRefusedForNobodysNameAndForADisabledAccount) {
    add("huda");
    const auto omar = add("omar", AccountRole::owner, false);
    EXPECT_EQ(refusal([&] { authorise_local(book_, "root"); }),
              "forbidden: actor: \"root\" is no account of this book");
    EXPECT_EQ(refusal([&] { authorise_local(book_, ""); }),
              "forbidden: actor: \"\" is no account of this book");
    EXPECT_EQ(refusal([&] { authorise_local(book_, "omar"); }), "forbidden: account: is disabled");
    EXPECT_EQ(refusal([&] { authorise(book_, omar); }), "forbidden: account: is disabled");
    EXPECT_EQ(refusal([&] { authorise(book_, AccountId(99)); }),
              "account 99: there is none with this id");
}

TEST_F(Grants, OfAProgramAreThoseOfItsTokenThatItsMakerStillHas) {
    const auto huda = add("huda");
    const auto token = add_token(huda, {Right::read_records, Right::change_settings});
    EXPECT_EQ(authorise(book_, token, now_).rights(),
              (Rights{Right::read_records, Right::change_settings}));
    EXPECT_EQ(authorise(book_, token, now_).actor(), "registry by huda");
    change(huda, [](auto& account) { account.role = AccountRole::reader; });
    EXPECT_EQ(authorise(book_, token, now_).rights(), Rights{Right::read_records});
    change(huda, [](auto& account) { account.active = false; });
    EXPECT_THAT(refusal([&] { authorise(book_, token, now_); }), testing::StartsWith("forbidden"));
}

TEST_F(Grants, AreRefusedToATokenThatIsOverRevokedOrNobodysWithTheSameWords) {
    const auto huda = add("huda");
    const auto until = (now_ + std::chrono::seconds(10)).time_since_epoch().count();
    const auto token = add_token(huda, {Right::read_records}, until);
    EXPECT_NO_THROW(authorise(book_, token, now_ + std::chrono::seconds(9)));
    const auto over = refusal([&] { authorise(book_, token, now_ + std::chrono::seconds(10)); });
    EXPECT_THAT(over, testing::StartsWith("forbidden: token"));
    EXPECT_EQ(refusal([&] { authorise(book_, random_token(), now_); }), over);
    db::change_secrets(book_, [](db::SecretWrite& write) { db::revoke_program_token(write, 1); });
    EXPECT_EQ(refusal([&] { authorise(book_, token, now_); }), over);
}

TEST_F(Grants, AreRenewedAsTheBookSaysByNow) {
    const auto nobody = authorise_local(book_, "anybody");
    const auto own = own_grant("setup");
    const auto huda = add("huda");
    EXPECT_THAT(refusal([&] { renewed(book_, nobody, now_); }), testing::StartsWith("forbidden"))
        << "the book has accounts by now";
    EXPECT_EQ(renewed(book_, own, now_), own);
    const auto token = add_token(huda, {Right::read_records});
    const auto of_huda = authorise(book_, huda);
    const auto of_token = authorise(book_, token, now_);
    EXPECT_EQ(renewed(book_, of_huda, now_), of_huda);
    EXPECT_EQ(renewed(book_, of_token, now_), of_token);
    change(huda, [](auto& account) { account.role = AccountRole::reader; });
    EXPECT_EQ(renewed(book_, of_huda, now_).rights(), Rights{Right::read_records});
    change(huda, [](auto& account) { account.active = false; });
    EXPECT_THAT(refusal([&] { renewed(book_, of_huda, now_); }), testing::StartsWith("forbidden"));
    EXPECT_THAT(refusal([&] { renewed(book_, of_token, now_); }), testing::StartsWith("forbidden"));
}

TEST_F(Grants, AreAskedForEachRightAndSayWhoHasIt) {
    add("huda");
    add("omar", AccountRole::assistant);
    const auto grant = authorise_local(book_, "omar");
    for (const auto& row : right_table()) {
        EXPECT_EQ(refusal([&] { require(grant, row.right); }) == "accepted",
                  role_has(AccountRole::assistant, row.right))
            << schema::word(row.right);
    }
    try {
        require(grant, Right::override_stop);
    } catch (const schema::Error& error) {
        EXPECT_EQ(error.problems().front().remedy, "ask somebody who has it: owner, clinician");
    }
}

}  // namespace
}  // namespace access_control::grant_test
