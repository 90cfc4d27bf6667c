#pragma once
// A small sound book, and copies of it.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/write.h"
#include "tests/support/temporary_folder.h"

namespace fuzz {

class ExampleBook {
  public:
    // With a patient and a course.
    ExampleBook() {
        const auto file = folder_ / "sound.needlebook";
        {
            schema::Clinic clinic;
            clinic.name = "Clinic";
            clinic.time_zone = "Africa/Cairo";
            auto book = tracking::create_book(file, clinic, "fuzz");
            schema::Patient patient;
            patient.chart = "C-1";
            tracking::record(book, {.actor = "fuzz", .action = "patient add"}, patient);
            schema::Course course;
            course.patient = schema::Id<schema::Patient>(1);
            course.concern = schema::Concern::acne_scars;
            course.sessions = 6;
            course.on = *schema::Date::read("2026-01-05");
            tracking::record(book, {.actor = "fuzz", .action = "course start"}, course);
        }
        // All of it in one file.
        SQLite::Database(file, SQLite::OPEN_READWRITE).exec("PRAGMA wal_checkpoint(TRUNCATE)");
        std::ifstream stream(file, std::ios::binary);
        bytes_.assign(std::istreambuf_iterator<char>(stream), {});
    }

    const std::string& bytes() const { return bytes_; }

    // A file with these bytes, in the place of the one before.
    std::filesystem::path file_of(const std::string& bytes) const {
        auto file = folder_ / "copy.needlebook";
        for (const auto* beside : {"", "-wal", "-shm", ".head", ".lock"}) {
            std::filesystem::remove(file.string() + beside);
        }
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

  private:
    support::TemporaryFolder folder_;
    std::string bytes_;
};

}  // namespace fuzz
