#include "db/patient_list.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "db/connection.h"
#include "db/folding.h"
#include "db/ledger.h"
#include "db/records.h"
#include "db/sqlite_error.h"

namespace db {

namespace {

using PatientId = schema::Id<schema::Patient>;

struct Entry {
    PatientId id;
    std::string chart;
    std::string name;   // folded; the Arabic one where there is no other
    std::string found;  // folded chart and names, a line each
    std::string last_visit;
};

std::vector<Entry> read_entries(const Book& book) {
    std::unordered_map<std::int64_t, std::string> visits;
    std::vector<Entry> entries;
    translate([&] {
        Query sessions(book.connection(),
                       "SELECT patient_id, max(at) FROM session WHERE voided = 0 "
                       "GROUP BY patient_id ORDER BY patient_id");
        while (sessions.step()) {
            const auto patient = sessions.get<std::int64_t>();
            visits.emplace(patient, sessions.get<std::string>());
        }
        Query patients(book.connection(),
                       "SELECT id, chart, name, name_ar FROM patient WHERE voided = 0 ORDER BY id");
        while (patients.step()) {
            Entry entry{.id = patients.get<PatientId>()};
            entry.chart = patients.get<std::string>();
            const auto name = folded(patients.get<std::optional<std::string>>().value_or(""));
            const auto arabic = folded(patients.get<std::optional<std::string>>().value_or(""));
            entry.name = name.empty() ? arabic : name;
            entry.found = folded(entry.chart) + '\n' + name + '\n' + arabic;
            if (const auto visit = visits.find(entry.id.value); visit != visits.end()) {
                entry.last_visit = visit->second;
            }
            entries.push_back(std::move(entry));
        }
    });
    return entries;
}

// Who has no name, or was never there, comes last.
bool comes_before(PatientOrder order, const Entry& a, const Entry& b) {
    switch (order) {
        case PatientOrder::name:
            return a.name.empty() != b.name.empty()
                       ? b.name.empty()
                       : std::tie(a.name, a.chart) < std::tie(b.name, b.chart);
        case PatientOrder::registered:
            return a.id > b.id;
        case PatientOrder::last_visit:
            return std::tie(b.last_visit, a.chart) < std::tie(a.last_visit, b.chart);
        case PatientOrder::chart:
            break;
    }
    return a.chart < b.chart;
}

}  // namespace

class PatientList::Directory {
  public:
    explicit Directory(const Book& book) : entries_(read_entries(book)) {
        for (std::size_t i = 0; i < orders_.size(); ++i) {
            auto& order = orders_[i];
            for (const auto& entry : entries_) {
                order.push_back(&entry);
            }
            std::sort(order.begin(), order.end(), [&](const Entry* a, const Entry* b) {
                return comes_before(static_cast<PatientOrder>(i), *a, *b);
            });
        }
    }

    std::vector<const Entry*> found(const PatientQuery& query) const {
        auto list = orders_.at(static_cast<std::size_t>(query.order));
        if (const auto wanted = folded(query.search); !wanted.empty()) {
            std::erase_if(list, [&](const Entry* entry) {
                return entry->found.find(wanted) == std::string::npos;
            });
        }
        return list;
    }

  private:
    std::vector<Entry> entries_;
    std::array<std::vector<const Entry*>, schema::Words<PatientOrder>::all.size()> orders_;
};

PatientList::PatientList() = default;
PatientList::~PatientList() = default;

std::shared_ptr<const PatientList::Directory> PatientList::directory_of(const Book& book) {
    const auto entry = last_entry(book);
    const std::lock_guard lock(mutex_);
    if (entry != entry_) {
        directory_ = std::make_shared<Directory>(book);
        entry_ = entry;
    }
    return directory_;
}

std::optional<PatientPage> PatientList::page(const Book& book, const PatientQuery& query) {
    const auto directory = directory_of(book);
    const auto list = directory->found(query);
    auto begin = list.begin();
    if (query.after) {
        begin = std::find_if(list.begin(), list.end(), [&](const Entry* entry) {
            return entry->id == *query.after;
        });
        if (begin == list.end()) {
            return std::nullopt;
        }
        ++begin;
    }
    PatientPage page{.total = list.size()};
    for (; begin != list.end() && page.patients.size() < query.most; ++begin) {
        page.patients.push_back(
            {*find(book, (*begin)->id), schema::CivilTime::read((*begin)->last_visit)});
    }
    page.has_more = begin != list.end();
    return page;
}

}  // namespace db
