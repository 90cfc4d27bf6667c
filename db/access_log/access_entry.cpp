#include "db/access_log/access_entry.h"

#include "db/ledger/sha256.h"
#include "db/utc.h"

namespace db {

namespace {

template <class Number>
void add_number(ValueHash& hash, const std::optional<Number>& number) {
    if (!number) {
        hash.add_missing();
    } else if constexpr (std::is_same_v<Number, std::int64_t>) {
        hash.add(std::to_string(*number));
    } else {
        hash.add(std::to_string(number->value));
    }
}

}  // namespace

std::string access_hash(const std::string& before, const AccessEntry& entry) {
    ValueHash hash;
    hash.add(before);
    hash.add(std::to_string(entry.id));
    hash.add(entry.at);
    add_number(hash, entry.account);
    hash.add_or_missing(entry.person);
    add_number(hash, entry.device);
    add_number(hash, entry.program);
    add_number(hash, entry.patient);
    hash.add_or_missing(entry.chart);
    hash.add(schema::word(entry.act));
    hash.add_or_missing(entry.reason);
    return hex(hash.finish());
}

std::string access_minute(std::int64_t seconds) {
    constexpr std::size_t to_the_minute = 16;
    return utc_text(seconds).substr(0, to_the_minute) + "Z";
}

}  // namespace db
