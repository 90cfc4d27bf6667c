#include "app/cli/pages/backup_page.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "app/cli/terminal/text_table.h"
#include "db/ledger/ledger.h"
#include "db/utc.h"

namespace cli {

namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

std::string number_of(std::int64_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string age_text(std::int64_t seconds) {
    if (seconds < hour) {
        return number_of(seconds / minute, "minute");
    }
    return seconds < 2 * day ? number_of(seconds / hour, "hour") : number_of(seconds / day, "day");
}

std::string moment_text(const std::optional<std::int64_t>& moment) {
    return moment ? db::utc_text(*moment) : "never";
}

std::string line(std::string_view name, const std::string& value) {
    return fmt::format("{:<13}{}\n", name, value);
}

std::string medium_text(backup::Medium medium) {
    return medium == backup::Medium::other ? "on another medium than the book"
                                           : "on the disk of the book";
}

std::string first_sentence(const backup::Status& status) {
    if (!status.last) {
        return "No good backup of this book is known.\n";
    }
    const auto when = status.age
                          ? fmt::format("is {} old", age_text(*status.age))
                          : std::string("is of no age that can be told: the clock is behind");
    return fmt::format("The last good backup {}, in {}, {}{}.\n",
                       when,
                       *status.where,
                       medium_text(status.last->medium),
                       status.last->is_sealed ? ", encrypted" : "");
}

std::string size_text(std::uint64_t bytes) {
    constexpr double megabyte = 1000.0 * 1000.0;
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / megabyte);
}

}  // namespace

std::string policy_page(const backup::Policy& policy, const std::filesystem::path& book) {
    auto text = line("automatic", policy.automatic ? "yes, while `needlebook serve` runs" : "no");
    for (const auto& folder : backup::folders_of(policy, book)) {
        text +=
            line("folder",
                 folder + (policy.folders.empty() ? " (beside the book: no other is named)" : ""));
    }
    const auto& keep = policy.keep;
    text += line("keeps",
                 fmt::format("of {} hours, {} days, {} weeks, {} months the newest each",
                             keep.hourly,
                             keep.daily,
                             keep.weekly,
                             keep.monthly));
    text += line("red after", number_of(policy.limit_hours, "hour"));
    return text + line("encrypted",
                       policy.recipient
                           ? fmt::format("for the key {}{}",
                                         backup::fingerprint_of(*policy.recipient),
                                         policy.recipient->stretch ? ", of a passphrase" : "")
                           : "no");
}

std::string outcome_line(const backup::Outcome& outcome) {
    if (!outcome.made) {
        return fmt::format("{}: none\n", outcome.folder);
    }
    return fmt::format("{}: {}{}{}\n",
                       outcome.folder,
                       outcome.made->name,
                       outcome.is_proved ? ", proved" : "",
                       outcome.removed > 0 ? fmt::format("; {} removed", outcome.removed) : "");
}

std::string status_page(const backup::Status& status, std::int64_t now, std::optional<int> width) {
    auto text = first_sentence(status);
    text += fmt::format("Restored to a temporary place and checked whole: {}. Drill: {}.\n",
                        moment_text(status.proved),
                        moment_text(status.drilled));
    std::vector<std::vector<std::string>> rows;
    for (const auto& folder : status.folders) {
        const auto& good = folder.known.good;
        const auto& failed = folder.known.failed;
        rows.push_back({folder.folder,
                        good ? age_text(std::max<std::int64_t>(0, now - good->moment)) : "never",
                        good ? medium_text(good->medium) : "",
                        good && good->is_sealed ? "yes" : "no",
                        folder.problem && failed
                            ? std::string(schema::word(failed->trouble))
                            : (folder.is_of_policy ? "" : "not in the policy")});
    }
    return text + "\n" +
           text_table({"folder", "last good", "medium", "encrypted", "trouble"}, rows, width);
}

std::string certificate_page(const backup::Certificate& certificate, const db::Head& end) {
    const auto& made = certificate.backup;
    return "THE BOOK COMES BACK\n\n" +
           line("backup", fmt::format("{} in {}", made.name, certificate.folder)) +
           line("medium", medium_text(certificate.medium)) +
           line("encrypted", made.sealed_for ? "yes, for the key " + *made.sealed_for : "no") +
           line("made at", db::utc_text(made.moment)) +
           line("ends with",
                fmt::format("entry {}, {}, as this book's ledger has it",
                            made.end.seq,
                            db::hex(made.end.hash).substr(0, db::witness_digits))) +
           line("content",
                fmt::format("{} rows, {} entries, {}, {}",
                            certificate.rows,
                            certificate.entries,
                            number_of(certificate.photos, "photograph"),
                            made.content)) +
           line("took",
                fmt::format("{:.1f} s to read {} and open, {:.1f} s to check whole",
                            certificate.read_seconds,
                            size_text(certificate.bytes),
                            certificate.check_seconds)) +
           line("since then",
                fmt::format("{} {}",
                            certificate.entries_since,
                            certificate.entries_since == 1 ? "entry" : "entries")) +
           line("drilled at", db::utc_text(certificate.moment)) +
           line("recorded",
                fmt::format("ledger entry {}, {}",
                            end.seq,
                            db::hex(end.hash).substr(0, db::witness_digits)));
}

std::string machine_page(const backup::MachineState& machine) {
    return line("folder", machine.folder.string()) +
           line("encrypted", std::string(schema::word(machine.encrypted))) +
           line("free", machine.free ? size_text(*machine.free) : "unknown") +
           line("clock set", std::string(schema::word(machine.clock_set))) +
           line("backup",
                machine.backups.age ? age_text(*machine.backups.age) + " old"
                                    : std::string("none, or of no age"));
}

}  // namespace cli
