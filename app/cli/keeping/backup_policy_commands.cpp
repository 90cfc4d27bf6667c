// Where backups go, and for whom they are encrypted.

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/backup/backup_file.h"
#include "app/backup/medium.h"
#include "app/backup/policy.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/report_format.h"
#include "app/cli/invocation.h"
#include "app/cli/keeping/key_given.h"
#include "app/cli/pages/backup_page.h"
#include "app/report/recovery_sheet.h"
#include "app/tracking/commit.h"
#include "db/file/private_file.h"
#include "db/ledger/ledger.h"
#include "db/records/clinic.h"
#include "schema/types/text.h"

namespace cli {

namespace {

std::vector<Option> policy_options() {
    return {{.name = "add-folder",
             .value = "FOLDER",
             .meaning = "another folder, as /mnt/backups or label:CLINIC/backups",
             .repeated = true},
            {.name = "remove-folder",
             .value = "FOLDER",
             .meaning = "not into this one any more; what is there stays",
             .repeated = true},
            {"keep-hourly", "N", "hours of which one stays, 0 to 1000"},
            {"keep-daily", "N", "days of which one stays, 0 to 1000"},
            {"keep-weekly", "N", "weeks of which one stays, 0 to 1000"},
            {"keep-monthly", "N", "months of which one stays, 0 to 1000"},
            {"limit-hours", "N", "a last good backup that is older is told red"},
            {"automatic", "WORD", "yes or no: whether `needlebook serve` makes them"}};
}

void require_keeper(const Invocation& call, const db::Book& book) {
    access_control::require(access_control::authorise_local(book, call.actor()),
                            access_control::Right::keep_book);
}

int number_given(const Invocation& call, const std::string& name, int otherwise) {
    const auto text = call.arguments.one(name);
    const auto number = text ? schema::Text<int>::read(*text) : otherwise;
    if (!number) {
        throw schema::refused(
            "--" + name, fmt::format("\"{}\" is not a whole number", *text), "give a number");
    }
    return *number;
}

void refuse_unknown_folder(const backup::Policy& policy, const std::string& folder) {
    if (std::find(policy.folders.begin(), policy.folders.end(), folder) == policy.folders.end()) {
        throw schema::refused("--remove-folder",
                              fmt::format("\"{}\" is not among the folders", folder),
                              fmt::format("there are: {}", fmt::join(policy.folders, ", ")));
    }
}

// A folder that is named is there, and becomes this book's at once: it is found again if its medium
// is not mounted one day.
void claim_folder(const db::Book& book, const std::string& folder) {
    backup::refuse_no_folder_name(folder);
    const auto place = backup::place_of(folder);
    if (!place) {
        return;  // a stick that comes later
    }
    if (!std::filesystem::is_directory(*place)) {
        throw schema::refused("--add-folder",
                              fmt::format("there is no folder {}", place->string()),
                              "make it, or connect what it lies on");
    }
    const auto identity = backup::identity_of_book(book);
    const auto owner = backup::owner_of(*place);
    if (owner && *owner != identity) {
        throw schema::refused("--add-folder",
                              fmt::format("{} has backups of another book", place->string()),
                              "give each book a folder of its own");
    }
    backup::claim(*place, identity);
}

bool changes_policy(const Arguments& arguments) {
    const auto options = policy_options();
    return std::any_of(options.begin(), options.end(), [&](const Option& option) {
        return arguments.has(option.name);
    });
}

void change_policy(Invocation& call, const db::Book& book, backup::Policy& policy) {
    require_keeper(call, book);
    const bool was_usual = policy.folders.empty();
    for (const auto& folder : call.arguments.all("remove-folder")) {
        refuse_unknown_folder(policy, folder);
        std::erase(policy.folders, folder);
    }
    for (const auto& folder : call.arguments.all("add-folder")) {
        claim_folder(book, folder);
        std::erase(policy.folders, folder);
        policy.folders.push_back(folder);
    }
    auto& keep = policy.keep;
    if (was_usual && !policy.folders.empty() && keep == backup::beside_the_book) {
        keep = backup::Keep{};
    }
    keep = {.hourly = number_given(call, "keep-hourly", keep.hourly),
            .daily = number_given(call, "keep-daily", keep.daily),
            .weekly = number_given(call, "keep-weekly", keep.weekly),
            .monthly = number_given(call, "keep-monthly", keep.monthly)};
    policy.limit_hours = number_given(call, "limit-hours", policy.limit_hours);
    if (const auto automatic = call.arguments.one("automatic")) {
        if (*automatic != "yes" && *automatic != "no") {
            throw schema::refused("--automatic",
                                  fmt::format("\"{}\" is neither yes nor no", *automatic),
                                  "give yes or no");
        }
        policy.automatic = *automatic == "yes";
    }
    backup::write_policy(book.file(), policy);
}

void show_policy(Invocation& call) {
    const auto book = call.open_to_keep();
    auto policy = backup::read_policy(book.file());
    if (changes_policy(call.arguments)) {
        change_policy(call, book, policy);
    }
    call.io.out << policy_page(policy, book.file());
}

// That the key is another from now on stands in the ledger, with the public key: who changes the
// policy alone is noticed.
void keep_recipient(Invocation& call, const backup::Recipient& recipient) {
    auto book = call.open_to_write();
    auto policy = backup::read_policy(book.file());
    policy.recipient = recipient;
    tracking::commit(book, call.submission(), access_control::Right::keep_book, [&](db::Write&) {
        return backup::fingerprint_of(recipient);
    });
    backup::write_policy(book.file(), policy);
    call.io.out << backup::fingerprint_of(recipient) << '\n';
    call.io.err << "From the next backup on they are encrypted for this key. Those that are there "
                   "stay as they are.\n";
}

void make_sheet_key(Invocation& call) {
    const std::filesystem::path file = call.arguments.need("sheet");
    const auto language = word_given(call, "language", exchange::ReportLanguage::english);
    const auto key = backup::new_key();
    {
        const auto book = call.open_to_read(access_control::Right::keep_book);
        const auto clinic = db::read_clinic(book);
        db::PrivateFile out(file);
        out.write(exchange::recovery_sheet(
            {.key = backup::sheet_text(key.secret),
             .fingerprint = backup::fingerprint_of(key.recipient),
             .book = book.file().filename().string(),
             .program = NEEDLEBOOK_VERSION,
             .folders = backup::folders_of(backup::read_policy(book.file()), book.file()),
             .made_on = call.today(book),
             .end = db::ledger_end(book)},
            {.clinic = clinic.name,
             .telephone = clinic.telephone,
             .digits = clinic.digits,
             .umm_al_qura = clinic.umm_al_qura},
            language));
        out.close();
    }
    keep_recipient(call, key.recipient);
    call.io.err << fmt::format(
        "Print {} twice, keep the sheets in two places away from this machine, and delete the "
        "file: without a sheet nobody opens these backups, you neither.\n",
        file.string());
}

void key_of_backups(Invocation& call) {
    const auto act = call.arguments.need("ACT");
    if (act == "show") {
        const auto book = call.open_to_keep();
        const auto& recipient = backup::read_policy(book.file()).recipient;
        if (!recipient) {
            call.io.err << "Backups are not encrypted.\n";
            return;
        }
        call.io.out << backup::fingerprint_of(*recipient) << '\n';
        call.io.err << (recipient->stretch ? "It is made of a passphrase.\n"
                                           : "Its secret half is on the recovery sheet.\n");
        return;
    }
    if (act != "make") {
        throw schema::misused("backup key",
                              fmt::format("\"{}\" is neither make nor show", act),
                              "`needlebook backup key --help` shows how");
    }
    const bool has_sheet = call.arguments.has("sheet");
    if (has_sheet == call.arguments.has("passphrase-stdin") && (has_sheet || !call.io.in)) {
        throw schema::misused("backup key make",
                              has_sheet ? "--sheet and a passphrase are two ways to the same"
                                        : "nobody can be asked for a passphrase here",
                              "give --sheet FILE.html, or --passphrase-stdin");
    }
    if (has_sheet) {
        make_sheet_key(call);
        return;
    }
    db::Wiped passphrase(new_passphrase(call));
    keep_recipient(call, backup::recipient_of_passphrase(passphrase.view()));
}

Command policy_command() {
    return {.noun = "backup",
            .verb = "policy",
            .summary = "Show, or say, where backups go by themselves and how many stay.",
            .example =
                "needlebook backup policy --add-folder /mnt/backups --add-folder "
                "label:CLINIC/backups --keep-monthly 24",
            .output = "automatic    yes, while `needlebook serve` runs\nfolder       …",
            .notes =
                "A folder is a path from the root, or a medium by its label wherever it is "
                "mounted. It is of one book.\nWithout one backups lie beside the book, which is no "
                "protection against the loss of its disk. Of each hour,\nday, week and month the "
                "newest backup stays, so many of them as is said here, by UTC.\n",
            .options = policy_options(),
            .run = &show_policy};
}

Command key_command() {
    auto options = std::vector<Option>{
        {"sheet", "FILE", "make a key, and the sheet to print with its secret half"},
        {"language", "WORD", schema::word_list<exchange::ReportLanguage>()}};
    options.push_back(key_options().at(1));
    return {.noun = "backup",
            .verb = "key",
            .summary = "Encrypt backups: for a key whose secret half is on paper, or a passphrase.",
            .example = "needlebook backup key make --sheet recovery.html --language en+ar",
            .output = "8d2f0c1a2b9d3e4f",
            .notes =
                "This machine keeps the public half and writes what it cannot read: who "
                "steals it or the stick has nothing.\nPrints the fingerprint, which is on the "
                "sheet too. docs/backup-format.md has the format.\n",
            .arguments = {{"ACT", "make, or show: which key is in use"}},
            .options = std::move(options),
            .book = Book::write,
            .run = &key_of_backups};
}

}  // namespace

std::vector<Command> backup_policy_commands() {
    return {policy_command(), key_command()};
}

}  // namespace cli
