#pragma once
// The files of one book as a set: the book, its head, its lock, and what SQLite keeps beside it
// while it is open.

#include <filesystem>

namespace db {

// Throws schema::Error (refused): there is a file of this name.
[[noreturn]] void refuse_existing(const std::filesystem::path& file);

void remove_book_files(const std::filesystem::path& book);

// Syncs a file or a folder; the name of a new file survives a power cut only when its folder is
// synced.
void sync(const std::filesystem::path& path);
void sync_folder_of(const std::filesystem::path& file);

// Makes `other` a second name of the book and of what is beside it, by hard links, or by copies
// where there are none.
void keep_as(const std::filesystem::path& book, const std::filesystem::path& other);

// Puts the book `fresh`, which nobody has open, in the place of `book`: first its head, then, in
// one step, itself. A kill in between leaves a head and a book that do not fit, which every command
// says.
void put_in_place(const std::filesystem::path& fresh, const std::filesystem::path& book);

}  // namespace db
