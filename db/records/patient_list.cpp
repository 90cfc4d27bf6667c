#include "db/records/patient_list.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "db/ledger/invalidation.h"
#include "db/ledger/ledger.h"
#include "db/records/patient_search.h"
#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/folding.h"

namespace db {

namespace {

using PatientId = schema::Id<schema::Patient>;

struct Entry {
    PatientId id;
    std::string chart;
    std::string name;   // folded; the Arabic one where there is no other
    std::string found;  // searched_text
};

// Changes with every change of a patient: there is one more, with a new id, or one less, or a
// version is one higher.
struct State {
    std::int64_t count = 0;
    std::int64_t versions = 0;
    std::int64_t highest_id = 0;

    bool operator==(const State&) const = default;
};

State state_of(const Book& book) {
    return translated([&] {
        Query row(book.connection(),
                  "SELECT count(*), coalesce(sum(version), 0), coalesce(max(id), 0) FROM patient");
        row.step();
        State state{.count = row.get<std::int64_t>()};
        state.versions = row.get<std::int64_t>();
        state.highest_id = row.get<std::int64_t>();
        return state;
    });
}

std::vector<Entry> read_entries(const Book& book) {
    std::vector<Entry> entries;
    schema::WordFolding folding;
    for_each_searched(book, [&](const schema::Patient& patient) {
        const auto& name = patient.name ? patient.name : patient.name_ar;
        entries.push_back({.id = patient.id,
                           .chart = patient.chart,
                           .name = folding.of(name.value_or("")),
                           .found = searched_text(patient, folding)});
    });
    return entries;
}

// Who has no name comes last.
bool comes_before(PatientOrder order, const Entry& a, const Entry& b) {
    switch (order) {
        case PatientOrder::name:
            return a.name.empty() != b.name.empty()
                       ? b.name.empty()
                       : std::tie(a.name, a.chart) < std::tie(b.name, b.chart);
        case PatientOrder::registered:
            return a.id > b.id;
        case PatientOrder::chart:
        case PatientOrder::last_visit:
            break;
    }
    return a.chart < b.chart;
}

std::optional<schema::CivilTime> last_visit(const Book& book, PatientId patient) {
    return translated([&] {
        Query last(book.connection(),
                   "SELECT max(at) FROM session WHERE patient_id = ? AND voided = 0");
        last.with(patient);
        last.step();
        return last.get<std::optional<schema::CivilTime>>();
    });
}

}  // namespace

class PatientList::Directory {
  public:
    explicit Directory(const Book& book) : state_(state_of(book)), entries_(read_entries(book)) {
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

    bool is_of(const Book& book) const { return state_of(book) == state_; }

    std::vector<const Entry*> found(const PatientQuery& query) const {
        auto list = orders_.at(static_cast<std::size_t>(query.order));
        const PatientSearch search(query.search);
        std::erase_if(list, [&](const Entry* entry) { return !search.finds(entry->found); });
        return list;
    }

  private:
    State state_;
    std::vector<Entry> entries_;
    std::array<std::vector<const Entry*>, schema::Words<PatientOrder>::all.size()> orders_;
};

// The last session of everyone who had one; nothing comes before all of them.
struct PatientList::Visits {
    std::unordered_map<std::int64_t, schema::CivilTime> at;

    static Visits read(const Book& book) {
        Visits visits;
        translate([&] {
            Query sessions(book.connection(),
                           "SELECT patient_id, max(at) FROM session WHERE voided = 0 "
                           "GROUP BY patient_id ORDER BY patient_id");
            while (sessions.step()) {
                const auto patient = sessions.get<std::int64_t>();
                visits.at.emplace(patient, sessions.get<schema::CivilTime>());
            }
        });
        return visits;
    }
    void read_again(const Book& book, PatientId patient) {
        at.erase(patient.value);
        if (const auto last = last_visit(book, patient)) {
            at.emplace(patient.value, *last);
        }
    }
    std::optional<schema::CivilTime> of(PatientId patient) const {
        const auto found = at.find(patient.value);
        return found == at.end() ? std::nullopt : std::optional(found->second);
    }
};

PatientList::PatientList() = default;
PatientList::~PatientList() = default;

std::shared_ptr<const PatientList::Directory> PatientList::directory_of(const Book& book) {
    const auto entry = last_entry(book);
    const std::lock_guard lock(mutex_);
    if (directory_ == nullptr || (entry != entry_ && !directory_->is_of(book))) {
        directory_ = std::make_shared<Directory>(book);
    }
    entry_ = entry;
    return directory_;
}

std::shared_ptr<const PatientList::Visits> PatientList::visits_of(const Book& book) {
    const auto entry = last_entry(book);
    const std::lock_guard lock(visits_mutex_);
    if (visits_ != nullptr && entry == visits_entry_) {
        return visits_;
    }
    const auto changed =
        visits_ == nullptr ? Invalidation{.clinic = true} : invalidation_after(book, visits_entry_);
    if (changed.clinic) {
        visits_ = std::make_shared<Visits>(Visits::read(book));
    } else if (changed.treatments) {
        auto visits = std::make_shared<Visits>(*visits_);
        for (const auto patient : changed.patients) {
            visits->read_again(book, patient);
        }
        visits_ = std::move(visits);
    }
    visits_entry_ = entry;
    return visits_;
}

std::optional<PatientPage> PatientList::page(const Book& book, const PatientQuery& query) {
    const auto directory = directory_of(book);
    auto list = directory->found(query);
    if (query.order == PatientOrder::last_visit) {
        const auto visits = visits_of(book);
        std::stable_sort(list.begin(), list.end(), [&](const Entry* a, const Entry* b) {
            return visits->of(a->id) > visits->of(b->id);
        });
    }
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
        page.patients.push_back({*find(book, (*begin)->id), last_visit(book, (*begin)->id)});
    }
    page.has_more = begin != list.end();
    return page;
}

}  // namespace db
