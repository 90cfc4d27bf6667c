#pragma once
// Whose rows are whose: the book's patients and the file's new ones, by chart number.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/tracking/scoring.h"
#include "db/ledger/transact.h"
#include "schema/records/patient.h"
#include "schema/types/error.h"

namespace exchange {

// Found by text that need not be a std::string.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>()(text);
    }
};

template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

class ImportPatients {
  public:
    using Place = std::uint32_t;  // in the list of patients

    explicit ImportPatients(const db::Book& book);

    // By the chart number; else the only one with the same identity (schema/types/folding.h). One
    // who was voided only where nobody else has it, and of these the last registered.
    std::optional<Place> find(std::string_view chart) const;
    // A patient who is not in the book; stored by `create_wanted`, or by the caller and `set_id`.
    Place add(std::string_view chart, std::size_t line);

    // Some good row is of this patient.
    void want(Place place) { patients_[place].wanted = true; }
    // The charts of the wanted patients that are not stored, in the order of the file.
    std::vector<std::string> new_charts() const;
    // Stores the wanted patients that are not stored yet; their charts are all that is known.
    std::size_t create_wanted(db::Write& write, tracking::Scorer& scorer);

    // One who is found by id only, since another may have the chart number.
    Place add_voided(const std::string& chart);
    void set_id(Place place, schema::Id<schema::Patient> id);
    // From now on a row with this chart number is of that patient.
    void name_too(std::string_view chart, Place place);
    // Whose id was set.
    Place place_of(schema::Id<schema::Patient> id) const { return by_id_.at(id.value); }
    schema::Id<schema::Patient> id(Place place) const { return patients_[place].id; }
    // Nothing of a patient who is not in the book.
    const std::optional<schema::PartialDate>& born(Place place) const {
        return patients_[place].born;
    }
    bool is_stored(Place place) const { return id(place).value != 0; }
    // Whether only a voided patient has this chart number.
    bool is_of_voided(std::string_view chart) const;
    // Whether the file names this patient, or one with the same chart number.
    bool has(const schema::Patient& patient) const;
    const std::string& chart(Place place) const { return *patients_[place].chart; }
    std::size_t size() const { return patients_.size(); }

    // Why no record can be of this patient, or no patient can get this chart; else nothing.
    std::optional<schema::Problem> voided(Place place, const std::string& where) const;
    std::optional<schema::Problem> taken(std::string_view chart, const std::string& where) const;

  private:
    struct Known {
        const std::string* chart = nullptr;  // where it never moves
        std::optional<schema::PartialDate> born{};
        schema::Id<schema::Patient> id;
        bool voided = false;
        bool wanted = false;
        std::size_t line = 0;  // of the file, for a new one
    };

    TextMap<Place> places_;
    TextMap<std::optional<Place>> identities_;  // nothing: of several
    std::vector<Known> patients_;
    std::unordered_map<std::int64_t, Place> by_id_;
    std::deque<std::string> voided_charts_;
};

}  // namespace exchange
