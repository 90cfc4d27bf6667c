#include "app/cli/keeping/key_given.h"

#include <algorithm>
#include <cctype>
#include <iostream>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "app/cli/commands/password_given.h"
#include "schema/types/error.h"

namespace cli {

namespace {

constexpr std::ptrdiff_t digits_of_sheet = 72;

// As many lines as the key has, however they are typed.
db::Wiped typed_key(Invocation& call) {
    call.io.err << "The key of the recovery sheet, all four lines:\n" << std::flush;
    std::string text;
    std::string line;
    const auto is_digit = [](unsigned char each) { return std::isxdigit(each) != 0; };
    while (std::count_if(text.begin(), text.end(), is_digit) < digits_of_sheet &&
           std::getline(*call.io.in, line)) {
        text += line + "\n";
        db::wipe(line);
    }
    const db::Wiped all(std::move(text));
    return backup::read_sheet_text(all.view());
}

db::Wiped key_of_input() {
    std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    const db::Wiped all(std::move(text));
    return backup::read_sheet_text(all.view());
}

void refuse_nobody(const backup::Recipient& recipient) {
    throw schema::refused(
        "backup",
        fmt::format("is encrypted for the key {}, and nobody can be asked for it here",
                    backup::fingerprint_of(recipient)),
        recipient.stretch
            ? "give the passphrase on standard input with --passphrase-stdin"
            : "give the key of the recovery sheet on standard input with --key-stdin");
}

}  // namespace

std::vector<Option> key_options() {
    return {{"key-stdin", "", "read the key of the recovery sheet from standard input"},
            {"passphrase-stdin", "", "read the passphrase from the first line of standard input"}};
}

db::Wiped secret_given(Invocation& call, const backup::Recipient& recipient) {
    const bool has_passphrase = call.arguments.has("passphrase-stdin");
    if (has_passphrase && !recipient.stretch) {
        throw schema::refused("--passphrase-stdin",
                              "does not open this backup: it is encrypted for the key of a sheet",
                              "give that key with --key-stdin");
    }
    if (call.arguments.has("key-stdin")) {
        return key_of_input();
    }
    if (call.io.in == nullptr && !has_passphrase) {
        refuse_nobody(recipient);
    }
    if (!recipient.stretch) {
        return typed_key(call);
    }
    const db::Wiped passphrase(line_given(call, "Passphrase: ", has_passphrase));
    return backup::secret_of_passphrase(passphrase.view(), *recipient.stretch);
}

std::string new_passphrase(Invocation& call) {
    const bool is_input = call.arguments.has("passphrase-stdin");
    auto passphrase = line_given(call, "Passphrase: ", is_input);
    if (!is_input && line_given(call, "The same again: ", false) != passphrase) {
        throw schema::refused(
            "passphrase", "was not the same both times; nothing was changed", "type it again");
    }
    return passphrase;
}

}  // namespace cli
