#pragma once
// Scales that a file names and the book does not have: a diary's own words, for --add-scales.

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/instrument.h"

namespace exchange {

class AddedScales {
  public:
    // `known` are the scales of the book; it must outlive this.
    explicit AddedScales(const std::vector<schema::Instrument>& known) : known_(known) {}

    // The scale of this name, added if it is new: its code from its letters ("mean_severity"), any
    // value, neither way better, no unit. Its address stays. Until it is stored its id is below 0.
    const schema::Instrument& named(std::string_view name);

    // Null if none of this name or code was added.
    const schema::Instrument* find(std::string_view name) const;

    // The value is one of its scale's: its lowest is 0 or the least of them.
    void see(const schema::Instrument& scale, double value);

    // The codes of those with a value, in the order of the file.
    std::vector<std::string> codes() const;

    // Stores those with a value, and gives them their ids.
    void store(db::Write& write);

  private:
    struct Added {
        schema::Instrument scale;
        bool has_value = false;
    };

    std::string code_for(std::string_view name) const;

    const std::vector<schema::Instrument>& known_;
    std::deque<Added> added_;
};

}  // namespace exchange
