// The clinic's key, which signs the ledger.

#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/password_given.h"
#include "app/cli/invocation.h"
#include "app/cli/problems.h"
#include "app/json/people_json.h"
#include "app/tracking/people/clinic_key.h"
#include "db/file/private_file.h"
#include "db/key/key_files.h"
#include "schema/types/error.h"

namespace cli {

namespace {

void show_key(Invocation& call) {
    const auto book = call.open_to_keep();
    const auto keys = db::clinic_keys(book);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::clinic_keys_json(keys)) << '\n';
        return;
    }
    for (const auto& key : keys) {
        if (key.retired_at) {
            call.io.out << fmt::format("retired  {}  entries {} to {}, until {}\n",
                                       key.fingerprint,
                                       key.since_entry,
                                       *key.until_entry - 1,
                                       *key.retired_at);
            continue;
        }
        call.io.out << fmt::format("{}\nsince entry {}, {}\n{}",
                                   key.fingerprint,
                                   key.since_entry,
                                   key.made_at,
                                   key.public_key);
        if (auto problem = db::keys_folder_problem()) {
            print_problems(call.io.err, "warning", {std::move(*problem)});
            continue;
        }
        call.io.err << (db::is_key_here(key.fingerprint)
                            ? fmt::format("The private key is on this machine: {}\n",
                                          db::key_file(key.fingerprint).string())
                            : "The private key is not on this machine.\n");
    }
    if (keys.empty()) {
        call.io.err << "The clinic has no key: it comes with the first account.\n";
    }
}

void renew_key(Invocation& call) {
    auto book = call.open_to_write();
    call.io.out << tracking::renew_clinic_key(book, call.submission()).answer << '\n';
    call.io.err << "From now on this key signs. Keep its fingerprint on paper, and the key itself "
                   "away from this machine: `needlebook key export FILE`.\n";
}

void export_key(Invocation& call) {
    const std::filesystem::path file = call.arguments.need("FILE");
    const auto book = call.open_to_read(access_control::Right::keep_book);
    const auto grant = access_control::authorise_local(book, call.actor());
    db::PrivateFile out(file);
    out.write(tracking::exported_clinic_key(book, grant, password_given(call)));
    out.close();
    call.io.err << fmt::format(
        "The clinic's key, encrypted: {}\nNobody can open it without the passphrase, you "
        "neither.\n",
        file.string());
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file)) {
        throw schema::refused(
            file.string(), "cannot be read", "name the file that `needlebook key export` wrote");
    }
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return std::move(bytes).str();
}

void import_key(Invocation& call) {
    auto book = call.open_to_keep();
    const auto exported = content_of(call.arguments.need("FILE"));
    const auto passphrase = password_given(call);
    const auto count = tracking::import_clinic_key(book, call.submission(), exported, passphrase);
    call.io.err << (count > 0 ? fmt::format("The key is here; the ledger is signed again, with {} "
                                            "entries that were not.\n",
                                            count)
                              : "The key is here.\n");
}

}  // namespace

std::vector<Command> key_commands() {
    const Argument file{"FILE", "the exported key"};
    return {
        {.noun = "key",
         .verb = "show",
         .summary = "Show the public key with which the clinic signs its ledger.",
         .example = "needlebook key show",
         .output = "3f1c…\nsince entry 2, 2026-01-05T09:31:02Z\n-----BEGIN PUBLIC KEY-----\n…",
         .notes = "Kept elsewhere it finds a book that was forged with its key: `needlebook check "
                  "--public-key FILE` takes\nwhat this prints. docs/security.md says what is "
                  "signed.\n",
         .json = true,
         .run = &show_key},
        {.noun = "key",
         .verb = "renew",
         .summary = "Make another key for the clinic, and retire the one before.",
         .example = "needlebook key renew --reason \"the machine was stolen\"",
         .output = "8a40…",
         .notes = "By an owner, who answers for all that is in the ledger by now: it is signed "
                  "anew. The key before vouches for\nthis one if it is on this machine.\n",
         .book = Book::write,
         .run = &renew_key},
        {.noun = "key",
         .verb = "export",
         .summary = "Write the clinic's private key into a file, encrypted with a passphrase.",
         .example = "needlebook key export /mnt/usb/clinic-key.pem --password-stdin",
         .output = "",
         .notes = "No backup has the key: keep this file apart from them. The passphrase has at "
                  "least 12 characters.\n",
         .arguments = {{"FILE", "where to; it must not be there yet"}},
         .options = {password_option()},
         .run = &export_key},
        {.noun = "key",
         .verb = "import",
         .summary = "Bring the exported key to this machine, and sign what was written without it.",
         .example = "needlebook key import /mnt/usb/clinic-key.pem --password-stdin",
         .output = "",
         .notes = "It must be the key in use. Look at what was written meanwhile before: "
                  "`needlebook ledger`.\n",
         .arguments = {file},
         .options = {password_option()},
         .book = Book::write,
         .run = &import_key},
    };
}

}  // namespace cli
