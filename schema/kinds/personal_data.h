#pragma once
// Every place where the program keeps what may tell of a person, and what an erasure by law does to
// it. The erasure works by these lists; a test holds them against the tables of a book and the
// files that the program makes.

#include <span>
#include <string_view>

namespace kinds {

enum class AtErasure {
    rows_go,  // the patient's rows are removed
    blanked,  // rows stay, what they say goes
    stays,    // tells of no patient
};

// A table of the book.
struct PersonalTable {
    std::string_view table;
    AtErasure at_erasure{};
    // Of rows that go: the column that says whose they are, and of parts the table of the record.
    std::string_view key{};
    std::string_view owner{};
    // Its columns of texts and bytes, each followed by a blank; not those that refer to a word.
    std::string_view texts{};
    std::string_view why{};  // of what stays: what it tells
};

// In the order in which rows can be removed: what refers to others first. Tables of words (word_…)
// are the program's and not among them.
std::span<const PersonalTable> personal_tables();

// A file or folder that the program makes beside a book.
struct PersonalFile {
    std::string_view ending;  // what follows the book's name; of copies "-N" and more may follow
    std::string_view holds;
    std::string_view at_erasure;
};

std::span<const PersonalFile> personal_files();

}  // namespace kinds
