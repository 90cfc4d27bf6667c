#pragma once
// The clinic's patients as a list that is searched, ordered and read page by page. What it needs of
// every patient is kept in memory, and read anew when a patient has changed; when they were there
// last, which every session changes, of those who were touched when it is asked for.

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/book.h"
#include "schema/records/patient.h"
#include "schema/types/civil_time.h"
#include "schema/types/word.h"

namespace db {

enum class PatientOrder { chart, name, registered, last_visit };

struct PatientQuery {
    std::string search;  // what PatientSearch (patient_search.h) looks for; empty: everybody
    PatientOrder order = PatientOrder::chart;  // registered and last_visit: the latest first
    std::size_t most = 50;
    std::optional<schema::Id<schema::Patient>> after;  // the last one of the page before
};

struct ListedPatient {
    schema::Patient patient;
    std::optional<schema::CivilTime> last_visit;  // the last session
};

struct PatientPage {
    std::vector<ListedPatient> patients;
    std::size_t total = 0;  // of all pages
    bool has_more = false;
};

// Safe to use from several threads, each with a book of its own.
class PatientList {
  public:
    PatientList();
    ~PatientList();
    PatientList(const PatientList&) = delete;
    PatientList& operator=(const PatientList&) = delete;

    // Nothing if `after` is not in the list (any more).
    std::optional<PatientPage> page(const Book& book, const PatientQuery& query);

  private:
    class Directory;
    struct Visits;
    std::shared_ptr<const Directory> directory_of(const Book& book);
    std::shared_ptr<const Visits> visits_of(const Book& book);

    std::mutex mutex_;
    std::int64_t entry_ = -1;  // of the ledger when the directory was last compared
    std::shared_ptr<const Directory> directory_;
    std::mutex visits_mutex_;
    std::int64_t visits_entry_ = -1;
    std::shared_ptr<const Visits> visits_;
};

}  // namespace db

template <>
struct schema::Words<db::PatientOrder> {
    static constexpr std::array<std::string_view, 4> all{
        "chart", "name", "registered", "last_visit"};
};
