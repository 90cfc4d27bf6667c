#pragma once
// The names of all lists, to be found as they are listed or with one slip of spelling.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "app/clinical/safety/medicines.h"

namespace clinical {

struct MedicineName {
    std::u32string key;
    std::size_t words{};  // as it is listed
    const ListedMedicine* medicine{};
    std::size_t list{};  // the place of its list among those of the index
};

class MedicineIndex {
  public:
    using Found = std::vector<const MedicineName*>;

    // The lists must outlive it.
    explicit MedicineIndex(std::span<const std::span<const ListedMedicine>> lists);

    // `key` is that of one word or of several without what stands between them; `words` says how
    // many.
    Found exact(const std::u32string& key, std::size_t words) const;
    // One letter missing, too many, wrong, or two neighbours swapped; beside that, doubled letters
    // and a final e do not count.
    Found with_slip(const std::u32string& key, std::size_t words) const;

    std::size_t most_words() const { return most_words_; }
    bool is_too_long(std::u32string_view key) const { return key.size() > 2 * longest_; }
    bool is_dose(const std::u32string& key) const { return dose_.contains(key); }
    bool is_salt(const std::u32string& key) const { return salts_.contains(key); }

  private:
    using Places = std::unordered_map<std::u32string, std::vector<std::size_t>>;
    using Words = std::unordered_set<std::u32string>;

    void add(std::string_view names, const MedicineName& like);
    void add_near(std::size_t place);
    // Adds the names at `near` of which `key` is a slip.
    void look(const std::u32string& near,
              const std::u32string& key,
              std::size_t words,
              Found& found) const;

    std::vector<MedicineName> names_;
    Places exact_;
    // By the hash, in its order: names, names with a letter less, and squeezed names. What else has
    // the hash is no slip, and look() says so.
    std::vector<std::pair<std::size_t, std::size_t>> near_;
    Words dose_;
    Words salts_;
    Words no_slips_;
    std::size_t longest_ = 0;
    std::size_t most_words_ = 0;
};

}  // namespace clinical
