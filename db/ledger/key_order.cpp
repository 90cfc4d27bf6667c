#include "db/ledger/key_order.h"

#include <algorithm>

namespace db {

namespace {

constexpr std::size_t before_values = 2;  // the operation, and a byte behind it

// A number is eight bytes behind its type, the highest first.
std::uint64_t first_number(std::string_view record) {
    std::uint64_t number = 0;
    for (const char byte : record.substr(std::min(record.size(), before_values + 1), 8)) {
        number = number << 8U | static_cast<unsigned char>(byte);
    }
    return number;
}

}  // namespace

void KeyOrder::add(std::string_view record) {
    rows_.push_back({.first = first_number(record),
                     .at = static_cast<std::uint32_t>(records_.size()),
                     .size = static_cast<std::uint32_t>(record.size())});
    records_ += record;
}

std::string_view KeyOrder::key_of(const Row& row) const {
    return std::string_view(records_).substr(row.at + before_values, row.size - before_values);
}

std::string KeyOrder::take(std::string_view header) {
    std::sort(rows_.begin(), rows_.end(), [&](const Row& a, const Row& b) {
        return a.first != b.first ? a.first < b.first : key_of(a) < key_of(b);
    });
    std::string changeset(header);
    changeset.reserve(header.size() + records_.size());
    for (const auto& row : rows_) {
        changeset.append(records_, row.at, row.size);
    }
    records_.clear();
    rows_.clear();
    return changeset;
}

}  // namespace db
