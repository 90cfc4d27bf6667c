#include "db/ledger/signature.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "db/key/key_files.h"
#include "db/ledger/ledger.h"
#include "db/records/accounts.h"
#include "db/records/clinic_keys.h"
#include "db/snapshot.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using schema::Problem;

constexpr std::string_view head_title = "needlebook head v1";

std::string head_text(Connection& connection, const Head& head) {
    std::string number;
    for (int shift = 56; shift >= 0; shift -= 8) {
        number +=
            static_cast<char>(static_cast<std::uint64_t>(head.seq) >> static_cast<unsigned>(shift));
    }
    return signed_text(head_title, connection, head.hash, number);
}

struct Signature {
    std::int64_t entry = 0;
    std::string bytes;
};

std::optional<Signature> stored_signature(Connection& connection) {
    Query row(connection, "SELECT entry, signature FROM ledger_signature");
    if (!row.step()) {
        return std::nullopt;
    }
    Signature found{.entry = row.get<std::int64_t>(), .bytes = {}};
    found.bytes = row.get<std::string>();
    return found;
}

std::optional<Hash> hash_of_entry(Connection& connection, std::int64_t seq) {
    Query row(connection, "SELECT hash FROM ledger WHERE seq = ?");
    row.with(seq);
    return row.step() ? std::optional(hash_of_bytes(row.get<std::string>())) : std::nullopt;
}

struct KeyRow {
    std::string fingerprint;
    std::string public_key;
};

// The key that signs this entry; nothing if there was none then.
std::optional<KeyRow> key_at(Connection& connection, std::int64_t entry) {
    Query row(connection,
              "SELECT fingerprint, public_key FROM clinic_key WHERE since_entry <= ?1 AND "
              "(until_entry IS NULL OR ?1 < until_entry)");
    row.with(entry);
    if (!row.step()) {
        return std::nullopt;
    }
    KeyRow key{.fingerprint = row.get<std::string>(), .public_key = {}};
    key.public_key = row.get<std::string>();
    return key;
}

// The last end that this process signed or proved, so that the next write need not prove it.
std::mutex signed_mutex;
Head last_signed;

void note_signed(const Head& head) {
    const std::lock_guard lock(signed_mutex);
    last_signed = head;
}

bool was_signed_here(const Head& head) {
    const std::lock_guard lock(signed_mutex);
    return head == last_signed;
}

bool is_signed(Connection& connection, const Head& end) {
    const auto signature = stored_signature(connection);
    if (!signature || signature->entry != end.seq) {
        return false;
    }
    if (was_signed_here(end)) {
        return true;
    }
    const auto key = key_at(connection, end.seq);
    return key && public_key_of(key->public_key, key->fingerprint)
                      .verifies(head_text(connection, end), signature->bytes);
}

bool holds(Connection& connection, const Signature& signature) {
    const auto hash = hash_of_entry(connection, signature.entry);
    return hash && is_signed(connection, {signature.entry, *hash});
}

// By the key that signs `end` too: nobody's word stands for a key of the past.
bool is_signed_by_same_key(Connection& connection, const Head& before, const Head& end) {
    const auto then = key_at(connection, before.seq);
    const auto now = key_at(connection, end.seq);
    return then && now && then->fingerprint == now->fingerprint && is_signed(connection, before);
}

void put_signature(Connection& connection, const Head& end, const std::string& bytes) {
    SQLite::Statement put(connection.database(),
                          "INSERT OR REPLACE INTO ledger_signature VALUES (1, ?, ?)");
    put.bind(1, end.seq);
    put.bind(2, bytes.data(), static_cast<int>(bytes.size()));
    put.exec();
}

const std::string makes_another = "needlebook key renew";
const std::string brings_it_here = "needlebook key import FILE";

}  // namespace

std::string signed_text(std::string_view title,
                        Connection& connection,
                        const Hash& hash,
                        std::string_view number) {
    const auto first = hash_of_entry(connection, 1).value_or(Hash{});
    std::string text(title);
    text += '\0';
    text.append(first.begin(), first.end()).append(number);
    text.append(hash.begin(), hash.end());
    return text;
}

bool sign_end(Connection& connection, const Head& before, const Head& end, bool anew) noexcept {
    try {
        const auto row = key_at(connection, end.seq);
        const auto key = row ? key_here(row->fingerprint) : std::nullopt;
        if (!key) {
            return false;
        }
        if (anew || is_signed_by_same_key(connection, before, end)) {
            put_signature(connection, end, key->sign(head_text(connection, end)));
            note_signed(end);
        }
        return true;
    } catch (const std::exception&) {
        return false;  // unsigned_warning says why
    }
}

namespace {

// What is wrong with the keys of record, by what they vouch for.
class Vouching {
  public:
    Vouching(const Book& book, const std::vector<ClinicKey>& keys) : book_(book), keys_(keys) {}

    // From the key `first` on every later one must be vouched for by the one before.
    void from(std::size_t first, std::vector<Problem>& problems) const {
        for (auto i = first + 1; i < keys_.size(); ++i) {
            if (!is_vouched(i)) {
                problems.push_back(
                    {fmt::format("the clinic's key {}", keys_[i].fingerprint),
                     fmt::format("came at entry {} without the word of the key before",
                                 keys_[i].since_entry),
                     "compare it with what was printed when it was made, and check with that; "
                     "where "
                     "it is not the clinic's, restore a backup",
                     "needlebook key show; needlebook check --public-key FILE"});
            }
        }
    }

  private:
    bool is_vouched(std::size_t i) const {
        return keys_[i].vouched &&
               PublicKey::read(keys_[i - 1].public_key, "clinic_key")
                   .verifies(vouching_text(book_, keys_[i].fingerprint), *keys_[i].vouched);
    }

    const Book& book_;
    const std::vector<ClinicKey>& keys_;
};

// The last key that is known for the clinic's: that which was given, else one that is on this
// machine, else the first. Nothing only if one was given that is none of these.
std::optional<std::size_t> anchor_of(const std::vector<ClinicKey>& keys,
                                     const std::optional<PublicKey>& given) {
    for (auto i = keys.size(); i-- > 0;) {
        if (given ? keys[i].fingerprint == given->fingerprint()
                  : is_key_here(keys[i].fingerprint)) {
            return i;
        }
    }
    return given ? std::nullopt : std::optional<std::size_t>(0);
}

// Each key signs from where the one before it ends. Those before the anchor are the clinic's word
// of the past only: what stands now they do not sign.
void check_intervals(const std::vector<ClinicKey>& keys,
                     std::size_t anchor,
                     std::int64_t signed_entry,
                     std::vector<Problem>& problems) {
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
        if (keys[i].until_entry != keys[i + 1].since_entry) {
            problems.push_back({fmt::format("the clinic's key {}", keys[i].fingerprint),
                                "does not sign up to where the next one begins",
                                "keep this book for whoever looks into it, and restore a backup"});
        }
    }
    if (signed_entry < keys[anchor].since_entry) {
        problems.push_back({fmt::format("ledger entry {}", signed_entry),
                            "is signed by a key of the past, and not by the clinic's",
                            "keep this book for whoever looks into it, and restore a backup"});
    }
}

// Nothing if the end of the ledger is signed by the clinic's key.
std::optional<Unsigned> unsigned_end(Connection& connection,
                                     const std::optional<Signature>& signature) {
    const auto end = ledger_end(connection);
    if (!signature) {
        return Unsigned{Unsigned::Why::not_signed,
                        {"ledger",
                         "has no signature of the clinic's key",
                         "look at its entries; where they are the clinic's, a new key signs them",
                         makes_another}};
    }
    const auto hash = hash_of_entry(connection, signature->entry);
    if (!hash) {
        return Unsigned{
            Unsigned::Why::forged,
            {"ledger",
             fmt::format("ends at entry {}, and the clinic's key signed entry {}: what is between "
                         "is missing",
                         end.seq,
                         signature->entry),
             "restore a backup that has it"}};
    }
    const auto key = key_at(connection, signature->entry);
    if (!key ||
        !public_key_of(key->public_key, key->fingerprint)
             .verifies(head_text(connection, {signature->entry, *hash}), signature->bytes)) {
        return Unsigned{
            Unsigned::Why::forged,
            {fmt::format("ledger entry {}", signature->entry),
             "is not the one that the clinic's key signed: it, or one before, was forged",
             "keep this book for whoever looks into it, and restore a backup"}};
    }
    if (signature->entry < end.seq) {
        return Unsigned{
            Unsigned::Why::not_signed,
            {"ledger",
             fmt::format("the last {} {} not signed by the clinic's key",
                         end.seq - signature->entry,
                         end.seq - signature->entry == 1 ? "entry is" : "entries are"),
             "look at them; where they are the clinic's, the key's export brought here, "
             "or a new key, signs them",
             brings_it_here}};
    }
    note_signed(end);
    return std::nullopt;
}

Problem is_none_of_the_books(const PublicKey& given) {
    return {
        fmt::format("the key {}", given.fingerprint()),
        "is none of this book's",
        "either it is of another clinic, or the book was forged: keep it for whoever looks into "
        "it, and restore a backup"};
}

Problem people_without_key() {
    return {"ledger",
            "people have accounts, and no key of the clinic's signs what they do",
            "an owner makes one",
            makes_another};
}

}  // namespace

std::vector<Problem> signature_problems(const Book& book, const std::optional<PublicKey>& given) {
    return translated([&] {
        const Snapshot moment(book);
        std::vector<Problem> problems;
        const auto keys = clinic_keys(book);
        if (keys.empty()) {
            if (given) {
                problems.push_back(is_none_of_the_books(*given));
            } else if (has_accounts(book)) {
                problems.push_back(people_without_key());
            }
            return problems;
        }
        const auto signature = stored_signature(book.connection());
        if (auto unknown = keys_folder_problem()) {
            problems.push_back(std::move(*unknown));
        }
        if (const auto anchor = anchor_of(keys, given)) {
            Vouching(book, keys).from(*anchor, problems);
            check_intervals(
                keys, *anchor, signature ? signature->entry : keys[*anchor].since_entry, problems);
        } else {
            problems.push_back(is_none_of_the_books(*given));
        }
        if (auto end = unsigned_end(book.connection(), signature)) {
            problems.push_back(std::move(end->problem));
        }
        return problems;
    });
}

bool is_forged(const Book& book) {
    return translated([&] {
        const Snapshot moment(book);
        const auto signature = stored_signature(book.connection());
        return signature && !holds(book.connection(), *signature);
    });
}

std::int64_t unsigned_entries(const Book& book) {
    return translated([&] {
        const Snapshot moment(book);
        const auto end = ledger_end(book.connection());
        const auto signature = stored_signature(book.connection());
        return signature && holds(book.connection(), *signature) ? end.seq - signature->entry
                                                                 : end.seq;
    });
}

std::optional<Unsigned> unsigned_state(const Book& book) {
    const auto key = clinic_key_in_use(book);
    if (!key) {
        return has_accounts(book)
                   ? std::optional(Unsigned{Unsigned::Why::no_key, people_without_key()})
                   : std::nullopt;
    }
    try {
        if (!key_here(key->fingerprint)) {
            return Unsigned{
                Unsigned::Why::key_missing,
                {key_file(key->fingerprint).string(),
                 "the clinic's key is not on this machine: what is written here is not signed",
                 "bring its export here, or an owner makes another key",
                 brings_it_here}};
        }
    } catch (const schema::Error& error) {
        return Unsigned{Unsigned::Why::key_unusable, error.problems().front()};
    }
    try {
        return translated([&] {
            const Snapshot moment(book);
            return unsigned_end(book.connection(), stored_signature(book.connection()));
        });
    } catch (const schema::Error& error) {  // a public key that is none
        return Unsigned{Unsigned::Why::forged, error.problems().front()};
    }
}

}  // namespace db
