#pragma once
// Somebody who works with the book. What proves that it is them is not part of it; see db/secrets.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/types/id.h"
#include "schema/types/word.h"

namespace schema {

// What they are in the clinic; what follows from it says app/access/right.h.
enum class AccountRole { owner, clinician, assistant, reader };

template <>
struct Words<AccountRole> {
    static constexpr std::string_view table = "word_role";
    static constexpr std::array<std::string_view, 4> all{
        "owner", "clinician", "assistant", "reader"};
};

struct Account {
    Id<Account> id{};  // 0 until it is written

    std::string name;
    std::optional<std::string> display_name;
    AccountRole role = AccountRole::reader;
    std::optional<std::string> language;
    bool active = true;

    int version = 1;

    bool operator==(const Account&) const = default;
};

template <>
struct Description<Account> {
    static constexpr std::string_view noun = "account";
    static constexpr std::string_view table = "account";
    static constexpr std::string_view plural = "accounts";
    static constexpr std::string_view summary = "somebody who works with the book";
    static constexpr std::tuple fields{
        Field{"name", &Account::name, "what they sign in with, and the actor of what they do"},
        Field{"display_name", &Account::display_name, "how they are shown; empty = as the name"},
        Field{"role", &Account::role, "what they are in the clinic, which says what they may"},
        Field{"language", &Account::language, "the language of their pages: en, ar"},
        Field{"active", &Account::active, "no = disabled: may do nothing"},
    };
};

}  // namespace schema
