#pragma once
// A book that the clinic's key signs, for tests of that.

#include <filesystem>
#include <string>
#include <vector>

#include "db/key/key_files.h"
#include "db/ledger/ledger.h"
#include "db/ledger/signature.h"
#include "db/ledger/verify.h"
#include "db/records/accounts.h"
#include "db/records/clinic_keys.h"
#include "tests/db/clinic_book.h"

namespace db {

class SignedBook : public ClinicBook {
  protected:
    static void add_owner(Book& book) {
        transact(book, {.actor = "huda", .action = "account add"}, [](Write& write) {
            insert_account(write, {.name = "huda", .role = schema::AccountRole::owner});
            const auto key = SigningKey::made();
            keep_key(key, write.book().file());
            put_clinic_key(write, key.public_key(), std::nullopt);
            return std::string();
        });
    }
    // Another key; `vouched` for by the one before or not.
    static void renew(Book& book, bool vouched) {
        transact(book, {.actor = "huda", .action = "key renew"}, [&](Write& write) {
            const auto key = SigningKey::made();
            const auto before = key_here(clinic_key_in_use(book)->fingerprint);
            keep_key(key, book.file());
            put_clinic_key(write,
                           key.public_key(),
                           vouched ? std::optional(before->sign(
                                         vouching_text(book, key.public_key().fingerprint())))
                                   : std::nullopt);
            return std::string();
        });
    }
    static std::string fingerprint(const Book& book) {
        return clinic_key_in_use(book)->fingerprint;
    }
    // The keys of this machine are away while it lives: another machine, or another person.
    class Elsewhere {
      public:
        explicit Elsewhere(const support::TemporaryFolder& folder) : here_(folder.keys()) {
            std::filesystem::rename(here_, away());
        }
        ~Elsewhere() {
            std::error_code ignored;
            std::filesystem::remove_all(here_, ignored);
            std::filesystem::rename(away(), here_, ignored);
        }
        Elsewhere(const Elsewhere&) = delete;
        Elsewhere& operator=(const Elsewhere&) = delete;

      private:
        std::filesystem::path away() const { return here_.string() + "-away"; }
        std::filesystem::path here_;
    };
    static std::string signature_said(const std::filesystem::path& file,
                                      const std::optional<PublicKey>& given = {}) {
        return said(signature_problems(Book::open_for_check(file), given));
    }
    static std::string head_said(const std::filesystem::path& file) {
        return said(Book::open_for_check(file).warnings());
    }
    // The book at rest and its head, as files.
    static void copy(const std::filesystem::path& from, const std::filesystem::path& to) {
        for (const auto* end : {"-wal", "-shm"}) {
            std::filesystem::remove(to.string() + end);
        }
        for (const auto* end : {"", ".head"}) {
            std::filesystem::remove(to.string() + end);
            std::filesystem::copy_file(from.string() + end, to.string() + end);
        }
    }
};

}  // namespace db
