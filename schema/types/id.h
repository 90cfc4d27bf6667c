#pragma once
// Integer ids, one type per kind of record, so that a session's id is never taken for a patient's.

#include <compare>
#include <cstdint>

namespace schema {

template <class Record>
struct Id {
    std::int64_t value = 0;

    Id() = default;
    explicit Id(std::int64_t v) : value(v) {}
    auto operator<=>(const Id&) const = default;
};

}  // namespace schema
