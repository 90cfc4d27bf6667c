#include "app/tracking/people/clinic_key.h"

#include <memory>

#include <fmt/format.h>

#include "app/tracking/commit.h"
#include "db/key/key_files.h"
#include "db/key/sealed_key.h"
#include "db/ledger/signature.h"
#include "db/records/accounts.h"
#include "schema/types/error.h"

namespace tracking {

using access_control::Right;
using db::SigningKey;

namespace {

db::ClinicKey key_in_use(const db::Book& book) {
    auto key = db::clinic_key_in_use(book);
    if (!key) {
        throw schema::missing("the clinic's key",
                              "there is none: it comes with the first account",
                              "add an account; in a book that has some, renew the key",
                              "needlebook key renew")
            .as("no_key");
    }
    return std::move(*key);
}

}  // namespace

void make_clinic_key(db::Write& write) {
    if (db::clinic_key_in_use(write.book())) {
        return;
    }
    const auto key = SigningKey::made();
    db::keep_key(key, write.book().file());
    db::put_clinic_key(write, key.public_key(), std::nullopt);
}

namespace {

// A file that holds no key any more keeps nobody from making another.
std::optional<SigningKey> voucher_of(const std::string& fingerprint) {
    try {
        return db::key_here(fingerprint);
    } catch (const schema::Error&) {
        return std::nullopt;
    }
}

}  // namespace

db::Receipt renew_clinic_key(db::Book& book, const db::Submission& submission) {
    return commit(book, submission, Right::keep_book, [&](db::Write& write) {
        if (!db::has_accounts(write.book())) {
            throw schema::refused("the clinic's key",
                                  "signs what people with accounts do, and nobody has one here",
                                  "add the first account, which makes the key too",
                                  "needlebook account add NAME --role owner")
                .as("no_accounts");
        }
        const auto key = SigningKey::made();
        const auto& fingerprint = key.public_key().fingerprint();
        const auto before = db::clinic_key_in_use(write.book());
        const auto voucher = before ? voucher_of(before->fingerprint) : std::nullopt;
        std::optional<std::string> vouched;
        if (voucher) {
            vouched = voucher->sign(db::vouching_text(write.book(), fingerprint));
        }
        db::keep_key(key, write.book().file());
        db::put_clinic_key(write, key.public_key(), vouched);
        return fingerprint;
    });
}

std::string exported_clinic_key(const db::Book& book,
                                const access_control::Grant& grant,
                                const std::string& passphrase) {
    access_control::require(grant, Right::keep_book);
    db::refuse_short_passphrase(passphrase);
    const auto record = key_in_use(book);
    const auto key = db::key_here(record.fingerprint);
    if (!key) {
        throw schema::missing(db::key_file(record.fingerprint).string(),
                              "the clinic's key is not on this machine",
                              "export it where it is, or renew it, which makes another",
                              "needlebook key renew")
            .as("key_elsewhere");
    }
    return key->sealed(passphrase);
}

std::int64_t import_clinic_key(db::Book& book,
                               const db::Submission& submission,
                               const std::string& exported,
                               const std::string& passphrase) {
    const auto right = Right::keep_book;
    access_control::require(grant_of(book, submission), right);
    const auto record = key_in_use(book);
    const auto key = SigningKey::unsealed(exported, passphrase, "the exported key");
    if (key.public_key().fingerprint() != record.fingerprint) {
        throw schema::refused("the exported key",
                              fmt::format("is not the one in use: its fingerprint is {}, the "
                                          "clinic's is {}",
                                          key.public_key().fingerprint(),
                                          record.fingerprint),
                              "give the file of the last export, or renew the key, which makes "
                              "another",
                              "needlebook key renew");
    }
    if (db::is_forged(book)) {
        throw schema::refused(
            "the ledger",
            "has a signature that is not the clinic's: it, or an entry before it, was forged",
            "keep this book for whoever looks into it, and restore a backup; an owner who answers "
            "for what stands there renews the key",
            "needlebook key renew");
    }
    db::keep_key(key, book.file());
    const auto count = db::unsigned_entries(book);
    if (count > 0) {
        commit(book, submission, right, [&](db::Write& write) {
            write.signs_anew = true;
            return fmt::format("{} entries are signed that were not", count);
        });
    }
    return count;
}

}  // namespace tracking
