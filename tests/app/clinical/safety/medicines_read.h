#pragma once
// What a text was read as, for the tests of medicines.

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/clinical/safety/medicines.h"

namespace clinical {

inline std::set<MedicineClass> kinds(std::string_view text) {
    std::set<MedicineClass> all;
    for (const auto& named : read_medicines(text).named) {
        all.insert(named.kind);
    }
    return all;
}

inline std::vector<std::string> as_written(const MedicinesRead& read) {
    std::vector<std::string> all;
    for (const auto& named : read.named) {
        all.push_back(named.as_written);
    }
    return all;
}

inline bool is_guess(const MedicinesRead& read) {
    return std::any_of(
        read.named.begin(), read.named.end(), [](const auto& named) { return named.is_guess; });
}

}  // namespace clinical
