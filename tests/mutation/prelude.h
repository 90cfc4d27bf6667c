#pragma once
// Put before every file of the one program with all mutants (schemata.py). The heavy headers of the
// tests are here so that they are read once.

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

// The mutant that this run is: 0 for none. The first variable of every file, so that numbers that
// are read before main() see it.
inline const long long needlebook_chosen = [] {
    const char* text = std::getenv("NEEDLEBOOK_MUTANT");
    return text == nullptr ? 0LL : std::atoll(text);
}();

template <class Number, class Changed>
Number needlebook_mutant(long long mutant, Number number, Changed changed) {
    return needlebook_chosen == mutant ? static_cast<Number>(changed) : number;
}

inline bool needlebook_assert(bool holds, const char* text = "") {
    if (!holds) {
        std::fprintf(stderr, "static_assert does not hold: %s\n", text);
        std::exit(1);
    }
    return true;
}
