#pragma once
// What keeps a backup from a folder, by kind: what a person does about it differs.

#include <array>
#include <string>
#include <string_view>

#include "schema/types/error.h"
#include "schema/types/word.h"

namespace backup {

enum class Trouble {
    folder_missing,  // the folder of the policy is not there
    medium_missing,  // no medium with this label is mounted
    folder_empty,    // it was used before, and is empty now: its medium is not mounted
    other_book,      // it has backups of another book
    full,
    full_beside,   // the book's own disk, on which the copy is made first
    clock_behind,  // backups of a later moment are there, or the book was written later
    not_whole,     // the book, or the copy, did not pass
    failed,        // the system refused
};

// Of a folder; `detail` is what the program said, in English.
schema::Problem problem_of(Trouble trouble, const std::string& folder, const std::string& detail);

// The trouble that an error means.
Trouble trouble_of(const schema::Error& error);

}  // namespace backup

template <>
struct schema::Words<backup::Trouble> {
    static constexpr std::array<std::string_view, 9> all{"folder_missing",
                                                         "medium_missing",
                                                         "folder_empty",
                                                         "other_book",
                                                         "full",
                                                         "full_beside",
                                                         "clock_behind",
                                                         "not_whole",
                                                         "failed"};
};
