#pragma once
// Faults that say nothing of what is in the book.

#include "schema/types/error.h"

namespace schema {

// Whether the machine failed: its disk is full or does not answer, or its memory is used up.
constexpr bool is_of_the_disk(Fault fault) {
    return fault == Fault::full || fault == Fault::unavailable;
}

}  // namespace schema
