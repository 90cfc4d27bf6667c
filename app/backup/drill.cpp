#include "app/backup/drill.h"

#include <chrono>

#include <fmt/format.h>

#include "app/access/right.h"
#include "app/backup/known_backups.h"
#include "app/backup/policy.h"
#include "app/backup/shared_photos.h"
#include "app/tracking/commit.h"
#include "db/ledger/ledger.h"
#include "db/ledger/sha256.h"
#include "db/photos/carry_photos.h"
#include "db/utc.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

struct Newest {
    std::string folder;
    fs::path place;
    Manifest backup;
};

Newest newest_of(const db::Book& book, const std::optional<std::string>& folder) {
    const auto identity = identity_of_book(book);
    std::optional<Newest> newest;
    const auto folders =
        folder ? std::vector{*folder} : folders_of(read_policy(book.file()), book.file());
    for (const auto& each : folders) {
        const auto place = place_of(each);
        if (!place) {
            continue;
        }
        auto all = backups_in(*place, identity);
        if (!all.empty() && (!newest || all.back().moment > newest->backup.moment)) {
            newest = Newest{each, *place, std::move(all.back())};
        }
    }
    if (!newest) {
        throw schema::missing(folder.value_or("backup"),
                              "has no backup of this book, or is not connected",
                              "connect it, or make a backup",
                              "needlebook backup run");
    }
    return std::move(*newest);
}

[[noreturn]] void refuse_another(const Newest& newest, const std::string& what) {
    throw schema::damaged(newest.place.string(),
                          newest.backup.name + ": " + what,
                          "make another backup, look at what this one lies on, and keep both");
}

// The entry that the backup ends with, as the ledger has it.
void refuse_unknown_end(const db::Book& book, const Newest& newest) {
    bool is_known = false;
    const auto& end = newest.backup.end;
    db::for_each_entry(book, {.after = end.seq - 1, .most = 1}, [&](const db::LedgerEntry& entry) {
        is_known = entry.seq == end.seq && entry.hash == end.hash;
    });
    if (!is_known) {
        refuse_another(newest, "it ends with an entry that is not in this book's ledger");
    }
}

}  // namespace

Certificate drill(const db::Book& book,
                  const std::optional<std::string>& folder,
                  const SecretOf& secret,
                  std::int64_t now) {
    auto newest = newest_of(book, folder);
    refuse_unknown_end(book, newest);
    Certificate certificate{.folder = newest.folder,
                            .medium = medium_of(newest.place, book.file()),
                            .backup = newest.backup,
                            .moment = now};
    for (const auto& file : newest.backup.files) {
        certificate.bytes += file.size;
    }
    const SharedPhotos shared(newest.place);
    for (const auto& id : newest.backup.photos) {
        certificate.bytes += shared.size(id);
    }
    const ProvingPlace place(book.file());
    auto begin = Clock::now();
    refuse_changed(newest.place, newest.backup);
    const auto copy = fetched(newest.place, newest.backup, secret, place);
    certificate.read_seconds = seconds_since(begin);
    begin = Clock::now();
    const auto content = proved(copy, true);
    certificate.check_seconds = seconds_since(begin);
    certificate.rows = content.rows;
    certificate.entries = content.entries;
    certificate.photos = static_cast<std::int64_t>(db::photos_named_by(copy).size());
    if (db::ledger_end(db::Book::open_as_stored(copy)) != newest.backup.end) {
        refuse_another(newest, "it does not end with the entry that its manifest names");
    }
    if (content.hash != newest.backup.content) {
        refuse_another(newest, "its content is not what the book's was when it was made");
    }
    const auto end = db::ledger_end(book);
    certificate.entries_since = end.seq - newest.backup.end.seq;
    if (end == newest.backup.end && db::content_of(book).hash != content.hash) {
        refuse_another(newest, "its content is not the book's, whose ledger ends as it does");
    }
    return certificate;
}

std::int64_t record(db::Book& book,
                    const db::Submission& submission,
                    const Certificate& certificate) {
    tracking::commit(book, submission, access_control::Right::keep_book, [&](db::Write&) {
        return exchange::json_text(certificate_json(certificate), -1);
    });
    note(book, [&](KnownBackups& all) {
        auto& known = all[certificate.folder];
        known.drilled = certificate.moment;
        known.proved = certificate.moment;
    });
    return db::last_entry(book);
}

exchange::OrderedJson certificate_json(const Certificate& certificate) {
    const auto& backup = certificate.backup;
    return {{"drilled_at", db::utc_text(certificate.moment)},
            {"folder", certificate.folder},
            {"other_medium", certificate.medium == Medium::other},
            {"name", backup.name},
            {"made_at", db::utc_text(backup.moment)},
            {"encrypted", backup.sealed_for.has_value()},
            {"entry", backup.end.seq},
            {"hash", db::hex(backup.end.hash)},
            {"content", backup.content},
            {"rows", certificate.rows},
            {"entries", certificate.entries},
            {"photos", certificate.photos},
            {"bytes", certificate.bytes},
            {"read_seconds", certificate.read_seconds},
            {"check_seconds", certificate.check_seconds},
            {"entries_since", certificate.entries_since}};
}

}  // namespace backup
