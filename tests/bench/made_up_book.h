#pragma once
// Books of many patients for measuring: a course of 8 sessions and 10 visits with values on 20
// scales each, 200 scores a patient.

#include <filesystem>

namespace bench {

constexpr int sessions_per_patient = 8;
constexpr int visits_per_patient = 10;
constexpr int scales_per_patient = 20;

// Makes the book, by plain inserts and without ledger entries for them, so that ten million scores
// take a minute; its aggregates are renewed by the program. The same numbers each time.
void make_book(const std::filesystem::path& file, int patients);

// Puts so many records of photographs into a book that was made, spread over its patients; no
// bytes, which no summary reads.
void add_photos(const std::filesystem::path& file, int photos);

}  // namespace bench
