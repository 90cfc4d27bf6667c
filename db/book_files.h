#pragma once
// The files of one book as a set: the book, its head, its lock, and what SQLite keeps beside it
// while it is open.

#include <filesystem>

namespace db {

// Throws schema::Error (refused): there is a file of this name.
[[noreturn]] void refuse_existing(const std::filesystem::path& file);

// Makes the folders that the file will lie in, mode 0700. Throws schema::Error (full, unavailable).
void make_folders_of(const std::filesystem::path& file);

// Throws schema::Error (unavailable) for what cannot be removed.
void remove_book_files(const std::filesystem::path& book);

// Makes `other` a second name of the book and of what is beside it, by hard links, or by copies
// of mode 0600 where there are none. Only between this and put_in_place has a book two names.
void keep_as(const std::filesystem::path& book, const std::filesystem::path& other);

// FILE.replaced, or FILE.replaced-2 … when there is one already: where restore keeps the old book.
std::filesystem::path free_name_to_keep(const std::filesystem::path& book);

// Removes the second names that a restore left which was broken off before it replaced the book.
void remove_second_names_of_restore(const std::filesystem::path& book);

// Puts the book `fresh`, which nobody has open, in the place of `book`: first its head, then, in
// one step, itself. A kill in between leaves a head and a book that do not fit, which every command
// says.
void put_in_place(const std::filesystem::path& fresh, const std::filesystem::path& book);

}  // namespace db
