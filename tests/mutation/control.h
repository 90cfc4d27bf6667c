#pragma once
// Put before every file of the program that tests/mutation/controls makes: whether this run is the
// one without the control of this number.

#include <cstdlib>

inline bool needlebook_without(int control) {
    static const int chosen = [] {
        const char* const text = std::getenv("NEEDLEBOOK_WITHOUT");
        return text == nullptr ? 0 : std::atoi(text);
    }();
    return chosen == control;
}
